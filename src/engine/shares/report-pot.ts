import { type Fraction, ZERO, compare } from '../money/fraction.js';
import { pence } from '../money/pence.js';
import { type Pot, type SharesDocument } from './document.js';
import { type LineReport, type PotReport } from './report.js';
import { type AddedReport, reportAdded } from './report-added.js';
import { type OnlyReport, reportOnly } from './report-only.js';
import { type OwnReport, reportOwn } from './report-own.js';
import { type SharedReport, reportShared } from './report-shared.js';
import { roundingIn } from './settle.js';
import { stretchesOf } from './stretches.js';
import { sayWithin } from './working/say-within.js';

function onlyLine({ line, settled }: OnlyReport): LineReport {
  return {
    line: line.id,
    total: settled.total,
    parts: [{ position: line.only, amount: settled.amounts[0] ?? pence(0n) }],
  };
}

function ownLine({ line, settled, account }: OwnReport | AddedReport): LineReport {
  const parts = settled.amounts.map((amount, position) => ({ position, amount }));
  return {
    line: line.id,
    total: settled.total,
    parts: parts.filter(({ position }) => account.exact.parts[position] !== 0n),
  };
}

function largest(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((most, f) => (compare(f, most) > 0 ? f : most), ZERO);
}

function isWhole<T>(list: readonly (T | null)[]): list is readonly T[] {
  return list.every((item) => item !== null);
}

/** The base that the last adjustment with one states, by position. */
function baseOf({ adjust, members }: Pot): PotReport['base'] {
  const based = adjust.filter((one) => one.kind === 'cap' || one.kind === 'hold-harmless');
  return based[based.length - 1]?.base ?? members.map(() => null);
}

function together(
  { pot, document }: { readonly pot: Pot; readonly document: SharesDocument },
  shared: SharedReport,
  only: readonly OnlyReport[],
  own: readonly (OwnReport | AddedReport)[],
): PotReport {
  const all = [shared, ...only, ...own];
  return {
    pot,
    total: pence(all.reduce((sum, { settled }) => sum + settled.total, 0n)),
    shared: shared.settled.amounts,
    base: baseOf(pot),
    lines: [...only.map(onlyLine), ...own.map(ownLine)],
    exact: [
      ...[shared, ...own].map(({ account }) => ({ exact: account.exact })),
      ...only.map(({ account, line }) => ({ exact: account.exact, only: line.only })),
    ],
    unallocated: all.flatMap(({ leftOver }) => leftOver),
    working: () => [...sayWithin(pot, document), ...[shared, ...own, ...only].flatMap(({ working }) => working())],
    furthest: largest(all.map(({ furthest }) => furthest)),
  };
}

/** Everything that a pot comes to for each member, settled and explained; null when an amount is beyond what is handled. */
export function reportPot(pot: Pot, document: SharesDocument): PotReport | null {
  const stretches = stretchesOf(document.period, pot.members, document.within);
  const rounding = roundingIn(document.rounding, pot.members);
  const shared = reportShared(pot, stretches, rounding);
  const only = pot.only.map((line) => reportOnly(line, pot, document));
  const own = pot.own.map((line) => reportOwn(line, pot, stretches, rounding));
  const added = shared?.added.map((line) => reportAdded(line, pot, rounding)) ?? [];
  if (!shared || !isWhole(only) || !isWhole(own) || !isWhole(added)) return null;
  return together({ pot, document }, shared, only, [...own, ...added]);
}
