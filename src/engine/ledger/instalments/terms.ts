import { type Fraction } from '../../money/fraction.js';
import { type RemainderRule } from '../../money/rounding.js';
import { type Profile } from './profile.js';

/** Which part gets a penny that is left over; a named partner, as in a schedule, cannot: the parts are one partner's own. */
export const oddPennyRules = [
  'largest-remainder',
  'first-listed',
  'largest-share',
] as const satisfies readonly RemainderRule[];
export type OddPennyRule = (typeof oddPennyRules)[number];

/** A day of every year, `MM-DD`, and how much of a year's share falls due on it. */
export interface StatedDate {
  readonly day: string;
  readonly percent: Fraction;
}

/** How a year's share falls due: in equal parts, or on dates stated with their parts; and how long there is to pay. */
export interface InstalmentTerms {
  readonly falls: Profile | readonly StatedDate[];
  /** Days after a part falls due in which it is paid in time. */
  readonly daysToPay: number;
  readonly oddPennies: OddPennyRule;
}

/** Equal parts, to be paid on the day on which they fall due: what holds where an agreement says nothing else. */
export function equalParts(profile: Profile): InstalmentTerms {
  return { falls: profile, daysToPay: 0, oddPennies: 'largest-remainder' };
}
