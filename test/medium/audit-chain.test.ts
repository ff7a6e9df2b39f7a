import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { tableClasses } from '../support/catalogue.js';
import { addRowOfEach, idOf, insertRow, rowOfEach, within } from '../support/row-of-each.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await addRowOfEach(database, 'one');
});
afterAll(() => database.drop());

const asApi = <T>(work: (client: pg.Client) => Promise<T>) => database.as('poolkeeper_api', work);
const contribution = (number: number) => ({
  ...rowOfEach['contribution']?.('one'),
  id: idOf('contribution', String(number)),
});

interface Entry {
  readonly chain: string;
  readonly position: bigint;
  readonly event: string;
  readonly subject: string;
  readonly subject_id: string | null;
  readonly detail: string;
}
const entries = (where: string, values: readonly unknown[] = []) =>
  database.sql<Entry>(
    `select e.*, d.detail from audit_entry e join audit_detail d using (chain, position) where ${where} order by chain, position`,
    values,
  );
const holds = async (chain: string) =>
  expect(await database.sql('select * from audit.first_fault($1)', [chain])).toEqual([]);

describe('the bytes that are hashed in the database', () => {
  const file = path.join(import.meta.dirname, '../../src/features/audit/verifier/golden-vectors.json');
  const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly Record<string, string | null>[];

  it.each(vectors)('are those of the golden vector at position $position (INV-32)', async (vector) => {
    const says = [
      'at',
      'person',
      'office',
      'capacity',
      'authority',
      'action',
      'event',
      'subject',
      'subjectId',
      'request',
    ];
    const [made] = await database.sql(
      `with made as (select audit.leaf($1, $2::bigint, decode($3, 'hex'), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
          audit.commitment(decode($14, 'hex'), $15)) as leaf)
        select encode(leaf, 'hex') as leaf, encode(sha256(leaf), 'hex') as hash from made`,
      [...['chain', 'position', 'previous', ...says, 'salt', 'detail'].map((name) => vector[name])],
    );
    expect(made).toEqual({ leaf: vector['leaf'], hash: vector['hash'] });
  });
});

