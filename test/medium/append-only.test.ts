import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { tableClasses } from '../support/catalogue.js';
import { addRowOfEach, rowOfEach, within } from '../support/row-of-each.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await addRowOfEach(database, 'one');
});
afterAll(() => database.drop());

const kept = Object.keys(tableClasses).filter((name) => ['tenant', 'shared'].includes(tableClasses[name] ?? ''));
/** What the ledger's own functions post is kept like what people add; a contribution and a receipt are posted beside it. */
const posted = Object.keys(tableClasses).filter((name) => tableClasses[name] === 'posted');
const everKept = [...kept, ...posted];
const all = [...everKept, 'version_in_force'];
const changes = (table: string) => {
  const columns: Readonly<Record<string, string>> = {
    partnership_authority: 'recorded_by',
    ledger_account: 'line',
    ledger_line: 'fund',
  };
  const column = columns[table] ?? 'source';
  return [`update ${table} set ${column} = ${column}`, `delete from ${table}`];
};
const empties = (table: string) => [`truncate ${table} cascade`];

async function contents(): Promise<unknown> {
  const each = all.map(
    (table) =>
      `select '${table}' as name, (select jsonb_agg(to_jsonb(r) order by to_jsonb(r)::text) from ${table} r) as rows`,
  );
  const tables = await database.sql<{ rows: unknown }>(each.join(' union all '));
  expect(tables.every(({ rows }) => rows !== null)).toBe(true);
  return tables;
}

/** What became of a statement: how many rows it changed, or the code with which it was refused. */
async function outcome(client: pg.Client, statement: string): Promise<number | string> {
  return within(client, 'one', async () => {
    await client.query('savepoint before');
    try {
      return (await client.query(statement)).rowCount ?? 0;
    } catch (error) {
      await client.query('rollback to before');
      return (error as { code: string }).code;
    }
  });
}

describe('what is recorded stays as it is (INV-03):', () => {
  it('a row of every table that can be added to is there to be tried on', () => {
    expect(Object.keys(rowOfEach).sort()).toEqual([...kept].sort());
  });

  it.each(all)('%s: the api role may neither update, delete nor truncate', async (table) => {
    const before = await contents();
    await database.as('poolkeeper_api', async (client) => {
      const tried = table === 'version_in_force' ? [`delete from ${table}`] : changes(table);
      for (const change of [...tried, ...empties(table)])
        expect([change, await outcome(client, change)]).toEqual([change, '42501']);
    });
    expect(await contents()).toEqual(before);
  });

  it.each(everKept)(
    '%s: the owner changes no row under row-level security, and is refused when it takes that away',
    async (table) => {
      const before = await contents();
      await database.as('poolkeeper_owner', async (client) => {
        for (const change of changes(table)) expect([change, await outcome(client, change)]).toEqual([change, 0]);
        for (const change of changes(table)) {
          const unguarded = `alter table ${table} no force row level security; ${change}`;
          expect([change, await outcome(client, unguarded)]).toEqual([change, 'PK001']);
        }
      });
      expect(await contents()).toEqual(before);
    },
  );

  it.each(all)('%s: the owner may not truncate', async (table) => {
    await database.as('poolkeeper_owner', async (client) => {
      for (const change of empties(table)) expect([change, await outcome(client, change)]).toEqual([change, 'PK001']);
    });
    await contents();
  });

  it.each(everKept)('%s: not even the administrator may change a row', async (table) => {
    await database.asAdmin(async (client) => {
      for (const change of [...changes(table), ...empties(table)]) {
        expect([change, await outcome(client, change)]).toEqual([change, 'PK001']);
      }
    });
  });

  it('without the trigger a change would go through, so it is the trigger that refuses', async () => {
    await database.asAdmin(async (client) => {
      await client.query('begin; alter table package_return disable trigger package_return_kept');
      expect((await client.query('delete from package_return')).rowCount).toBe(1);
    });
  });
});
