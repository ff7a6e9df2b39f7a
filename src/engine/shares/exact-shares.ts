import { type ExactParts, reduceParts } from '../money/exact-parts.js';
import { type Fraction } from '../money/fraction.js';

/**
 * Each exact amount as a share of `total`, over the one smallest denominator that all of them have (`119/187`,
 * `47/187`): the numerator is then the weight, and the denominator the weights together. Throws when total is nothing.
 */
export function sharesOfTotal({ parts, over }: ExactParts, total: Fraction): ExactParts {
  if (total.numerator === 0n) throw new RangeError('Nothing has no shares');
  const sign = total.numerator < 0n ? -1n : 1n;
  const numerators = parts.map((part) => part * total.denominator * sign);
  return reduceParts({ parts: numerators, over: over * total.numerator * sign });
}

/** A share as it is shown. */
export function showShare(part: bigint, over: bigint): string {
  if (part === 0n) return '0';
  return part === over ? '1' : `${String(part)}/${String(over)}`;
}
