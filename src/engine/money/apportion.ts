import { type ExactParts, overOne } from './exact-parts.js';
import { type Fraction } from './fraction.js';
import { type Pence, pence } from './pence.js';
import { firstListed } from './remainders/first-listed.js';
import { largestRemainder } from './remainders/largest-remainder.js';
import { largestShare } from './remainders/largest-share.js';
import { namedPartner } from './remainders/named-partner.js';
import { type Quotas } from './remainders/quotas.js';
import { type RemainderRule, type Rounding, TO_THE_PENNY } from './rounding.js';

/** Every remainder rule an agreement may name. One without a function does not compile. */
const remainders: Readonly<Record<RemainderRule, (quotas: Quotas, named: number) => bigint[]>> = {
  'largest-remainder': largestRemainder,
  'largest-share': largestShare,
  'first-listed': firstListed,
  partner: namedPartner,
};

/** Rounds quotas by the rule, and stands for it that the parts make the whole. */
function settle(quotas: Quotas, rounding: Rounding): Pence[] {
  const parts = remainders[rounding.rule](quotas, rounding.rule === 'partner' ? rounding.named : -1);
  let sum = 0n;
  for (const part of parts) sum += part;
  if (sum !== quotas.total) throw new Error('The parts do not make the whole');
  return parts as Pence[];
}

/** The sum of weights. Throws a RangeError when one is negative: a basis has refused that before. */
function sumWeights(weights: readonly bigint[]): bigint {
  let sum = 0n;
  for (const weight of weights) {
    if (weight < 0n) throw new RangeError('A weight is not negative');
    sum += weight;
  }
  return sum;
}

function negated(parts: readonly bigint[]): Pence[] {
  return parts.map((part) => -part) as Pence[];
}

/**
 * Hands out `total` in proportion to whole-number `weights`, in whole `unit`s, every penny of it and no more; a negative
 * total is apportioned as its positive and negated (formula.md, rounding; INV-01). Answers pence by position. Throws a
 * RangeError for a negative weight, or for a total when all weights are nothing.
 */
export function apportion(
  total: Pence,
  weights: readonly bigint[],
  rounding: Rounding = TO_THE_PENNY,
): readonly Pence[] {
  if (total < 0n) return negated(apportion(pence(0n - total), weights, rounding));
  const sum = sumWeights(weights);
  if (sum === 0n) {
    if (total !== 0n) throw new RangeError('No weight bears the total');
    return weights.map(() => 0n as Pence);
  }
  const numerators: bigint[] = [];
  for (const weight of weights) numerators.push(total * weight);
  const { unit } = rounding;
  return settle({ total, unit, numerators, per: unit === 1n ? sum : sum * unit }, rounding);
}

/** As `apportion`, in proportion to exact fractions; they need not come to one. */
export function apportionShares(total: Pence, shares: readonly Fraction[], rounding?: Rounding): readonly Pence[] {
  return apportion(total, overOne(shares).parts, rounding);
}

/**
 * Rounds exact amounts that already make `total` (in pence; single ones may be negative) to
 * whole `unit`s, by the same rules as `apportion`. Throws an Error when the amounts do not make the total.
 */
export function roundParts(total: Pence, exact: ExactParts, rounding: Rounding = TO_THE_PENNY): readonly Pence[] {
  const { parts, over } = exact;
  if (parts.reduce((sum, part) => sum + part, 0n) !== total * over) throw new Error('The parts do not make the total');
  if (total < 0n) {
    const positive = { parts: parts.map((part) => -part), over };
    return negated(roundParts(pence(0n - total), positive, rounding));
  }
  return settle({ total, unit: rounding.unit, numerators: parts, per: over * rounding.unit }, rounding);
}
