import { type Action, permittedTo } from '../../features/access/permissions.js';
import { type PersonRole, roleNames } from '../../features/access/roles.js';
import type { Capacity, SignedIn } from '../../features/access/session.reader.js';
import { idleWarning, sessionIdle } from '../../features/sign-in/limits.js';

/** Whoever looks at a page, as the layout tells them. */
export interface Visitor {
  readonly person: string;
  readonly name: string;
  /** `Finance officer of Dorset Council, Aspire Adoption`; nothing until one is chosen. */
  readonly capacity: string | undefined;
  readonly grant: string | undefined;
  readonly role: PersonRole | undefined;
  /** The council that one acts for. */
  readonly authority: string | undefined;
  /** Whether there is another capacity to change to. */
  readonly several: boolean;
  /** How long until the session ends, if nothing is done, and how long before that the page warns. */
  readonly idleSeconds: number;
  readonly warningSeconds: number;
  /** How long a session lasts in which nothing is done. */
  readonly idleMinutes: number;
}

export function visitorOf({ person, name, capacity, capacities, idleAt }: SignedIn, now: number): Visitor {
  return {
    ...{ person, name },
    capacity:
      capacity === null ? undefined : [nameOf(capacity), capacity.partnershipName ?? ''].filter(Boolean).join(', '),
    grant: capacity?.grant,
    role: capacity?.role,
    authority: capacity?.authority ?? undefined,
    several: capacities > (capacity === null ? 0 : 1),
    idleSeconds: Math.floor((idleAt.getTime() - now) / 1000),
    warningSeconds: idleWarning,
    idleMinutes: sessionIdle / 60,
  };
}

/** `Finance officer of Dorset Council`. */
export function nameOf({ role, authorityName }: Pick<Capacity, 'role' | 'authorityName'>): string {
  return authorityName === null ? roleNames[role] : `${roleNames[role]}, ${authorityName}`;
}

/**
 * Whether whoever looks may do this, so that no page offers what would be refused. Where nobody is known to look, it is
 * offered, and the door asks.
 */
export function may(visitor: Visitor | undefined, action: Action): boolean {
  if (visitor === undefined) return true;
  const permitted = permittedTo(action);
  if (typeof permitted !== 'object') return permitted !== undefined;
  return visitor.role !== undefined && permitted[visitor.role] !== undefined;
}
