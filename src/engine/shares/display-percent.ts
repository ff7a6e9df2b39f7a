import { formatDecimal } from '../money/decimal.js';
import { type Pence } from '../money/pence.js';

/** `amount` as a percentage of `total` at two decimals, a half away from zero; of nothing it is `0.00`. For display only. */
export function displayPercent(amount: Pence, total: Pence): string {
  if (total === 0n) return '0.00';
  const sign = total < 0n ? -1n : 1n;
  return formatDecimal({ numerator: amount * 100n * sign, denominator: total * sign }, 2);
}
