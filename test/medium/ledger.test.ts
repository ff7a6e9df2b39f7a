import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { httpOf, startApp, type TestApp } from '../support/app.js';
import { added, smallPartnership } from '../support/partnership.js';
import { addRowOfEach, within } from '../support/row-of-each.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  await smallPartnership(app, 'two');
});
afterAll(() => app.stop());

const bill = (partnership: string, given: object = {}) =>
  added(app, `partnerships/${partnership}/contributions`, {
    ...{ authority: `${partnership}-a`, dueOn: '2026-04-01', amount: '100.00', what: 'Quarter 1' },
    ...given,
  });
const pay = (partnership: string, contribution: string, given: object = {}) =>
  added(app, `partnerships/${partnership}/receipts`, {
    ...{ contribution, receivedOn: '2026-04-09', amount: '40.00', reference: 'BACS 1' },
    ...given,
  });
const position = async (partnership: string, query = '') =>
  (await app.http.get(`/api/v1/partnerships/${partnership}/ledger/position${query}`)).body;
const entry = async (partnership: string, id: string) =>
  (await app.http.get(`/api/v1/partnerships/${partnership}/ledger/entries/${id}`)).body;
const faults = (partnership: string) => app.database.sql('select * from ledger.faults($1)', [partnership]);

/** Posts straight to the ledger, as the owner's functions do, and leaves no trace. */
async function posting(lines: object[], given: object = {}): Promise<unknown> {
  const said = {
    ...{ id: '11111111-1111-4111-8111-111111111111', partnership: 'one', kind: 'spending', fund: 'pool', lines },
    ...{ effectiveOn: '2026-05-01', reason: 'Test', source: 'Test', illustrative: false, recordedBy: 'Test', ...given },
  };
  return app.database.asAdmin(async (client) => {
    await client.query('begin');
    try {
      await client.query('select ledger.post($1)', [JSON.stringify([said])]);
      await client.query('set constraints all immediate');
      return 'posted';
    } catch (error) {
      return (error as { constraint?: string; code: string }).constraint ?? (error as { code: string }).code;
    } finally {
      await client.query('rollback');
    }
  });
}
const line = (account: string, pence: string, budgetLine: string | null = null, authority: string | null = null) => ({
  ...{ account, pence, line: budgetLine, authority },
});

describe('what is recorded as due or received', () => {
  it('is posted by the same request, under the same id, in lines that come to nothing', async () => {
    const due = await bill('one');
    const paid = await pay('one', due.id);
    expect(await entry('one', due.id)).toMatchObject({
      ...{ kind: 'contribution', fund: 'pool', effectiveOn: '2026-04-01', financialYear: '2026-27', checked: false },
      ...{ reason: 'Quarter 1', reversedBy: null, recordedAt: due.recordedAt },
      lines: [
        { account: 'receivable', authority: 'one-a', line: null, amount: '100.00' },
        { account: 'contributed', authority: null, line: null, amount: '-100.00' },
      ],
    });
    expect(await entry('one', paid.id)).toMatchObject({
      ...{ kind: 'receipt', reference: 'BACS 1', pays: due.id },
      lines: [
        { account: 'cash', amount: '40.00' },
        { account: 'paid', authority: 'one-a', amount: '-40.00' },
      ],
    });
    expect(await faults('one')).toEqual([]);
  });

  it('makes the position, by partner and by fund, with every total checked', async () => {
    await bill('one', { authority: 'one-b', amount: '7.01' });
    const { partners, funds, checks, checked, illustrative } = await position('one', '?asAt=2026-04-30');
    expect(partners).toEqual([
      { partner: 'one-a', billed: '100.00', rebated: '0.00', paid: '40.00', outstanding: '60.00', inKind: '0.00' },
      { partner: 'one-b', billed: '7.01', rebated: '0.00', paid: '0.00', outstanding: '7.01', inKind: '0.00' },
    ]);
    expect(funds).toMatchObject([{ fund: 'pool', contributed: '107.01', cash: '40.00', spent: '0.00' }]);
    expect(checks.map(({ holds }: { holds: boolean }) => holds)).toEqual([true, true, true]);
    expect({ checked, illustrative }).toEqual({ checked: false, illustrative: true });
  });

  it('counts from its own day on: as at the day before, it is not there', async () => {
    const before = await position('one', '?asAt=2026-03-31');
    expect(before).toMatchObject({ partners: [], funds: [], checked: true, illustrative: false });
    const day = (await position('one', '?asAt=2026-04-08')).partners[0];
    expect(day).toMatchObject({ billed: '100.00', paid: '0.00' });
  });

  it('is known from when it was recorded on: as known the day before, it is not there', async () => {
    expect((await position('one', '?asAt=2026-04-30&knownAt=2000-01-01')).partners).toMatchObject([
      { billed: '0.00', paid: '0.00' },
      { billed: '0.00', paid: '0.00' },
    ]);
    const known = await position('one', '?asAt=2026-04-30&knownAt=2199-12-31');
    expect(known.partners).toEqual((await position('one', '?asAt=2026-04-30')).partners);
  });

  it('is seen by its own partnership alone', async () => {
    expect(await position('two')).toMatchObject({ partners: [], funds: [] });
    const officer = await app.as({ role: 'finance-officer', partnership: 'two', authority: 'two-a' });
    expect((await officer.get('/api/v1/partnerships/one/ledger/position')).status).toBe(404);
    const observer = await app.as({ role: 'observer', partnership: 'one', authority: 'one-a' });
    expect((await observer.get('/api/v1/partnerships/one/ledger/position')).status).toBe(403);
  });
});

