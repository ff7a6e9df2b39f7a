import type { Guarded } from '../../../migrations/support/guard.js';
import { type Action, ownershipOf } from '../../../src/features/access/permissions.js';
import type { Capacity } from './capacities.js';
import type { World } from './world.js';

/** A row, as far as it matters whose it is. */
export type Owned = Readonly<Record<string, unknown>>;

/** What the table of permissions says: the policies are made from another text, and have to come to the same. */
export function mayRead(capacity: Capacity, guarded: Guarded, row: Owned, world: Pick<World, 'rows'>): boolean {
  if (guarded.partnership === 'chain' && row['chain'] === '*' && readsShared(capacity)) return true;
  if (ownershipOf(capacity.role, guarded.read as Action) === undefined) return false;
  if (capacity.place === '*') return true;
  if (guarded.table === 'person') return isKnownTo(capacity, row, world);
  return guarded.partnership === undefined || placeOf(guarded, row) === capacity.place;
}

/** The trail of what belongs to no partnership is for whoever acts for all. */
function readsShared({ role, place }: Capacity): boolean {
  return place === '*' && ownershipOf(role, 'shared-audit.read') !== undefined;
}

/** What moves money is confirmed by what approves it, never by whoever sent it. */
const isUnapproved = (role: string, table: string, row: Owned) =>
  table === 'import_confirmation' &&
  role !== 'demonstration' &&
  !['provisions', 'measures'].includes(String(row['kind']));

/** Admission, exit and who hosts are reserved to the councils together. */
const isReserved = (role: string, { table }: Guarded, row: Owned) =>
  isUnapproved(role, table, row) ||
  (table === 'participation' && role === 'lead-officer' && !['invited', 'observer'].includes(String(row['role'])));

export function mayAdd({ role, authority, place }: Capacity, guarded: Guarded, row: Owned): boolean {
  const ownership = ownershipOf(role, guarded.add as Action);
  if (ownership === undefined || isReserved(role, guarded, row)) return false;
  if (guarded.partnership !== undefined && placeOf(guarded, row) !== place) return false;
  if (guarded.authority === undefined || ownership !== 'own') return true;
  const whose = row[guarded.authority.column] ?? (guarded.authority.nobodys === 'own' ? authority : undefined);
  return authority !== null && whose === authority;
}

/** The partnership of a row; one that belongs to none is only within reach of who acts for all. */
function placeOf({ partnership = '' }: Guarded, row: Owned): unknown {
  const column = /^coalesce\((\w+)/.exec(partnership)?.[1] ?? partnership;
  return row[column] ?? '*';
}

/** Names are personal: one's own council's people, and those with a role in the partnership. */
function isKnownTo({ authority, place }: Capacity, person: Owned, { rows }: Pick<World, 'rows'>): boolean {
  if (authority !== null && person['authority_id'] === authority) return true;
  return (rows['role_grant'] ?? []).some(
    ({ row }) => row['person_id'] === person['id'] && row['partnership_id'] === place,
  );
}
