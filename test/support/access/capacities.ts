import { personRoles, type PersonRole, type Role, type ServiceRole } from '../../../src/features/access/roles.js';
import { openService } from '../../../src/platform/database/service-session.js';
import { ticketOf } from '../../../src/platform/database/ticket.js';
import { serviceSecret, sessionAs } from '../sessions.js';
import type { TestDatabase } from '../test-database.js';

/** Somebody with a session, acting in one role. */
export interface Capacity {
  readonly role: Role;
  readonly authority: string | null;
  readonly ticket: string;
  /** For which partnership the context is opened; `*` for every one. */
  readonly place: string;
  /** Something that the role may do, to open a context for. */
  readonly action: string;
}

export function nameOf({ role, authority, place }: Capacity): string {
  return `${role}${authority === null ? '' : ` of ${authority}`} in ${place}`;
}

type Names = readonly string[];

/** Somebody in every role, for every partnership and authority where there is such a thing. */
export async function everyCapacity(database: TestDatabase, partnerships: Names, letters: Names): Promise<Capacity[]> {
  const made: Capacity[] = [];
  for (const role of Object.keys(personRoles) as PersonRole[]) {
    if (role === 'administrator') continue;
    for (const partnership of partnerships) {
      for (const letter of lettersOf(role, letters)) {
        const authority = letter === null ? null : `${partnership}-${letter}`;
        const { secret } = await sessionAs(database, { role, partnership, ...(authority ? { authority } : {}) });
        made.push({ role, authority, ticket: ticketOf(secret), place: partnership, action: 'partnership.read' });
      }
    }
  }
  return [...made, ...(await withoutPartnership(database, [...partnerships, '*']))];
}

/** Only the host has a finance lead, and an auditor is of no authority. */
function lettersOf(role: PersonRole, letters: Names): readonly (string | null)[] {
  if (role === 'auditor') return [null];
  return role === 'finance-lead' ? letters.slice(0, 1) : letters;
}

/** Who may act in any partnership, in each and in all of them at once. */
async function withoutPartnership(database: TestDatabase, places: Names): Promise<Capacity[]> {
  const { secret } = await sessionAs(database, { role: 'administrator' });
  const clockwork = await openService(database.adminUrl, 'clockwork');
  const all: readonly [Role & (ServiceRole | 'administrator'), string, string][] = [
    ['administrator', secret, 'partnership.read'],
    ['demonstration', await serviceSecret(database), 'partnership.read'],
    ['clockwork', clockwork, 'audit.checkpoint'],
  ];
  return all.flatMap(([role, held, action]) =>
    places.map((place) => ({ role, authority: null, ticket: ticketOf(held), place, action })),
  );
}
