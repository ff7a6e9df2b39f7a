import { createHmac } from 'node:crypto';
import pg from 'pg';

/**
 * Who may sign in to PostgreSQL for us. The owner owns and migrates; api serves; access keeps sessions and accounts, which
 * api cannot touch; public may read what is published.
 */
export const databaseRoles = ['poolkeeper_owner', 'poolkeeper_api', 'poolkeeper_access', 'poolkeeper_public'] as const;
export type DatabaseRole = (typeof databaseRoles)[number];

/**
 * The address for one role on the same server and database. The password follows from the administrator's, so every
 * process with the one setting agrees and nothing more needs to be kept.
 */
export function urlFor(role: DatabaseRole, adminUrl: string): string {
  const url = new URL(adminUrl);
  url.password = createHmac('sha256', `poolkeeper:${decodeURIComponent(url.password)}`)
    .update(role)
    .digest('hex');
  url.username = role;
  return url.toString();
}

/**
 * Makes the roles, or gives those that are there their passwords, and lets the owner work in this database. Whether they
 * are as ordinary as they should be is asked at every start (`ready-check.ts`), since only a superuser could change that.
 */
export async function ensureRoles(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtext('poolkeeper roles'))");
    for (const role of databaseRoles) await ensureRole(client, role, new URL(urlFor(role, adminUrl)).password);
    // Every question is prepared and names its partnership, so one plan serves all values; planning anew costs more than it saves.
    await client.query(`alter role poolkeeper_api set plan_cache_mode = 'force_generic_plan'`);
    await client.query('grant poolkeeper_owner to current_user');
    const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
    const database = rows[0]?.name ?? '';
    // What a login may make, even for as long as it is connected, functions of the owner might be led to use.
    await client.query(`revoke temporary on database ${database} from public`);
    await client.query(`grant connect, create, temporary on database ${database} to poolkeeper_owner`);
    await client.query(`grant connect on database ${database} to poolkeeper_api, poolkeeper_access, poolkeeper_public`);
    await client.query('grant usage, create on schema public to poolkeeper_owner');
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, role: DatabaseRole, password: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const how = `login password ${client.escapeLiteral(password)}`;
  if (rowCount === 0) await client.query(`create role ${role} nocreatedb nocreaterole noinherit ${how}`);
  else await client.query(`alter role ${role} ${how}`);
}
