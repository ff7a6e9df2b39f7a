import type { PersonRole } from '../access/roles.js';

/** Somebody of the demonstration: nobody real, with one role. */
export interface DemonstrationPerson {
  readonly role: PersonRole;
  readonly authority?: string;
}

export const partnershipToShow = 'aspire';

/** One for each role. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  { role: 'finance-officer', authority: 'dorset' },
  { role: 'finance-lead', authority: 'bcp' },
  { role: 'lead-officer', authority: 'dorset' },
  { role: 'board-member', authority: 'dorset' },
  { role: 'chair', authority: 'bcp' },
  { role: 'committee-clerk', authority: 'dorset' },
  { role: 'observer', authority: 'dorset' },
  { role: 'auditor' },
  { role: 'administrator' },
];
