import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { smallPartnership } from '../support/partnership.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  await smallPartnership(app, 'odd');
});
afterAll(() => app.stop());

const position = async (partnership: string, query = '') =>
  (await app.http.get(`/api/v1/partnerships/${partnership}/ledger/position${query}`)).body;
const entry = async (partnership: string, id: string) =>
  (await app.http.get(`/api/v1/partnerships/${partnership}/ledger/entries/${id}`)).body;
const faults = (partnership: string) => app.database.sql('select * from ledger.faults($1)', [partnership]);

describe('what came from an import that was approved as a whole', () => {
  const add = (
    by: string,
  ) => `insert into import (partnership_id, id, kind, file_name, file_digest, file_bytes, source, recorded_by)
      select 'one', '22222222-2222-4222-8222-222222222222', 'contributions', 'a.csv', 'sha256:' || repeat('0', 64), 1, 'Test', ${by};
    insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source, recorded_by, import_id)
      select 'one', '33333333-3333-4333-8333-333333333333', 'one-a', '2020-04-01', 1, 'Bill', 'Test', ${by},
        '22222222-2222-4222-8222-222222222222';`;

  it('says so, and counts as checked', async () => {
    await app.database.sql(add(`'T'`));
    const id = '33333333-3333-4333-8333-333333333333';
    expect(await entry('one', id)).toMatchObject({ checked: true, reason: 'Bill' });
    expect(await position('one', '?asAt=2020-04-01')).toMatchObject({ checked: true });
    expect(await faults('one')).toEqual([]);
  });

  it('is said by nobody who serves requests', async () => {
    const saying = app.database.as('poolkeeper_api', async (client) => {
      await client.query('begin');
      await client.query(`select authz.open($1, 'contribution.add', 'one', 'test')`, [app.service.ticket]);
      await client.query(`insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source, import_id)
        values ('one', gen_random_uuid(), 'one-a', '2020-04-01', 1, 'Bill', 'Test', '22222222-2222-4222-8222-222222222222')`);
    });
    await expect(saying).rejects.toMatchObject({ code: '42501', message: expect.stringContaining('of_no_import') });
  });
});

describe('an entry that is posted', () => {
  it('has the digest of what it says, whatever is said and however many at once', async () => {
    const odd = String.raw`E'\u00a3 "quoted" \\ back/slash \t\n\u0001\u007f\u2028 \U0001F600 {"a": [1, null]}'`;
    await app.database.sql(`
      insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source, illustrative, recorded_by)
        select 'odd', gen_random_uuid(), (array['odd-a', 'odd-b'])[1 + n % 2], date '2020-02-29' + n, n, n || ${odd}, ${odd}, n % 3 = 0, 'T'
        from generate_series(1, 130) n;
      insert into receipt (partnership_id, id, authority_id, contribution_id, received_on, amount_pence, reference, source, recorded_by)
        select c.partnership_id, gen_random_uuid(), c.authority_id, c.id, c.due_on, c.amount_pence, c.what, c.source, 'T'
        from contribution c where c.partnership_id = 'odd'`);
    expect(await faults('odd')).toEqual([]);
    const [found] = await app.database.sql(`select count(*)::int as entries, count(distinct digest)::int as digests
      from ledger_entry where partnership_id = 'odd'`);
    expect(found).toEqual({ entries: 260, digests: 260 });
  });

  it('has it too where it is spending of an import, which is posted without JSON', async () => {
    const odd = String.raw`E'\u00a3 "quoted" \\ back/slash \t\n\u007f\u2028 \U0001F600 {"a": [1, null]}'`;
    const id = '55555555-5555-4555-8555-555555555555';
    await app.database.sql(`
      insert into import (partnership_id, id, kind, file_name, file_digest, file_bytes, source, recorded_by)
        values ('odd', '${id}', 'spending', 'a.csv', 'sha256:' || repeat('1', 64), 1, 'Test', 'T');
      insert into import_part (partnership_id, import_id, number, many, rows, source, recorded_by)
        select 'odd', '${id}', 1 + n % 3, count(*), jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'fund', case when n % 7 = 0 then 'other'
          else 'pool' end, 'line', (array['rent', 'staffing', 'a'])[1 + n % 3], 'spent_on', date '2020-02-29' + n, 'amount_pence', n, 'what', n || ${odd},
          'reference', case when n % 2 = 0 then ${odd} end, 'source', ${odd}, 'illustrative', n % 5 = 0)), 'Test', 'T'
        from generate_series(1, 130) n group by 1 + n % 3;
      begin;
      select authz.open('${app.service.ticket}', 'import.add', 'odd', 'test');
      select ledger.add_import('odd', '${id}', 'spending');
      commit`);
    expect(await faults('odd')).toEqual([]);
    const [found] = await app.database
      .sql(`select count(*)::int as entries, count(distinct digest)::int as digests, count(reference)::int as named,
      count(distinct recorded_by)::int as who from ledger_entry where import_id = '${id}'`);
    expect(found).toEqual({ entries: 130, digests: 130, named: 65, who: 1 });
  });
});