describe('every change is one entry in the same transaction (INV-30):', () => {
  const kept = Object.keys(tableClasses).filter(
    (name) => ['tenant', 'shared', 'derived'].includes(tableClasses[name] ?? '') || name === 'ledger_entry',
  );

  it('every table that can be added to has the trigger that notes it', async () => {
    const found = await database.sql<{ name: string }>(
      `select tgrelid::regclass::text as name from pg_trigger t join pg_proc p on p.oid = t.tgfoid
        where p.proname = 'note_change' and tgenabled = 'O' and tgtype & 4 > 0 order by 1`,
    );
    expect(found.map(({ name }) => name).sort()).toEqual(kept.sort());
  });

  it('a row of each table left one entry each, in the chain of its partnership or the one that all share', async () => {
    const noted = Object.keys(rowOfEach);
    const found = await entries(`event = 'added'`);
    for (const table of noted) {
      const of = found.filter(({ subject }) => subject === table);
      expect([table, of.map(({ chain }) => chain)]).toEqual([table, [tableClasses[table] === 'shared' ? '*' : 'one']]);
      const [row] = (JSON.parse(of[0]?.detail ?? '') as { added: object[] }).added;
      expect(JSON.stringify(row)).toContain(table === 'partnership_authority' ? 'one-a' : 'Test');
    }
    await holds('one');
    await holds('*');
  });

  it('a change that is rolled back leaves none, and no gap', async () => {
    const before = await entries(`chain = 'one'`);
    const undone = asApi((client) =>
      within(client, 'one', async () => {
        await insertRow(client, 'contribution', contribution(1));
        throw new Error('undone');
      }),
    );
    await expect(undone).rejects.toThrow('undone');
    expect(await entries(`chain = 'one'`)).toEqual(before);
    await holds('one');
  });

  it('a statement that adds no row leaves none', async () => {
    const before = await entries('true');
    await asApi((client) =>
      within(client, 'one', () =>
        client.query(`insert into partnership_authority values ('one', 'one-a') on conflict do nothing`),
      ),
    );
    expect(await entries('true')).toEqual(before);
  });

  const many = (rows: number, first: number) =>
    asApi((client) =>
      within(client, 'one', () =>
        client.query(
          `insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source)
            select 'one', gen_random_uuid(), 'one-a', '2026-04-01', n, 'Bill', 'Batch'
            from generate_series($1::int, $2::int) as n`,
          [first, first + rows - 1],
        ),
      ),
    );

  it('a batch of a hundred is one entry with every row; a larger one, with their count and digest', async () => {
    await many(100, 1);
    await many(101, 1001);
    const [hundred, more] = (await entries(`subject = 'contribution' and subject_id is null`)).map(
      ({ detail }) => (JSON.parse(detail) as { added: unknown }).added,
    );
    expect(hundred).toHaveLength(100);
    expect(more).toEqual({ rows: 101, digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
    const [again] = await database.sql<{ digest: unknown }>(
      `select audit.digest(array_agg(to_jsonb(c) order by random())) as digest from contribution c where amount_pence > 1000`,
    );
    expect(again?.digest).toEqual(more);
    await holds('one');
  });

  it('rows for several chains are one entry in each', async () => {
    await database.sql(`insert into authority (id, name, kind, source, recorded_by) values
      ('x', 'X', 'other', 'Test', 'T'), ('y', 'Y', 'other', 'Test', 'T')`);
    expect((await entries(`chain = '*' and subject_id is null`)).map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/"id": "x".*"id": "y"/),
    ]);
  });

  it('what a version puts in force is noted with what it takes out of force', async () => {
    const earlier = idOf('agreement_version', 'one');
    const later = {
      ...rowOfEach['agreement_version']?.('one'),
      id: idOf('x', 'v'),
      number: 2,
      starts_on: '2020-04-01',
    };
    await asApi((client) =>
      within(client, 'one', () => insertRow(client, 'agreement_version', { ...later, supersedes: `{${earlier}}` })),
    );
    const found = await entries(`subject in ('agreement_version', 'version_in_force') and position > 10`);
    expect(found.map(({ subject, event }) => `${subject} ${event}`)).toEqual(
      expect.arrayContaining(['version_in_force removed', 'version_in_force added', 'agreement_version added']),
    );
    expect(found.find(({ event }) => event === 'removed')?.detail).toMatch(/"in_force": "\[2019-04-01,\)"/);
    await holds('one');
  });

  it('eight connections at once make one chain without a gap, in the order in which they commit', async () => {
    const before = (await entries(`chain = 'one'`)).length;
    // A contribution, and what it posts to the ledger.
    const eachTime = 2;
    const client = (worker: number) =>
      asApi(async (connection) => {
        for (let n = 0; n < 25; n += 1) {
          const adding = within(connection, 'one', async () => {
            await insertRow(connection, 'contribution', contribution(10_000 + worker * 100 + n));
            if (n % 5 === 4) throw new Error('undone');
          });
          await adding.catch((error: unknown) => expect(error).toMatchObject({ message: 'undone' }));
        }
      });
    await Promise.all(Array.from({ length: 8 }, (_, worker) => client(worker)));
    const after = await entries(`chain = 'one'`);
    expect(after).toHaveLength(before + 8 * 20 * eachTime);
    expect(after.map(({ position }) => Number(position))).toEqual(after.map((_, index) => index + 1));
    await holds('one');
  });
});

describe('nobody edits the trail:', () => {
  const tables = ['audit_head', 'audit_entry', 'audit_detail', 'audit_checkpoint'];
  const changes = (table: string) => [
    `update ${table} set chain = chain`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
  ];
  const state = () => Promise.all(tables.map((table) => database.sql(`select * from ${table} order by 1, 2`)));

  async function outcome(client: pg.Client, change: string): Promise<unknown> {
    await client.query('begin');
    const done = await client.query(change).then(
      ({ rowCount }) => rowCount,
      (error: unknown) => (error as { code: string }).code,
    );
    await client.query('rollback');
    return done;
  }

  it.each(tables)('not the api role, %s', async (table) => {
    const before = await state();
    await asApi(async (client) => {
      const insert = `insert into ${table} (chain) values ('two')`;
      for (const change of [...changes(table), insert])
        expect([change, await outcome(client, change)]).toEqual([change, '42501']);
    });
    expect(await state()).toEqual(before);
  });

  it.each(tables.slice(0, 3))('not the administrator, %s', async (table) => {
    await database.asAdmin(async (client) => {
      for (const change of changes(table)) expect([change, await outcome(client, change)]).toEqual([change, 'PK001']);
    });
  });

  it('not the owner, but by the functions that are there for it', async () => {
    await database.as('poolkeeper_owner', async (client) => {
      for (const table of ['audit_entry', 'audit_checkpoint'])
        expect(await outcome(client, `delete from ${table}`)).toBe(0);
      const erase = `update audit_detail set salt = null, detail = null`;
      expect(await outcome(client, `${erase} where position = 1`)).toBe('PK001');
      expect(await outcome(client, `${erase}, erased_by = 99999999 where position = 1 and chain = 'one'`)).toBe(
        '23503',
      );
      expect(await outcome(client, `update audit_head set size = size + 2`)).toBe('PK001');
    });
  });

  it('and only the owner’s functions may append', async () => {
    await asApi(async (client) => {
      expect(await outcome(client, `select audit.append('one', 'added', 'x', null, '{}')`)).toBe('42501');
      expect(await outcome(client, `select audit.note_reading('one', 'x', null)`)).toBe('PK403');
      expect(await outcome(client, `select audit.erase('one', 1, 'Because')`)).toBe('PK403');
    });
  });
});