describe('the position as a file', () => {
  it('has a row for each partner, fund and line, with the same figures and the day beside them', async () => {
    const base = '/api/v1/partnerships/one/ledger/position';
    const { text, headers } = await app.http.get(`${base}/all.csv?asAt=2026-04-30`);
    expect(headers['content-disposition']).toBe('attachment; filename="one-position.csv"');
    const [header = '', ...rows] = text.trim().split('\r\n');
    const names = header.split(',');
    const told = rows.map((row) => Object.fromEntries(row.split(',').map((cell, at) => [names[at], cell] as const)));
    const { partners, funds } = await position('one', '?asAt=2026-04-30');
    expect(told.map(({ rowOf }) => rowOf)).toEqual(['partner', 'partner', 'fund']);
    expect(told[0]).toMatchObject({ ...partners[0], fund: '', asAt: '2026-04-30', knownAt: '', checked: 'false' });
    expect(told[2]).toMatchObject({ ...funds[0], partner: '', reopened: '' });
    expect((await app.http.get(`${base}/all.csv?fund=other`)).text.trim().split('\r\n')).toHaveLength(1);
    expect((await app.http.get(`${base}/all.xlsx?asAt=2026-04-30&fund=pool`)).status).toBe(200);
    expect((await app.http.get(`${base}/all.csv?asat=2026-04-30`)).status).toBe(422);
    expect((await position('one', '?fund=other')).everyFund).toEqual(['pool']);
  });
});

