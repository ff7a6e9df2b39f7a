import { type Action, ownershipOf } from '../../features/access/permissions.js';
import type { Visitor } from './visitor.js';

/** The one council for which whoever looks may do this; none where the table of permissions lets them for any. */
export function ownCouncil(visitor: Visitor | undefined, action: Action): string | undefined {
  const role = visitor?.role;
  return role !== undefined && ownershipOf(role, action) === 'own' ? visitor?.authority : undefined;
}
