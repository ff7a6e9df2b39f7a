import { type RoundedDown } from './quotas.js';

/**
 * Gives the units left over one each to the first in `order`, and the odd part below a unit whole to the next. Answers
 * whole pence by position.
 */
export function handOut({ units, left, odd }: RoundedDown, unit: bigint, order: readonly number[]): bigint[] {
  for (let i = 0; i < left; i += 1) units[order[i] as number] = (units[order[i] as number] as bigint) + 1n;
  const parts = unit === 1n ? units : units.map((count) => count * unit);
  const next = order[left];
  if (odd > 0n && next !== undefined) parts[next] = (parts[next] as bigint) + odd;
  return parts;
}

/** Every position, in agreement order. */
export function everyone(numerators: readonly bigint[]): number[] {
  const order: number[] = [];
  for (let i = 0; i < numerators.length; i += 1) order.push(i);
  return order;
}

/** The positions with any weight, in agreement order: nobody else ever receives a unit. */
export function thoseWithWeight(numerators: readonly bigint[]): number[] {
  return everyone(numerators).filter((position) => numerators[position] !== 0n);
}
