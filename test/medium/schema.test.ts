import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/all.js';
import type { LocalDate } from '../../src/engine/calendar/local-date.js';
import { financialYearOf } from '../../src/engine/calendar/financial-year.js';
import { ownerDataSource } from '../../src/platform/database/data-source.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { startApp, type TestApp } from '../support/app.js';
import { tableClasses } from '../support/catalogue.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

interface ColumnFound {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly primary: boolean;
}

const columnsOfTables = `
  select c.relname as table, a.attname as name, not a.attnotnull and coalesce(not t.typnotnull, true) as nullable,
    format_type(case when t.typbasetype > 0 then t.typbasetype else t.oid end, null) as type,
    exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any (k.conkey)) as primary
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1, 2`;

const types: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone' };

describe('every row class', () => {
  it('has the columns of its table, of the same types, as nullable and as primary as they are', async () => {
    const found = await app.database.sql<ColumnFound>(columnsOfTables);
    const source = app.app.get(DataSource);
    for (const { tableName, columns } of source.entityMetadatas) {
      const declared = columns.map(({ databaseName: name, type, isNullable, isPrimary, isArray }) => {
        const plain = types[String(type)] ?? String(type);
        return {
          table: tableName,
          name,
          type: isArray ? `${plain}[]` : plain,
          nullable: isNullable,
          primary: isPrimary,
        };
      });
      const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
      expect(declared.sort(byName)).toEqual(found.filter(({ table }) => table === tableName).sort(byName));
    }
  });

  it('is there for every table but those that no class writes', () => {
    const mapped = new Set(app.app.get(DataSource).entityMetadatas.map(({ tableName }) => tableName));
    const without = Object.keys(tableClasses).filter((table) => !mapped.has(table));
    expect(without.filter((table) => !table.startsWith('authz.')).sort()).toEqual([
      ...['audit_checkpoint', 'audit_cosignature', 'audit_detail', 'audit_entry', 'audit_head'],
      'idempotency',
      ...['import', 'import_confirmation', 'import_outcome', 'import_part', 'import_reading', 'import_submission'],
      ...['ledger_account', 'ledger_entry', 'ledger_line', 'ledger_period', 'ledger_recorded_total', 'ledger_total'],
      'migrations',
      'partnership_authority',
      'version_in_force',
    ]);
  });
});

describe('the migrations', () => {
  let fresh: TestDatabase;
  beforeAll(async () => {
    fresh = await createTestDatabase('empty');
  });
  afterAll(() => fresh.drop());

  const parts = [
    `select table_name, column_name, data_type, domain_name, is_nullable, column_default, generation_expression
      from information_schema.columns where table_schema in ('public', 'authz') order by 1, 2`,
    `select conname, conrelid::regclass::text, pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace order by 1, 2`,
    `select * from pg_policies order by tablename, policyname`,
    `select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`,
    `select tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal order by 1, 2`,
    `select proname, prosrc, prosecdef, proconfig, proacl::text from pg_proc
      where pronamespace in (select oid from pg_namespace where nspname = 'authz') or proowner = 'poolkeeper_owner'::regrole order by 1`,
    `select relname, relrowsecurity, relforcerowsecurity, relacl::text from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'S') order by 1`,
    `select typname from pg_type where typtype = 'd' and typnamespace = 'public'::regnamespace order by 1`,
    `select nspname, nspacl::text from pg_namespace where nspname in ('authz', 'audit', 'ledger', 'public') order by 1`,
  ];
  const shape = async (database: TestDatabase) => {
    const found = [];
    for (const part of parts) found.push(await database.sql(part));
    return found;
  };

  it('make on an empty database what every test runs on, and make nothing the second time', async () => {
    expect(await migrate(fresh.adminUrl, { entities: [], migrations })).toHaveLength(migrations.length);
    expect(await shape(fresh)).toEqual(await shape(app.database));
    expect(await migrate(fresh.adminUrl, { entities: [], migrations })).toEqual([]);
  });

  it('go down to nothing, and up again to the same', async () => {
    const before = await shape(fresh);
    const owner = await ownerDataSource(fresh.url('poolkeeper_owner'), { entities: [], migrations }).initialize();
    for (let undone = 0; undone < migrations.length; undone += 1) await owner.undoLastMigration();
    await owner.destroy();
    const left = await fresh.sql<{ name: string }>(`
      select relname as name from pg_class where relowner = 'poolkeeper_owner'::regrole and relkind in ('r', 'v')
      union all select proname from pg_proc where proowner = 'poolkeeper_owner'::regrole
        and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e')
      union all select nspname from pg_namespace where nspowner = 'poolkeeper_owner'::regrole
      union all select typname from pg_type where typowner = 'poolkeeper_owner'::regrole and typtype = 'd'`);
    expect(left).toEqual([{ name: 'migrations' }]);
    await migrate(fresh.adminUrl, { entities: [], migrations });
    expect(await shape(fresh)).toEqual(before);
  });
});

describe('financial_year()', () => {
  it.each(['UTC', 'Europe/London', 'Asia/Kolkata', 'America/New_York'])(
    'agrees with the engine for every day from 2000 to 2060, in %s (INV-15)',
    async (zone) => {
      const days = await app.database.sql<{ day: LocalDate; year: string }>(`
        select set_config('timezone', '${zone}', false), day::date as day, financial_year(day::date) as year
        from generate_series('2000-01-01'::timestamp, '2060-12-31', '1 day') as day`);
      expect(days).toHaveLength(22_281);
      expect(days.filter(({ day, year }) => financialYearOf(day) !== year)).toEqual([]);
    },
  );
});
