import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { addRowOfEach, insertRow, rowOfEach } from '../support/row-of-each.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await addRowOfEach(app.database, 'one');
});
afterAll(() => app.stop());

const asApi = <T>(work: (client: pg.Client) => Promise<T>) => app.database.as('poolkeeper_api', work);
const types = ['text', 'uuid', 'date', 'bool', 'bytea', 'int4', 'int8', 'timestamptz', 'interval', 'numeric', '_text'];

/** Types of one's own under the names of everyone's, with a check that keeps whatever whoever runs it can read. */
async function layTrap(client: pg.Client): Promise<void> {
  await client.query(`create temporary table loot (who pg_catalog.text); grant all on loot to public`);
  for (const type of types) {
    await client.query(`
      create function pg_temp.trap(given pg_catalog.${type}) returns pg_catalog.bool language plpgsql as $$
      begin
        if current_user <> session_user then insert into pg_temp.loot values (current_user); end if;
        return true;
      end $$;
      create domain pg_temp.${type} as pg_catalog.${type} check (pg_temp.trap(value))`);
  }
}

it('lets no login that serves make anything, not even for itself', async () => {
  for (const login of ['poolkeeper_api', 'poolkeeper_access', 'poolkeeper_public'] as const) {
    await app.database.as(login, async (client) => {
      const making = client.query('create temporary table mine (id int)');
      await expect(making).rejects.toMatchObject({ code: '42501' });
    });
  }
});

it('leads no function of the owner to run what a login made, even if it could make temporary things', async () => {
  await app.database.sql(`grant temporary on database ${app.database.name} to poolkeeper_api`);
  const rows = ['contribution', 'role_grant', 'authority', 'agreement'];
  const attempts: readonly ((client: pg.Client) => Promise<unknown>)[] = [
    (client) => client.query('select authz.open($1, $2, $3, $4)', [app.service.ticket, 'contribution.add', 'one', '']),
    (client) => client.query('select authz.open_to_read($1, $2, $3, $4)', ['00', 'contribution.read', 'one', '']),
    (client) => client.query(`select authz.open($1, $2, $3, $4)`, [app.service.ticket, 'no.such', 'one', '']),
    ...Object.keys(rowOfEach).map((table) => (client: pg.Client) => client.query(`select count(*) from ${table}`)),
    ...rows.map((table) => (client: pg.Client) => insertRow(client, table, rowOfEach[table]!('one'))),
    (client) =>
      client.query(`select authz.partnership(), authz.person(), authz.actor(), authz.holder(), authz.today()`),
    (client) => client.query(`select audit.note_reading('one', 'x', null), audit.erase('one', 1, 'Because')`),
    (client) => client.query(`select audit.heads_at_fault(), audit.first_fault('one')`),
    (client) => client.query(`select audit.note_refusal($1, 'x', 'one', 'x')`, [app.service.ticket]),
  ];
  for (const path of ['default', 'pg_temp, pg_catalog, public', 'public, authz, audit, pg_catalog']) {
    await asApi(async (client) => {
      await layTrap(client);
      await client.query(`set search_path = ${path}`);
      for (const attempt of attempts) {
        await client.query('begin');
        await client.query('select authz.open($1, $2, $3, $4)', [app.service.ticket, 'contribution.read', 'one', '']);
        await client.query('savepoint here');
        await attempt(client).catch(() => client.query('rollback to savepoint here'));
        expect((await client.query('select who from pg_temp.loot')).rows).toEqual([]);
        await client.query('rollback');
        await client.query('begin');
        await attempt(client).catch(() => client.query('rollback; begin'));
        expect((await client.query('select who from pg_temp.loot')).rows).toEqual([]);
        await client.query('rollback');
      }
    });
  }
});
