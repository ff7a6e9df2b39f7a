import { type ExactParts, reduceParts } from '../money/exact-parts.js';
import { type Fraction } from '../money/fraction.js';

/** Beyond this many figures below the line nobody redoes a fraction, and printing it costs more than the sum did. */
const MOST_SHOWN = 10n ** 200n;

/** Whether a denominator is one that is shown. */
export function isShown(over: bigint): boolean {
  return over < MOST_SHOWN;
}

/**
 * Each exact amount as a share of `total`, over the one smallest denominator that all of them have (`119/187`,
 * `47/187`): the numerator is then the weight, and the denominator the weights together. One too long to be shown is left as
 * it is. Throws when total is nothing.
 */
export function sharesOfTotal({ parts, over }: ExactParts, total: Fraction): ExactParts {
  if (total.numerator === 0n) throw new RangeError('Nothing has no shares');
  const sign = total.numerator < 0n ? -1n : 1n;
  const numerators = parts.map((part) => part * total.denominator * sign);
  const shares = { parts: numerators, over: over * total.numerator * sign };
  return isShown(over) ? reduceParts(shares) : shares;
}

/** Shares as they are shown. */
export function showShares({ parts, over }: ExactParts): readonly string[] {
  const below = `/${String(over)}`;
  return parts.map((part) => (part === 0n ? '0' : part === over ? '1' : `${String(part)}${below}`));
}