describe('the ledger refuses', () => {
  const account = `insert into ledger_account (partnership_id, fund, kind) values ('one', 'pool', 'cash') on conflict do nothing`;
  const entryOfTwo = `insert into ledger_entry (partnership_id, id, fund, kind, effective_on, lines, reason, digest, source, recorded_by)
    select 'one', '44444444-4444-4444-8444-444444444444', 'pool', 'contribution', '2026-05-01', 2, 'R', 'sha256:' || repeat('0', 64), 'S', 'T'`;
  const twoLines = (pence: string, { day = '2026-05-01', fund = 'pool', many = 2 } = {}) =>
    `insert into ledger_line (partnership_id, entry_id, number, of_lines, fund, account_id, amount_pence, effective_on, recorded_at)
      select 'one', '44444444-4444-4444-8444-444444444444', n, 2, '${fund}', a.id, ${pence}, '${day}', now()
      from generate_series(1, ${many}) n, (select id from ledger_account where partnership_id = 'one' and fund = 'pool' limit 1) a`;
  const together = (lines: string) => `with entry as (${entryOfTwo} returning id) ${lines}`;

  /** What comes of SQL that a superuser says, with a guard taken away, if asked; it leaves no trace. */
  async function said(text: string, without = ''): Promise<string> {
    return app.database.asAdmin(async (client) => {
      await client.query(`begin; ${account}; ${without}`);
      try {
        await client.query(text);
        await client.query('set constraints all immediate');
        return 'posted';
      } catch (error) {
        return (error as { constraint?: string; message: string }).constraint ?? (error as Error).message;
      } finally {
        await client.query('rollback');
      }
    });
  }
  const balances = 'alter table ledger_entry disable trigger ledger_entry_balances';
  const fits = 'alter table ledger_line disable trigger ledger_line_fits';
  const straight: [string, string, string, string][] = [
    ['an entry without lines', entryOfTwo, 'ledger_entry_balances', balances],
    ['lines of no entry', twoLines('100 * (3 - 2 * n)'), 'ledger_line_of_its_entry', fits],
    ['one line of two', together(twoLines('100', { many: 1 })), 'ledger_entry_balances', fits],
    ['lines that come to a penny', together(twoLines('102 - 67 * n')), 'ledger_entry_balances', fits],
    [
      'lines of another day',
      together(twoLines('100 * (3 - 2 * n)', { day: '2026-05-02' })),
      'ledger_line_of_its_entry',
      fits,
    ],
    [
      'an account of another fund',
      together(twoLines('100 * (3 - 2 * n)', { fund: 'other' })),
      'ledger_line_of_its_entry',
      fits,
    ],
  ];

  it.each(straight)(
    '%s, said by a superuser (INV-04), and takes it without its guard',
    async (_, text, ended, guard) => {
      expect(await said(text)).toBe(ended);
      expect(await said(text, guard)).toBe('posted');
    },
  );

  it('an entry whose lines come later: they are one statement', async () => {
    expect(await said(together(twoLines('100 * (3 - 2 * n)')))).toBe('posted');
    expect(await said(`${entryOfTwo}; ${twoLines('100 * (3 - 2 * n)')}`)).toBe('ledger_entry_balances');
    const elsewhere = together(twoLines('100 * (3 - 2 * n)', { fund: 'other' })).replace(
      `'pool', 'contribution'`,
      `'other', 'contribution'`,
    );
    expect(await said(elsewhere)).toBe('ledger_line_in_its_fund');
    expect(await said(elsewhere, fits)).toBe('posted');
  });
});
