import { type LocalDate } from '../calendar/local-date.js';
import { type Period, contains, days, overlap } from '../calendar/period.js';
import { type Fraction, fraction } from '../money/fraction.js';
import { type FundingAmount, type RiskSource } from './position.js';

/** What one announced amount gives for the days for which it stands. */
export interface AmountPart {
  readonly amount: FundingAmount;
  readonly within: Period;
  readonly exact: Fraction;
}

/**
 * The amount that stands on a day: of those that cover it the latest announced, of those announced together the latest to
 * start. `amounts` are in that order, as `asKnown` gives them.
 */
export function amountOn(amounts: readonly FundingAmount[], day: LocalDate): FundingAmount | undefined {
  return amounts.findLast((amount) => contains(amount, day));
}

/**
 * What a source gives over a period: every announced amount bears its days' part, and where two cover the same days only
 * the one that stands counts.
 */
export function amountOver({ amounts }: RiskSource, period: Period): readonly AmountPart[] {
  const cuts = [period.from, period.until, ...amounts.flatMap(({ from, until }) => [from, until])];
  const sorted = [...new Set(cuts)].toSorted();
  return sorted.flatMap((from, index) => {
    const until = sorted[index + 1];
    const within = until === undefined ? undefined : overlap({ from, until }, period);
    const amount = within && amountOn(amounts, within.from);
    if (!amount) return [];
    return [{ amount, within, exact: fraction(amount.amount * BigInt(days(within)), BigInt(days(amount))) }];
  });
}
