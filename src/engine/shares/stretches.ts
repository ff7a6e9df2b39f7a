import { type LocalDate } from '../calendar/local-date.js';
import { type Period, days } from '../calendar/period.js';
import { type Fraction, divide, fraction, sum } from '../money/fraction.js';
import { type Partner } from './partner.js';

/** Days of the period in which the same members are present. */
export interface Stretch {
  readonly period: Period;
  readonly days: number;
  /** Its days as a part of the whole period's. */
  readonly part: Fraction;
  /** By position among the members. */
  readonly present: readonly boolean[];
}

/** The days on which a stretch begins: the first of the period, and every one on which a member joins or has left. */
export function cuts(period: Period, members: readonly Partner[]): readonly LocalDate[] {
  const dates = new Set<LocalDate>([period.from]);
  for (const { present } of members) {
    if (present) dates.add(present.from).add(present.until);
  }
  dates.delete(period.until);
  return [...dates].sort();
}

/**
 * The period cut at every join and leave of the members (formula.md, membership inside the period); with `within`, only
 * those of its days, each stretch still a part of the whole period.
 */
export function stretchesOf(period: Period, members: readonly Partner[], within = period): readonly Stretch[] {
  const starts = cuts(within, members);
  const whole = BigInt(days(period));
  return starts.map((from, i) => {
    const stretch = { from, until: starts[i + 1] ?? within.until };
    const present = members.map((member) => isPresent(member, from));
    return { period: stretch, days: days(stretch), part: fraction(BigInt(days(stretch)), whole), present };
  });
}

/** The part of the whole period that stretches cover: one unless only some of its days are shared. */
export function covered(stretches: readonly Stretch[]): Fraction {
  return sum(stretches.map(({ part }) => part));
}

/** The stretches as if the days that they cover were the whole period. */
export function asWhole(stretches: readonly Stretch[]): readonly Stretch[] {
  const all = covered(stretches);
  return stretches.map((stretch) => ({ ...stretch, part: divide(stretch.part, all) }));
}

/** Whether a member is one on a day of the period. */
function isPresent({ present }: Partner, day: LocalDate): boolean {
  return present !== undefined && present.from <= day && day < present.until;
}
