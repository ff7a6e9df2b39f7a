import { formatDecimal, showDecimal } from '../../money/decimal.js';
import { type Fraction } from '../../money/fraction.js';

/** A factor for the words of a step: exact when it has a short decimal, else to eight places and `…`. */
export function sayFactor(factor: Fraction): string {
  const exact = showDecimal(factor);
  return exact.includes('/') ? `${formatDecimal(factor, 8)}…` : exact;
}
