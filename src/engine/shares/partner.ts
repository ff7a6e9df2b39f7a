import { type Period } from '../calendar/period.js';

/** What a partner is to the agreement. Only hosts and partners contribute unless a pot names others as members. */
export type Role = 'host' | 'partner' | 'observer' | 'invited' | 'withdrawn';

/** A party to the agreement. */
export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** The days of the document's period on which it is a member; undefined when there are none. */
  readonly present: Period | undefined;
}
