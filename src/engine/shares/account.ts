import { type ExactParts, addParts, noParts, reduceParts, scaleParts, sumParts } from '../money/exact-parts.js';
import { type Fraction, ZERO, add, isZero, multiply, subtract } from '../money/fraction.js';
import { sayStretch } from './say-period.js';
import { type Stretch } from './stretches.js';

/** One amount and who bears it, before rounding. What its parts leave of the total nobody bears. All in pence. */
export interface Account {
  readonly total: Fraction;
  readonly unallocated: Fraction;
  /** Why something is unallocated; none when nothing is. */
  readonly why: readonly string[];
  readonly exact: ExactParts;
}

/** A stretch's amount, and what each member bears of it. */
export interface StretchShare {
  readonly net: Fraction;
  readonly parts: ExactParts;
}

/** A stretch's amount as its days' part of one for the whole period, so that it can be said. */
export interface PartShare extends StretchShare {
  /** The whole period's amount: the stretch's is its days' part of it. */
  readonly of: Fraction;
}

/** Why nobody bears what is left of a stretch's amount. */
export function whyNobody({ present }: Stretch): string {
  return present.some((isHere) => isHere) ? 'no member present has any weight' : 'no member is present';
}

/** Adds the exact parts of all stretches; nothing is rounded here. */
export function shareOut(
  count: number,
  stretches: readonly Stretch[],
  shareOne: (stretch: Stretch) => StretchShare,
): Account {
  let [total, unallocated, exact]: [Fraction, Fraction, ExactParts] = [ZERO, ZERO, noParts(count)];
  const why: string[] = [];
  for (const stretch of stretches) {
    const { net, parts } = shareOne(stretch);
    const left = subtract(net, sumParts(parts));
    if (!isZero(left)) why.push(`${sayStretch(stretch)} ${whyNobody(stretch)}`);
    [total, unallocated, exact] = [add(total, net), add(unallocated, left), addParts(exact, parts)];
  }
  return { total, unallocated, why, exact: stretches.length > 1 ? reduceParts(exact) : exact };
}

/** Everything in an account times `factor`, which is above nothing. */
export function scaleAccount({ total, unallocated, why, exact }: Account, factor: Fraction): Account {
  return {
    total: multiply(total, factor),
    unallocated: multiply(unallocated, factor),
    why,
    exact: reduceParts(scaleParts(exact, factor)),
  };
}
