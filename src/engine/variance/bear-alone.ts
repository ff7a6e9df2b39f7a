import { days } from '../calendar/period.js';
import { fraction, roundHalfAwayFromZero } from '../money/fraction.js';
import { type Pence, pence } from '../money/pence.js';
import { sayPence } from '../shares/say.js';
import { sayDays } from '../shares/say-period.js';
import { type Around } from './steps/step-rule.js';

/** What one member bears of an amount that is its alone. */
export interface Alone {
  readonly took: Pence;
  readonly name: string;
  /** What its absence leaves, to follow a sentence; empty when it is never absent. */
  readonly absence: string;
}

/**
 * An amount (not negative) that is one member's alone: its days' part of it, to the penny, halves up. What falls in its
 * absence it does not bear (formula.md, membership).
 */
export function bearAlone(amount: Pence, position: number, { members, period }: Around): Alone {
  const member = members[position];
  if (!member) throw new Error('An amount falls to a member that there is not');
  const [here, all] = [member.present ? days(member.present) : 0, days(period)];
  const took = pence(roundHalfAwayFromZero(fraction(amount * BigInt(here), BigInt(all))));
  const absent = `, but is no member on ${sayDays(all - here)} of ${all}, whose part it does not bear`;
  return { took, name: member.name, absence: here === all ? '' : `${absent}: ${sayPence(took)} falls to it` };
}