describe('the ledger refuses', () => {
  const spend = [line('budget-line', '500', 'staffing'), line('cash', '-500')];
  const cases: [string, object[], object, string][] = [
    ['nothing that balances', spend, {}, 'posted'],
    ['lines that do not come to nothing (INV-04)', [line('cash', '-499'), spend[0]!], {}, 'ledger_entry_balances'],
    ['an entry of one line', [line('cash', '1')], {}, 'ledger_entry_two_lines'],
    ['a line of no amount', [...spend, line('cash', '0')], {}, 'ledger_line_says_something'],
    ['half a penny', [line('cash', '0.5'), line('cash', '-0.5')], {}, '22P02'],
    [
      'an account of nobody that is a partner’s',
      [line('paid', '5'), line('cash', '-5')],
      {},
      'ledger_account_says_whose',
    ],
    ['a partner of another', [line('paid', '5', null, 'two-a'), line('cash', '-5')], {}, 'ledger_account_of_a_partner'],
    ['variance without its decision', spend, { kind: 'variance' }, 'ledger_entry_settled_by_decision'],
    ['a reversal of nothing', spend, { kind: 'reversal' }, 'ledger_entry_reversal_of_something'],
  ];
  it.each(cases)('%s', async (_, lines, given, ended) => {
    expect(await posting(lines, given)).toBe(ended);
  });

  it('a reversal that is not the entry turned, and a second one', async () => {
    const { id } = await bill('two');
    const turned = [line('receivable', '-10000', null, 'two-a'), line('contributed', '10000')];
    const reversal = { partnership: 'two', kind: 'reversal', reverses: id };
    expect(await posting(turned, reversal)).toBe('posted');
    const half = [line('receivable', '-5000', null, 'two-a'), line('contributed', '5000')];
    expect(await posting(half, reversal)).toBe('ledger_entry_turns_what_it_reverses');
    expect(await posting(turned, { ...reversal, fund: 'other' })).toBe('ledger_entry_turns_what_it_reverses');
    expect(await posting(turned, { ...reversal, effectiveOn: '2026-03-31' })).toBe(
      'ledger_entry_turns_what_it_reverses',
    );
  });

  it('a line added to an entry that is there: its numbers are taken', async () => {
    await app.database.asAdmin(async (client) => {
      await client.query('begin');
      const adding =
        client.query(`insert into ledger_line select partnership_id, entry_id, 3, of_lines, fund, account_id, 1,
        effective_on, recorded_at from ledger_line where partnership_id = 'two' limit 1`);
      await expect(adding).rejects.toMatchObject({ constraint: 'ledger_line_numbered' });
    });
  });

  it('every row that whoever serves requests would add, and every call of what posts', async () => {
    await app.database
      .as('poolkeeper_api', (client) =>
        within(client, 'one', async () => {
          for (const table of ['ledger_account', 'ledger_entry', 'ledger_line', 'ledger_period', 'ledger_total']) {
            await client.query('savepoint here');
            await expect(client.query(`insert into ${table} default values`)).rejects.toMatchObject({ code: '42501' });
            await client.query('rollback to here');
          }
          await expect(client.query(`select ledger.post('[]')`)).rejects.toMatchObject({ code: '42501' });
        }),
      )
      .catch(() => undefined);
  });
});

describe('what the ledger comes to is noticed', () => {
  const cases: [string, string, string][] = [
    [
      'when a line is changed',
      'ledger_line',
      `update ledger_line set amount_pence = amount_pence + 1 where number = 1`,
    ],
    ['when a total is changed', 'ledger_total', `update ledger_total set amount_pence = amount_pence + 1`],
    [
      'when a total of what was recorded is changed',
      'ledger_recorded_total',
      `update ledger_recorded_total set amount_pence = amount_pence + 1`,
    ],
    ['when a line goes to another fund', 'ledger_line', `update ledger_line set fund = 'other'`],
    ['when an entry is changed', 'ledger_entry', `update ledger_entry set reason = 'Something else'`],
  ];
  it.each(cases)('%s behind its back (INV-14)', async (_, table, change) => {
    await app.database.asAdmin(async (client) => {
      await client.query(`begin; alter table ${table} disable trigger user; ${change}`);
      expect((await client.query(`select * from ledger.faults('one')`)).rows).not.toEqual([]);
    });
    expect(await faults('one')).toEqual([]);
  });
});

describe('whoever reads a ledger may have it checked', () => {
  const check = '/api/v1/partnerships/two/ledger/check';

  it('and is told that all is well, what was checked and how much of it', async () => {
    const officer = await app.as({ role: 'finance-officer', partnership: 'two', authority: 'two-b' });
    const { body } = await officer.get(check);
    expect(body).toMatchObject({ partnership: 'two', sound: true, entries: 1, lines: 2, faults: [] });
    expect(body.checks.map(({ holds }: { holds: boolean }) => holds)).toEqual(Array<boolean>(11).fill(true));
    const elsewhere = await app.as({ role: 'finance-officer', partnership: 'one', authority: 'one-a' });
    expect((await elsewhere.get(check)).status).toBe(404);
  });

  it('and is told what is wrong, even with a token that may not read what it is wrong about', async () => {
    const tamper = (by: number) =>
      app.database.asAdmin((client) =>
        client.query(`begin; alter table contribution disable trigger user;
          update contribution set amount_pence = amount_pence + ${by} where partnership_id = 'two';
          alter table contribution enable trigger user; commit`),
      );
    const officer = await app.as({ role: 'finance-officer', partnership: 'two', authority: 'two-b' });
    const asked = { label: 'Check', actions: ['ledger.read'], days: 1 };
    const { body: token } = await officer.post('/api/v1/account/tokens', asked);
    await tamper(1);
    const { body } = await httpOf(app.url, token.secret as string).get(check);
    await tamper(-1);
    expect(body).toMatchObject({ sound: false, faults: [{ fault: 'is not what was recorded as due' }] });
    expect(body.checks.filter(({ faults }: { faults: number }) => faults > 0)).toMatchObject([{ faults: 1 }]);
    expect((await app.http.get(check)).body.sound).toBe(true);
  });
});

