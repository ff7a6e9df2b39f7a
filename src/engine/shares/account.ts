import { type ExactParts, addParts, reduceParts, scaleParts, sumParts } from '../money/exact-parts.js';
import { type Fraction, isZero, multiply, subtract, sum } from '../money/fraction.js';
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

/** One stretch as an account of its own. */
function accountOf(stretch: Stretch, { net, parts }: StretchShare): Account {
  const unallocated = subtract(net, sumParts(parts));
  const why = isZero(unallocated) ? [] : [`${sayStretch(stretch)} ${whyNobody(stretch)}`];
  return { total: net, unallocated, why, exact: parts };
}

/** Adds the exact parts of all stretches, of which there is at least one; nothing is rounded here. */
export function shareOut(stretches: readonly Stretch[], shareOne: (stretch: Stretch) => StretchShare): Account {
  const [first, ...others] = stretches.map((stretch) => accountOf(stretch, shareOne(stretch)));
  if (!first) throw new Error('A period has no days');
  if (others.length === 0) return first;
  const all = [first, ...others];
  return {
    total: sum(all.map(({ total }) => total)),
    unallocated: sum(all.map(({ unallocated }) => unallocated)),
    why: all.flatMap(({ why }) => why),
    exact: reduceParts(others.reduce((exact, one) => addParts(exact, one.exact), first.exact)),
  };
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
