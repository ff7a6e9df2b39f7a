import { randomUUID } from 'node:crypto';
import type { PersonRole } from '../../src/features/access/roles.js';
import { markDemonstration, openService } from '../../src/platform/database/service-session.js';
import { newSecret, ticketOf } from '../../src/platform/database/ticket.js';
import type { TestDatabase } from './test-database.js';

/** In which capacity somebody acts in a test. */
export interface TestCapacity {
  readonly role: PersonRole;
  /** None for an administrator. */
  readonly partnership?: string;
  readonly authority?: string;
  readonly from?: string;
  readonly until?: string;
  /** A token's: the actions it may do. */
  readonly scope?: readonly string[];
  /** An auditor's: left out, another council has approved. */
  readonly unapproved?: true;
}

export interface TestSession {
  readonly secret: string;
  readonly person: string;
  readonly grant: string;
}

/** The secret of the service that loads the demonstration, in a database that is marked as one. */
export async function serviceSecret(database: TestDatabase): Promise<string> {
  const known = services.get(database.name);
  if (known !== undefined) return known;
  await markDemonstration(database.adminUrl);
  const secret = await openService(database.adminUrl, 'demonstration');
  services.set(database.name, secret);
  return secret;
}

const services = new Map<string, string>();

/** What that service's ticket is in the database that a connection is in. */
export function ticketIn({ database = '' }: { readonly database?: string | undefined }): string {
  const secret = services.get(database);
  if (secret === undefined) throw new Error(`No service was opened in ${database}.`);
  return ticketOf(secret);
}

/** Somebody new with one role, signed in; put there by the administrator of the database. */
export async function sessionAs(database: TestDatabase, capacity: TestCapacity): Promise<TestSession> {
  const { role, partnership = null, authority = null, from = '2000-01-01', scope = null } = capacity;
  const until = capacity.until ?? (role === 'auditor' ? '2099-01-01' : null);
  const [person, grant, secret] = [randomUUID(), randomUUID(), newSecret()];
  const given = [person, grant, partnership, role, authority, from, until];
  await database.asAdmin(async (client) => {
    await client.query('begin');
    // Whether an authority is the host is asked of the records as whoever gives the grant sees them.
    const giver = role === 'finance-lead' ? ticketOf(await serviceSecret(database)) : undefined;
    if (giver) await client.query('select authz.open($1, $2, $3, $4)', [giver, 'grant.give', partnership, 'test']);
    await client.query(give, [...given, capacity.unapproved ?? false]);
    await client.query(start, [person, grant, ticketOf(secret), scope]);
    await client.query('commit');
  });
  return { secret, person, grant };
}

const give = `
  with p as (insert into person (id, name, authority_id, source, recorded_by) values ($1, 'Somebody', $5, 'Test', 'Test')),
  g as (insert into role_grant (id, partnership_id, person_id, role, authority_id, starts_on, ends_before, source, recorded_by)
    values ($2, $3, $1, $4, $5, $6, $7, 'Test', 'Test'))
  insert into role_grant_approval (grant_id, partnership_id, authority_id, source, recorded_by)
    select $2, $3, (select min(authority_id::text) from partnership_authority where partnership_id = $3), 'Test', 'Test'
    where $4 = 'auditor' and not $8`;

const start = `
  insert into authz.session (kind, person_id, grant_id, secret_digest, label, idle_for, expires_at, scope)
  values (case when $4::text[] is null then 'browser' else 'token' end, $1, $2, sha256(decode($3, 'hex')), 'Test', '1 day', now() + interval '1 day', $4)`;
