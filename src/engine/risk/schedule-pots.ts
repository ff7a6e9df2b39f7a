import { type Period } from '../calendar/period.js';
import { partAt, sumParts } from '../money/exact-parts.js';
import { type Fraction, ONE, ZERO, add, compare, fromPence, sum } from '../money/fraction.js';
import { type Outcome, accept } from '../outcome.js';
import { type Pot, type SharesDocument } from '../shares/document.js';
import { readSharesDocument } from '../shares/read-document.js';
import { sharePot, sharesOfAccount, statedInPot } from '../shares/share-pot.js';
import { stretchesOf } from '../shares/stretches.js';
import { type RiskPot } from './position.js';

/** What the rules need of a funding schedule. */
export interface SchedulePots {
  readonly period: Period;
  /** In the order in which the agreement lists them. */
  readonly partners: readonly string[];
  readonly pots: readonly RiskPot[];
}

/** The pots of a funding schedule, each with its gross amount and every partner's exact share; or the schedule's faults. */
export function schedulePots(schedule: unknown): Outcome<SchedulePots> {
  const read = readSharesDocument(schedule);
  if (!read.ok) return read;
  const { period, partners, pots } = read.value;
  return accept({ period, partners: partners.map(({ id }) => id), pots: pots.map((pot) => riskPot(read.value, pot)) });
}

function riskPot({ period }: SharesDocument, pot: Pot): RiskPot {
  const stretches = stretchesOf(period, pot.members);
  const exact = sharesOfAccount(sharePot(pot, stretches), pot.basis, stretches);
  const shares = pot.members.map(({ id }, position) => [id, partAt(exact, position)] as const);
  const lines = [...pot.shared, ...pot.only, ...pot.own].map(({ id, amount }) => ({ id, amount }));
  return {
    id: pot.id,
    name: pot.name,
    clause: pot.clause,
    isPooled: pot.kind === 'pooled',
    gross: grossOf(pot, lines),
    lines,
    shares: new Map(arePartsOfOne(shares.map(([, share]) => share)) ? shares : []),
  };
}

/** Everything that the pot pays for, before income is taken off: its lines, or without lines what its members state. */
function grossOf(pot: Pot, lines: RiskPot['lines']): Fraction {
  const stated = statedInPot(pot);
  return add(sum(lines.map(({ amount }) => fromPence(amount))), stated ? sumParts(stated) : ZERO);
}

/** Shares of a loss are parts of one: a pot that pays one partner out of the others' share says nothing of who bears one. */
function arePartsOfOne(shares: readonly Fraction[]): boolean {
  return shares.every((share) => compare(share, ZERO) >= 0) && compare(sum(shares), ONE) <= 0;
}
