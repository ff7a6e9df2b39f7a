import { largestRemainder } from './largest-remainder.js';
import { type Quotas } from './quotas.js';

/** Whole units nearest to `numerator / per`, a half upwards. */
function nearest(numerator: bigint, per: bigint): bigint {
  const doubled = 2n * numerator + per;
  const quotient = doubled / (2n * per);
  return doubled < 0n && quotient * 2n * per !== doubled ? quotient - 1n : quotient;
}

/**
 * Everyone else rounds to the nearest unit, halves up, and the named partner takes the difference (formula.md,
 * rounding). When the named partner has no weight here it can take none, so largest-remainder decides (our decision).
 */
export function namedPartner(quotas: Quotas, named: number): bigint[] {
  const { numerators, per, unit, total } = quotas;
  if ((numerators[named] ?? 0n) === 0n) return largestRemainder(quotas);
  const parts = numerators.map((numerator) => nearest(numerator, per) * unit);
  const others = parts.reduce((sum, part, position) => (position === named ? sum : sum + part), 0n);
  parts[named] = total - others;
  return parts;
}
