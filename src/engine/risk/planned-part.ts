import { type Period, days, overlap } from '../calendar/period.js';
import { type Fraction, fraction } from '../money/fraction.js';
import { type Part, type Spread, burdenOf, wholeOf } from './bill.js';
import { spread } from './pot-share.js';
import { type PlannedSpend, type RiskPosition, type RiskSource } from './position.js';
import { sayCount, sayExact, sayPartner, sayPeriod, sayPounds } from './words.js';

/** The part of one planned row that falls within a window, by days. */
export interface PlannedPart {
  readonly row: PlannedSpend;
  readonly within: Period;
  readonly exact: Fraction;
}

/** Each planned row's days' part within the window; rows that have no day in it, or nothing to spend, are left out. */
export function plannedWithin(planned: readonly PlannedSpend[], window: Period): readonly PlannedPart[] {
  return planned.flatMap((row) => {
    const within = overlap(row, window);
    if (!within || row.amount === 0n) return [];
    return [{ row, within, exact: fraction(row.amount * BigInt(days(within)), BigInt(days(row))) }];
  });
}

/**
 * Who bears planned spend that no money stands behind. Off formula each row falls to its own authority; through the pool
 * the whole is spread by the agreement in force (`pot-share.ts`).
 */
export function borneBy(position: RiskPosition, source: RiskSource, parts: readonly PlannedPart[]): Spread {
  const own: readonly Part[] = parts.map(({ row, exact }) => ({ bearer: row.authority, exact }));
  if (source.route === 'pooled') return spread(position, source, wholeOf(burdenOf(own)));
  return { parts: own, working: 'Off formula: each row falls to the authority whose spend it is.', records: [] };
}

/** How a row's part was worked out. */
export function sayPart(position: RiskPosition, { row, within, exact }: PlannedPart): string {
  const who = row.authority === undefined ? 'The pool' : sayPartner(position, row.authority);
  const [part, whole] = [days(within), sayCount(days(row), 'day')];
  const all = `${who}: ${sayPounds(row.amount)} planned for ${sayPeriod(row)}`;
  return `${all}; ${part} of its ${whole} (${sayPeriod(within)}) count, so ${sayExact(exact)}.`;
}
