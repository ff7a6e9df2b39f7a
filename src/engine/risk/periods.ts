import { type Period, overlap } from '../calendar/period.js';
import { type RiskSource } from './position.js';

function plain({ from, until }: Period): Period {
  return { from, until };
}

/** Periods that share a day made one; those that only meet stay apart, so that one year does not run into the next. */
function merged(periods: readonly Period[]): readonly Period[] {
  const out: Period[] = [];
  for (const next of periods.map(plain).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = out.at(-1);
    if (last && overlap(last, next))
      out[out.length - 1] = { from: last.from, until: last.until > next.until ? last.until : next.until };
    else out.push(next);
  }
  return out;
}

/** The stretches of a period that none of `taken` (in order, apart) covers. */
function without(period: Period, taken: readonly Period[]): readonly Period[] {
  const stretches: Period[] = [];
  let { from } = period;
  for (const { from: start, until } of taken) {
    if (start >= period.until) break;
    if (from < start) stretches.push({ from, until: start });
    if (until > from) from = until;
  }
  return from < period.until ? [...stretches, { from, until: period.until }] : stretches;
}

/**
 * The funding periods of a source: those for which an amount is announced, and where none is, those for which spend is
 * planned. Periods that overlap are one, so that no day's pounds count twice.
 */
export function fundingPeriods({ amounts, planned }: RiskSource): readonly Period[] {
  const announced = merged(amounts);
  return [...announced, ...merged(planned.flatMap((row) => without(row, announced)))];
}