describe('a detail that is erased', () => {
  it('is gone, salt and all; the chain holds, and an entry says who did it and why', async () => {
    const [position] = await asApi((client) =>
      within(
        client,
        'one',
        async () => (await client.query<{ erase: bigint }>(`select audit.erase('one', 3, 'A name')`)).rows,
      ),
    );
    expect(
      await database.sql(`select salt, detail, erased_by from audit_detail where chain = 'one' and position = 3`),
    ).toEqual([{ salt: null, detail: null, erased_by: position?.erase }]);
    expect(await entries(`event = 'erased'`)).toMatchObject([
      { subject: 'audit_entry', subject_id: '3', detail: '{"why": "A name"}' },
    ]);
    await holds('one');
  });

  it('is not erased twice', async () => {
    const before = await entries('true');
    await asApi((client) =>
      within(client, 'one', async () => {
        const again = await client.query<{ erase: bigint }>(`select audit.erase('one', 3, 'A name')`);
        expect(again.rows).toEqual([{ erase: before.find(({ event }) => event === 'erased')?.position }]);
        expect((await client.query(`select audit.erase('one', 99999, 'None')`)).rows).toEqual([{ erase: null }]);
      }),
    );
    expect(await entries('true')).toEqual(before);
  });
});

describe('the database’s own check names the first bad position', () => {
  const off = `set session_replication_role = replica; alter table audit_entry drop constraint audit_entry_check;`;
  const named = (what: string) => `where chain = 'one' and position = 5 ${what}`;
  it.each([
    ['a column is altered', `update audit_entry set office = 'chair' ${named('')}`, 5n],
    ['a leaf is altered', `update audit_entry set leaf = leaf || '\\x00' ${named('')}`, 5n],
    ['a detail is altered', `update audit_detail set detail = '{}' ${named('')}`, 5n],
    [
      'a detail is erased without a word',
      `update audit_detail set detail = null, salt = null, erased_by = 6 ${named('')}`,
      5n,
    ],
    ['a detail is deleted', `delete from audit_detail ${named('')}`, 5n],
    ['an entry is deleted', `delete from audit_entry ${named('')}`, 5n],
    ['an entry is moved', `update audit_entry set position = 999999 ${named('')}`, 5n],
  ])('when %s', async (_, change, position) => {
    await database.asAdmin(async (client) => {
      await client.query(`begin; ${off} ${change}`);
      const { rows } = await client.query(`select at_position from audit.first_fault('one')`);
      expect(rows).toEqual([{ at_position: position }]);
    });
  });

  it('when the tail is cut, and the quick check sees it too', async () => {
    await database.asAdmin(async (client) => {
      const last =
        (await client.query<{ size: bigint }>(`select size from audit_head where chain = 'one'`)).rows[0]?.size ?? 0n;
      await client.query(`begin; ${off} delete from audit_entry where chain = 'one' and position > ${last - 2n}`);
      expect((await client.query(`select at_position from audit.first_fault('one')`)).rows).toEqual([
        { at_position: last - 1n },
      ]);
      expect((await client.query(`select * from audit.heads_at_fault()`)).rows).toEqual([{ heads_at_fault: 'one' }]);
    });
    expect(await database.sql(`select * from audit.heads_at_fault()`)).toEqual([]);
  });
});
