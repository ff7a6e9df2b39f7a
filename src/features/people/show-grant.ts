import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import type { Grant } from './dto/grant.js';
import type { RoleGrantRow } from './role-grant.entity.js';

/** A grant with what was said of it later. */
export type GrantRow = RoleGrantRow & {
  readonly person_name: string;
  readonly in_force: boolean;
  readonly approved_for: string | null;
  readonly approved_by: string | null;
  readonly approved_at: Date | null;
  readonly end_reason: string | null;
  readonly ended_by: string | null;
  readonly ended_at: Date | null;
};

/** Whether a grant is in force is asked of the function that the door itself asks. */
export const grants = `
  select g.*, n.name as person_name, authz.grant_in_force(g.id) as in_force,
    a.authority_id as approved_for, a.recorded_by as approved_by, a.recorded_at as approved_at,
    e.source as end_reason, e.recorded_by as ended_by, e.recorded_at as ended_at
  from role_grant g join person n on n.id = g.person_id
    left join role_grant_approval a on a.grant_id = g.id left join role_grant_end e on e.grant_id = g.id`;

export const grantColumns: Omit<Listing, 'select'> = {
  key: { sql: 'g.id', type: 'uuid' },
  filters: {
    person: { sql: 'g.person_id', type: 'uuid' },
    role: { sql: 'g.role', type: 'text' },
    authority: { sql: 'g.authority_id', type: 'text' },
    from: { sql: 'g.starts_on', type: 'date' },
    until: { sql: 'g.ends_before', type: 'date' },
    inForce: { sql: 'authz.grant_in_force(g.id)', type: 'boolean' },
    illustrative: { sql: 'g.illustrative', type: 'boolean' },
  },
  sorts: {
    from: { sql: 'g.starts_on', type: 'date' },
    personName: { sql: 'n.name', type: 'text' },
    role: { sql: 'g.role', type: 'text' },
  },
};

export function showGrant(row: GrantRow): Grant {
  return {
    id: row.id,
    person: row.person_id,
    personName: row.person_name,
    role: row.role,
    authority: row.authority_id,
    from: row.starts_on,
    until: row.ends_before,
    givenBy: row.given_by,
    givenFor: row.given_for,
    approved: showApproval(row),
    ended: showEnd(row),
    inForce: row.in_force,
    ...showProvenance(row),
  };
}

function showApproval({ approved_for, approved_by, approved_at }: GrantRow): Grant['approved'] {
  if (approved_for === null || approved_by === null || approved_at === null) return null;
  return { authority: approved_for, by: approved_by, at: approved_at.toISOString() };
}

function showEnd({ end_reason, ended_by, ended_at }: GrantRow): Grant['ended'] {
  if (end_reason === null || ended_by === null || ended_at === null) return null;
  return { reason: end_reason, by: ended_by, at: ended_at.toISOString() };
}
