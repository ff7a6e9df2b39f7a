/** The roles that a person may be granted, as they are called in words. */
export const personRoles = {
  'finance-officer': 'Finance officer',
  'finance-lead': 'Finance lead of the host',
  'lead-officer': 'Lead officer',
  'board-member': 'Board member',
  chair: 'Chair',
  'committee-clerk': 'Committee clerk',
  observer: 'Observer',
  auditor: 'Auditor',
  administrator: 'Administrator',
} as const;

/** What a process of ours acts as: loading the demonstration, and what is done by the clock. */
export const serviceRoles = { demonstration: 'Demonstration', clockwork: 'Clockwork' } as const;

export type PersonRole = keyof typeof personRoles;
export type ServiceRole = keyof typeof serviceRoles;
export type Role = PersonRole | ServiceRole;

export const roleNames: Readonly<Record<Role, string>> = { ...personRoles, ...serviceRoles };
