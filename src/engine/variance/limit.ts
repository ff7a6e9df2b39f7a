import { formatDecimal } from '../money/decimal.js';
import { fraction, fromPence, multiply, roundHalfAwayFromZero } from '../money/fraction.js';
import { type Pence } from '../money/pence.js';
import { sayFigure, sayPence } from '../shares/say.js';
import { type Limit } from './steps/step.js';

/** A step's limit in pence; a percentage of the budget to the nearest penny, halves up (formula.md, section 2). */
export function limitInPence(limit: Limit, budget: Pence): bigint {
  if (limit.kind === 'amount') return limit.amount;
  return roundHalfAwayFromZero(multiply(multiply(fromPence(budget), limit.percent), fraction(1n, 100n)));
}

/** What the working says of a limit, as a sentence that follows another; nothing without one. */
export function sayLimit(limit: Limit | undefined, budget: Pence): string {
  if (!limit) return '';
  const amount = sayPence(limitInPence(limit, budget));
  if (limit.kind === 'amount') return ` This step takes at most ${amount}.`;
  return ` This step takes at most ${sayFigure(limit.percent)}% of the budget of ${sayPence(budget)}: ${amount}.`;
}

/** A limit as it was posted and what it comes to, for the inputs of a step. */
export function showLimit(limit: Limit | undefined, budget: Pence): Readonly<Record<string, string>> {
  if (!limit) return {};
  const amount = formatDecimal(fraction(limitInPence(limit, budget), 100n), 2);
  return limit.kind === 'amount' ? { limit: amount } : { percentOfBudget: sayFigure(limit.percent), limit: amount };
}
