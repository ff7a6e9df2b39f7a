import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type DatabaseRole, urlFor } from '../../src/platform/database/roles.js';
import { useExactTypes } from '../../src/platform/database/types.js';

/** A database of its own for one test file. */
export interface TestDatabase {
  readonly name: string;
  /** The administrator's address: a superuser, whom row-level security does not hold. */
  readonly adminUrl: string;
  url(role: DatabaseRole): string;
  /** Asks as the administrator. */
  sql<T extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<readonly T[]>;
  /** Works on one connection of one role; whatever it leaves open is rolled back. */
  as<T>(role: DatabaseRole, work: (client: pg.Client) => Promise<T>): Promise<T>;
  /** The same as the administrator. */
  asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  /** How many rows each table holds, to show that a refusal stored nothing but, in the audit trail, itself. */
  rowCounts(): Promise<Readonly<Record<string, number>>>;
  drop(): Promise<void>;
}

/** A copy of the migrated template, or of another database to which nothing is connected; with `empty`, nothing is in it. */
export async function createTestDatabase(
  from: 'template' | 'empty' | TestDatabase = 'template',
): Promise<TestDatabase> {
  useExactTypes();
  const template = new URL(process.env['POOLKEEPER_TEST_DATABASE'] ?? '');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const named = { template: template.pathname.slice(1), empty: 'template0' };
  const source = typeof from === 'string' ? named[from] : from.name;
  await atServer(template, `create database ${name} template ${source}`);
  // A copy has all but who may do what with the database itself.
  await atServer(template, `revoke temporary on database ${name} from public`);
  const address = new URL(template);
  address.pathname = `/${name}`;
  return testDatabase(name, address.toString(), () => atServer(template, `drop database ${name} with (force)`));
}

function testDatabase(name: string, adminUrl: string, drop: () => Promise<void>): TestDatabase {
  const sql: TestDatabase['sql'] = <T extends object>(text: string, values: readonly unknown[] = []) =>
    connected(adminUrl, async (client) => (await client.query(text, [...values])).rows as T[]);
  const url = (role: DatabaseRole) => urlFor(role, adminUrl);
  return {
    name,
    adminUrl,
    url,
    sql,
    as: (role, work) => connected(url(role), work),
    asAdmin: (work) => connected(adminUrl, work),
    rowCounts: async () => {
      const tables = await sql<{ name: string }>(
        `select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
          and relname not in ('audit_head', 'audit_entry', 'audit_detail')`,
      );
      const counts = tables.map((table) => `select '${table.name}' as name, count(*)::int as count from ${table.name}`);
      const rows = await sql<{ name: string; count: number }>(`${counts.join(' union all ')} order by name`);
      return Object.fromEntries(rows.map((row) => [row.name, row.count]));
    },
    drop,
  };
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function atServer(template: URL, text: string): Promise<void> {
  const server = new URL(template);
  server.pathname = '/postgres';
  await connected(server.toString(), (client) => client.query(text));
}
