import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { Database } from '../../src/platform/database/database.js';
import { statement } from '../../src/platform/database/statement.js';
import { startApp, type TestApp } from '../support/app.js';
import { partnershipColumn, tableClasses } from '../support/catalogue.js';
import { addRowOfEach, idOf, insertRow, rowOfEach, type TableRow, within } from '../support/row-of-each.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await addRowOfEach(app.database, 'one');
  await addRowOfEach(app.database, 'two');
});
afterAll(() => app.stop());

const guarded = Object.keys(tableClasses).filter((name) => !['platform', 'kept'].includes(tableClasses[name] ?? ''));
const outOfReach = Object.keys(tableClasses).filter((name) => tableClasses[name] === 'kept');
const ofOne = guarded.filter((name) => !['shared', 'audit', 'own'].includes(tableClasses[name] ?? ''));
const asApi = <T>(work: (client: pg.Client) => Promise<T>) => app.database.as('poolkeeper_api', work);

async function count(client: pg.Client, table: string, where = 'true'): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table} where ${where}`);
  return rows[0]?.count ?? -1;
}

describe('with the context of one partnership, direct SQL as the api role', () => {
  it.each(ofOne)('reads its own rows of %s and nobody else’s', async (table) => {
    await asApi((client) =>
      within(client, 'one', async () => {
        // A contribution and a receipt post several rows to the ledger; of everything else there is one.
        const own = await count(client, table, `${partnershipColumn(table)} = 'one'`);
        if (table.startsWith('ledger_')) expect(own).toBeGreaterThan(0);
        else expect(own).toBe(1);
        expect(await count(client, table)).toBe(own);
        expect(await count(client, table, `${partnershipColumn(table)} = 'two'`)).toBe(0);
      }),
    );
  });

  it.each(['audit_head', 'audit_entry', 'audit_detail'])(
    'reads %s of its own chain and nobody else’s',
    async (table) => {
      await asApi((client) =>
        within(client, 'one', async () => {
          expect(await count(client, table)).toBeGreaterThan(0);
          expect(await count(client, table, `chain <> 'one'`)).toBe(0);
        }),
      );
    },
  );

  it.each(ofOne.filter((name) => name in rowOfEach))('adds no row of %s to another', async (table) => {
    const before = await app.database.rowCounts();
    const foreign: TableRow = { ...rowOfEach[table]?.('three'), [partnershipColumn(table)]: 'two' };
    const adding = asApi((client) => within(client, 'one', () => insertRow(client, table, foreign)));
    await expect(adding).rejects.toMatchObject({ code: '42501' });
    expect(await app.database.rowCounts()).toEqual(before);
  });

  it('would read the rows of others if the policy did not say whose they are', async () => {
    await app.database.asAdmin(async (client) => {
      await client.query('begin; alter policy receipt_read on receipt using (true); set role poolkeeper_api');
      await client.query('select authz.open($1, $2, $3, $4)', [app.service.ticket, 'partnership.read', 'one', 'test']);
      expect(await count(client, 'receipt', `partnership_id = 'two'`)).toBe(1);
    });
  });

  it.each(outOfReach)('cannot so much as ask for %s', async (table) => {
    const asking = asApi((client) => within(client, 'one', () => count(client, table)));
    await expect(asking).rejects.toMatchObject({ code: '42501' });
  });

  it('writes no day into force by itself', async () => {
    const sql = `insert into version_in_force values ('one', '${idOf('agreement_version', 'one')}', '[2018-01-01,2018-02-01)')`;
    await expect(asApi((client) => within(client, 'one', () => client.query(sql)))).rejects.toMatchObject({
      code: '42501',
    });
  });

  it.each(Object.keys(rowOfEach))('adds no row of %s in somebody else’s name', async (table) => {
    const forged: TableRow = { ...rowOfEach[table]?.('one'), recorded_by: 'Somebody else' };
    const adding = asApi((client) => within(client, 'one', () => insertRow(client, table, forged)));
    await expect(adding).rejects.toMatchObject({ code: '42501' });
  });
});

describe('what a row says of its own making is what the database knows:', () => {
  it.each(Object.keys(rowOfEach))('no row of %s is dated back', async (table) => {
    const forged: TableRow = { ...rowOfEach[table]?.('one'), recorded_at: '2020-01-01T00:00:00Z' };
    const adding = asApi((client) => within(client, 'one', () => insertRow(client, table, forged)));
    await expect(adding).rejects.toMatchObject({ code: '42501' });
  });

  it('no council gives an auditor’s grant in another’s name, to approve it alone', async () => {
    const lead = await app.as({ role: 'lead-officer', partnership: 'one', authority: 'one-a' });
    const auditor = { ...rowOfEach['role_grant']?.('one'), id: idOf('role_grant', 'forged') };
    const forgeries: readonly TableRow[] = [{ given_for: 'two-a' }, { given_for: null }, { given_by: null }];
    for (const forged of forgeries) {
      const adding = asApi(async (client) => {
        await client.query('begin');
        await client.query('select authz.open($1, $2, $3, $4)', [lead.ticket, 'grant.give', 'one', 'test']);
        await insertRow(client, 'role_grant', { ...auditor, ...forged });
      });
      await expect(adding).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('a row that names a parent of another partnership is refused by the database:', () => {
  const parents: Readonly<Record<string, string>> = {
    authority_id: 'two-a',
    draft_id: idOf('ledger_draft', 'two'),
    closing_id: idOf('ledger_closing', 'two'),
    decision_id: idOf('decision', 'two'),
    agreement_id: idOf('agreement', 'two'),
    contribution_id: idOf('contribution', 'two'),
    source_id: idOf('funding_source', 'two'),
    publication_id: idOf('publication', 'two'),
  };
  const swaps = Object.entries(rowOfEach)
    .filter(([table, row]) => 'id' in row('one') && !['person', 'federated_identity'].includes(table))
    .flatMap(([table, row]) =>
      Object.keys(parents)
        // A proposal is decided once, which is noticed before anything else about its outcome.
        .filter((column) => column in row('one') && !table.endsWith('_outcome'))
        .map((column) => [table, column]),
    );

  it.each(swaps)('%s by its %s', async (table = '', column = '') => {
    const before = await app.database.rowCounts();
    const row: TableRow = {
      ...rowOfEach[table]?.('one'),
      ...otherwiseNew[table],
      id: idOf(table, 'new'),
      [column]: parents[column] ?? '',
    };
    const adding = asApi((client) => within(client, 'one', () => insertRow(client, table, row)));
    await expect(adding).rejects.toMatchObject({ code: '23503' });
    expect(await app.database.rowCounts()).toEqual(before);
  });

  it('a version by one that it supersedes', async () => {
    const adding = asApi((client) =>
      within(client, 'one', async () => {
        const row = {
          ...rowOfEach['agreement_version']?.('one'),
          ...otherwiseNew['agreement_version'],
          id: idOf('x', 'new'),
        };
        await insertRow(client, 'agreement_version', { ...row, supersedes: `{${idOf('agreement_version', 'two')}}` });
      }),
    );
    await expect(adding).rejects.toMatchObject({ code: '23503', constraint: 'agreement_version_supersedes_its_own' });
  });
});

/** What makes a second row of a table different enough from the first to meet no other rule. */
const otherwiseNew: Readonly<Record<string, TableRow>> = {
  participation: { role: 'partner', starts_on: '2031-01-01' },
  decision: { reference: '2' },
  role_grant: { role: 'observer' },
  agreement_version: { number: 2, starts_on: '2017-01-01', ends_before: '2018-01-01' },
};

describe('without a context, direct SQL as the api role', () => {
  it.each(guarded)('reads nothing of %s', async (table) => {
    await asApi(async (client) => expect(await count(client, table)).toBe(0));
  });

  it.each(Object.keys(rowOfEach))('adds nothing to %s', async (table) => {
    const adding = asApi((client) =>
      insertRow(client, table, { ...rowOfEach[table]?.('four'), recorded_by: 'Nobody' }),
    );
    await expect(adding).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a context', () => {
  const opening = (client: pg.Client, ticket: string, partnership = 'one', action = 'receipt.read') =>
    client.query('select authz.open($1, $2, $3, $4)', [ticket, action, partnership, 'test']);
  const open = (client: pg.Client, partnership: string) => opening(client, app.service.ticket, partnership);

  it('of every partnership reads all and adds to none', async () => {
    await asApi((client) => within(client, '*', async () => expect(await count(client, 'receipt')).toBe(2)));
    const row = { ...rowOfEach['participation']?.('one'), ...otherwiseNew['participation'], id: idOf('x', 'new') };
    const adding = asApi((client) => within(client, '*', () => insertRow(client, 'participation', row)));
    await expect(adding).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot be opened twice, even for the same partnership', async () => {
    for (const partnership of ['one', 'two', '*']) {
      const twice = asApi((client) => within(client, 'one', () => open(client, partnership)));
      await expect(twice).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('is opened by no ticket that nobody holds', async () => {
    for (const ticket of ['', '00', 'f'.repeat(64), app.service.secret.slice(0, 0)]) {
      await expect(asApi((client) => opening(client, ticket))).rejects.toMatchObject({ code: 'PK401' });
    }
  });

  it('that was made up rather than opened is refused by whatever asks it', async () => {
    const fields = ['two', 'demonstration', '', '', '', '', 'receipt.read', '', 'Demonstration', ''].join('\u001f');
    for (const forged of [fields, `${'0'.repeat(64)}${fields}`, 'x', 'f'.repeat(64)]) {
      await asApi(async (client) => {
        await client.query('begin');
        await client.query("select set_config('authz.context', $1, true)", [forged]);
        await expect(count(client, 'receipt')).rejects.toMatchObject({ code: '42501' });
      });
    }
  });

  it('that was opened elsewhere is refused: in another transaction, on another connection, with one field changed', async () => {
    await asApi(async (client) => {
      await client.query('begin');
      await open(client, 'one');
      const { rows } = await client.query<{ context: string }>("select current_setting('authz.context') as context");
      const context = rows[0]!.context;
      const using = async (other: pg.Client, value: string) => {
        await other.query('rollback');
        await other.query('begin');
        await other.query("select set_config('authz.context', $1, true)", [value]);
        await expect(count(other, 'receipt')).rejects.toMatchObject({ code: '42501' });
      };
      await asApi((other) => using(other, context));
      await client.query("select set_config('authz.context', $1, true)", [context.replace(/^(.{64})one/, '$1two')]);
      await expect(count(client, 'receipt')).rejects.toMatchObject({ code: '42501' });
      await using(client, context);
    });
  });

  it.each(['commit', 'rollback'])('is gone in the next transaction after a %s', async (end) => {
    await asApi(async (client) => {
      await client.query('begin');
      await open(client, 'one');
      expect(await count(client, 'receipt')).toBe(1);
      await client.query(end);
      expect(await count(client, 'receipt')).toBe(0);
      await within(client, 'two', async () => expect(await count(client, 'receipt', `partnership_id = 'two'`)).toBe(1));
    });
  });
});

/** A pooled connection, as far as it can be cut. */
interface Cuttable {
  readonly connection: { readonly stream: { destroy(error: Error): void } };
}

describe('the door to the database', () => {
  const context = { ticket: '', action: 'partnership.read', partnership: 'one', request: 'test' };
  beforeAll(() => void Object.assign(context, { ticket: app.service.ticket }));
  const insert = statement(`insert into partnership_authority (partnership_id, authority_id) values ('one', 'two-a')`);
  const receipts = statement('select partnership_id from receipt');
  const named = statement('select authority_id from partnership_authority');
  const door = () => app.app.get(Database);

  it('lets nothing be written by a question', async () => {
    const before = await app.database.rowCounts();
    await expect(door().read(context, (session) => session.rows(insert))).rejects.toMatchObject({ code: '25006' });
    expect(await app.database.rowCounts()).toEqual(before);
  });

  it('keeps nothing of a write that fails', async () => {
    const before = await app.database.rowCounts();
    const failing = door().write(context, async (session) => {
      await session.rows(insert);
      throw new Error('after all');
    });
    await expect(failing).rejects.toThrow('after all');
    expect(await app.database.rowCounts()).toEqual(before);
  });

  it('keeps each transaction to its own partnership, on whatever connection, after failures too', async () => {
    const ask = async (partnership: string, fails: boolean) => {
      const found = door().read({ ...context, partnership }, async (session) => {
        const rows = await session.rows(receipts);
        if (fails) await session.rows(statement('select 1 / 0'));
        return rows;
      });
      if (fails) await expect(found).rejects.toMatchObject({ code: '22012' });
      else expect(await found).toEqual([{ partnership_id: partnership }]);
    };
    await Promise.all(Array.from({ length: 60 }, (_, n) => ask(n % 2 ? 'one' : 'two', n % 5 === 0)));
  });

  it('refuses a context that PostgreSQL refuses, and serves the next one', async () => {
    const nobody = { ...context, ticket: '00' };
    await expect(door().read(nobody, (session) => session.rows(receipts))).rejects.toMatchObject({
      code: 'PK401',
    });
    expect(await door().read(context, (session) => session.rows(receipts))).toHaveLength(1);
  });

  it('asks alone as it asks in a transaction: only in its own partnership, and read only', async () => {
    const alone = (partnership: string) => door().questions({ ...context, partnership });
    expect(await alone('one').rows(receipts)).toEqual([{ partnership_id: 'one' }]);
    expect(await alone('two').rows(receipts)).toEqual([{ partnership_id: 'two' }]);
    await expect(alone('one').rows(insert)).rejects.toMatchObject({ code: '25006' });
    const nobody = door().questions({ ...context, ticket: '00' });
    await expect(nobody.rows(receipts)).rejects.toMatchObject({ code: 'PK401' });
  });

  it('keeps questions that are asked together apart, through failures and refusals', async () => {
    const ask = async (round: number) => {
      const partnership = round % 2 === 0 ? 'one' : 'two';
      const session = door().questions({ ...context, partnership });
      if (round % 5 === 0) await session.rows(statement('select 1 / 0')).catch(() => undefined);
      if (round % 7 === 0)
        await door()
          .questions({ ...context, ticket: '00' })
          .rows(receipts)
          .catch(() => undefined);
      expect(await session.rows(receipts)).toEqual([{ partnership_id: partnership }]);
    };
    await Promise.all(Array.from({ length: 500 }, (_, round) => ask(round)));
  });

  it('fails a question whose connection is cut, and answers the next', async () => {
    const { master } = app.app.get(DataSource).driver as unknown as { master: { _clients: Cuttable[] } };
    const asleep = door().questions(context).rows(statement('select pg_sleep(20)'));
    const failing = expect(asleep).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (const { connection } of master._clients) connection.stream.destroy(new Error('cut'));
    await failing;
    expect(await door().questions(context).rows(receipts)).toEqual([{ partnership_id: 'one' }]);
  });

  it('joins a write only by the context of its session, and then stands or falls with it', async () => {
    const add = statement(
      `insert into partnership_authority (partnership_id, authority_id)
       select 'one', id from authority where id not in (select authority_id from partnership_authority) limit 1 returning *`,
    );
    const counted = async () => (await door().read(context, (session) => session.rows(named))).length;
    const before = await counted();
    const failing = door().write(context, async (session) => {
      await door().write(session.context, (joined) => joined.rows(add));
      throw new Error('The outer one fails.');
    });
    await expect(failing).rejects.toThrow('The outer one fails.');
    expect(await counted()).toBe(before);
  });
});
