import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { permissions } from '../../src/features/access/permissions.js';
import { catalogueFaults, partnershipColumn, tableClasses } from '../support/catalogue.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The faults after a change, as the administrator, that is then taken back. */
async function faultsAfter(change: string): Promise<readonly string[]> {
  const statements = `begin; ${change}`;
  return database.asAdmin(async (client) => {
    await client.query(statements);
    return catalogueFaults(async <T extends object>(text: string) => (await client.query(text)).rows as T[]);
  });
}

describe('the catalogue', () => {
  it('has every table classified, with the guards of its class', async () => {
    expect(await catalogueFaults((text) => database.sql(text))).toEqual([]);
  });

  it.each([
    ['a table that nobody classified', 'create table secret (id int)', 'secret is not classified'],
    ['a view that nobody classified', 'create view leak as select * from receipt', 'leak is not classified'],
    ['a table in another schema', 'create table authz.hidden (id int)', 'authz.hidden is not classified'],
    ['a table that is gone', 'drop table package_return', 'package_return is not there'],
    ['a policy that is gone', 'drop policy receipt_read on receipt', 'receipt has the policies'],
    ['a policy too many', 'create policy extra on receipt for select using (true)', 'receipt has the policies'],
    [
      'a policy that says something else',
      'alter policy receipt_read on receipt using (true)',
      'receipt has the policies',
    ],
    ['no row-level security', 'alter table receipt disable row level security', 'receipt is not under forced'],
    ['its owner let past it', 'alter table receipt no force row level security', 'receipt is not under forced'],
    ['update granted', 'grant update on receipt to poolkeeper_api', 'receipt grants'],
    ['one column granted', 'grant update (what) on contribution to poolkeeper_api', 'contribution grants'],
    ['a grant to public', 'grant select on receipt to poolkeeper_public', 'receipt grants'],
    ['a grant to everyone', 'grant select on migrations to public', 'migrations grants'],
    ['a trigger that is gone', 'drop trigger receipt_kept on receipt', 'receipt is kept by'],
    ['a trigger switched off', 'alter table receipt disable trigger receipt_kept', 'receipt is kept by'],
    ['truncate unguarded', 'drop trigger receipt_never_emptied on receipt', 'receipt is kept by'],
    ['the api role as owner', 'alter table receipt owner to poolkeeper_api', 'receipt is owned by'],
    ['the api role above the rules', 'alter role poolkeeper_api bypassrls', 'poolkeeper_api is above'],
    ['the api role as superuser', 'alter role poolkeeper_api superuser', 'poolkeeper_api is above'],
    ['the api role acting as owner', 'grant poolkeeper_owner to poolkeeper_api', 'poolkeeper_api acts as'],
    ['the api role making tables', 'grant create on schema public to poolkeeper_api', 'poolkeeper_api may make'],
    ['a context for public', 'grant execute on function authz.open to poolkeeper_public', 'poolkeeper_public may open'],
    ['the key for the api role', 'grant select on authz.secret to poolkeeper_api', 'authz.secret grants'],
    ['sessions for the api role', 'grant select on authz.session to poolkeeper_api', 'authz.session grants'],
    ['a function with its owner’s rights', 'alter function authz.actor() security definer', 'authz.actor() acts as'],
  ])('shows %s', async (_, change, fault) => {
    expect((await faultsAfter(change)).join('\n')).toContain(fault);
  });

  it('carries the partnership in every key between tables of partnerships', async () => {
    const own = Object.keys(tableClasses).filter((name) => ['tenant', 'derived'].includes(tableClasses[name] ?? ''));
    const keys = await database.sql<{ name: string; here: string; there: string; columns: string[]; contype: string }>(
      `
      select conname as name, conrelid::regclass::text as here, confrelid::regclass::text as there, contype::text,
        (select array_agg(attname::text) from pg_attribute where attrelid = conrelid and attnum = any (conkey)) as columns
      from pg_constraint where contype in ('p', 'f', 'u', 'x') and conrelid::regclass::text = any ($1)`,
      [own],
    );
    const global = new Set([
      ...[
        'partnership_name_key',
        'partnership_authority_authority_id_fkey',
        'role_grant_pkey',
        'role_grant_person_id_fkey',
      ],
      ...[
        'role_grant_approval_pkey',
        'role_grant_approval_grant_id_fkey',
        'role_grant_end_once',
        'role_grant_end_grant_id_fkey',
      ],
    ]);
    const without = keys.filter(({ here, columns }) => !columns.includes(partnershipColumn(here)));
    expect(new Set(without.map(({ name }) => name))).toEqual(global);
    expect(keys.length).toBeGreaterThan(40);
  });

  it('holds the table of permissions as the application has it', async () => {
    const rows = await database.sql('select role, action, ownership from authz.permission');
    const written = Object.entries(permissions).flatMap(([action, permitted]) =>
      typeof permitted === 'string'
        ? []
        : Object.entries(permitted).map(([role, ownership]) => `${role} ${ownership} ${action}`),
    );
    expect(
      rows.map(({ role, action, ownership }) => `${String(role)} ${String(ownership)} ${String(action)}`).sort(),
    ).toEqual(written.sort());
  });

  it('grants the public role nothing that holds rows but what is published', async () => {
    for (const table of Object.keys(tableClasses).filter((name) => name !== 'publication')) {
      const asked = database.as('poolkeeper_public', (client) => client.query(`select * from ${table}`));
      await expect(asked).rejects.toMatchObject({ code: '42501' });
    }
  });
});