describe('what was recorded before there was a ledger', () => {
  /** What the trail says of these tables, after a change that no trigger sees, as whoever may read all of them. */
  const told = (from: TestDatabase, change = 'select') =>
    from.asAdmin((client) =>
      within(client, 'one', async () => {
        await client.query(`set local session_replication_role = replica; ${change}`);
        const { rows } = await client.query<{
          subject: string;
          why: string;
        }>(`select subject, why from audit.rows_at_fault('one')
          where subject in ('ledger_entry', 'contribution', 'receipt')`);
        return rows;
      }),
    );

  it('is in it, as it was recorded and when, and the trail says so', async () => {
    const before = await createTestDatabase('empty');
    const at = migrations.findIndex(({ name }) => name.startsWith('Ledger'));
    await migrate(before.adminUrl, { entities: [], migrations: migrations.slice(0, at) });
    await addRowOfEach(before, 'one', ['contribution', 'receipt']);
    await before.sql(`insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source, recorded_by)
      select 'one', gen_random_uuid(), 'one-a', '2026-04-01', n, 'Bill', 'Test', 'T' from generate_series(1, 150) n`);
    await migrate(before.adminUrl, { entities: [], migrations });
    expect(await before.sql(`select * from ledger.faults('one')`)).toEqual([]);
    const [found] = await before.sql(`select count(*)::int as posted, bool_and(e.recorded_at = coalesce(c.recorded_at, r.recorded_at)) as then
      from ledger_entry e left join contribution c using (id) left join receipt r using (id)`); // prettier-ignore
    expect(found).toEqual({ posted: 152, then: true });
    expect(await told(before)).toEqual([]);
    // A batch of contributions was noted by its digest before they had the column that names an import.
    const changed = `update contribution set import_id = gen_random_uuid() where what = 'Bill' and amount_pence = 7`;
    expect(await told(before, changed)).toMatchObject([
      { subject: 'contribution', why: expect.stringContaining('batch') },
    ]);
    await before.drop();
  });
});

describe('the demonstration', () => {
  it('has its shares fall due to the penny, in the parts that are asked for', async () => {
    await app.loadDemonstration();
    const base = '/api/v1/partnerships/aspire';
    const { body: statement } = await app.http.get(`${base}/share-statements/2020-21?asAt=2026-11-22`);
    const { body } = await app.http.get(`${base}/ledger/instalments/2020-21?asAt=2026-11-22&profile=months-in-arrears`);
    expect(body).toMatchObject({ total: statement.totals.share, statementDigest: statement.digest });
    expect(body.partners.map(({ instalments }: { instalments: object[] }) => instalments.length)).toEqual([12, 12]);
    expect(body.partners[0].instalments.at(-1)).toMatchObject({ number: 12, dueOn: '2021-03-31' });
    expect((await app.http.get(`${base}/ledger/instalments/2020-21?profile=weekly`)).status).toBe(422);
    expect((await app.http.get(`${base}/ledger/instalments/2020-22`)).status).toBe(404);
  });

  it('is in the ledger to the penny', async () => {
    await app.loadDemonstration();
    expect(await faults('aspire')).toEqual([]);
    const [{ due, paid }] = (await app.database.sql<{ due: bigint; paid: bigint }>(`
      select (select sum(amount_pence) from contribution where partnership_id = 'aspire')::bigint as due,
        (select sum(amount_pence) from receipt where partnership_id = 'aspire')::bigint as paid`)) as [
      { due: bigint; paid: bigint },
    ];
    const [fund] = (await position('aspire', '?asAt=2199-12-31')).funds;
    expect([fund.contributed, fund.cash].map((pounds: string) => BigInt(pounds.replace('.', '')))).toEqual([due, paid]);
  });
});
