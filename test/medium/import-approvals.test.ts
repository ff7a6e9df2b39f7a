import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rewrite } from '../campaigns/interleaving/planted.js';
import { type Answer, type Http, startApp, type TestApp } from '../support/app.js';
import { agreeThreshold } from '../support/agree-threshold.js';
import { added, made, smallPartnership } from '../support/partnership.js';
import { rawGet } from '../support/raw-get.js';
import { sendFile } from '../support/send-file.js';

type Person = Awaited<ReturnType<TestApp['as']>>;

type Json = Record<string, string>;

let app: TestApp;
let lead: Person;
let colleague: Person;
let partner: Person;
beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  lead = await app.as({ role: 'finance-lead', partnership: 'one', authority: 'one-a' });
  colleague = await app.as({ role: 'finance-officer', partnership: 'one', authority: 'one-a' });
  partner = await app.as({ role: 'finance-officer', partnership: 'one', authority: 'one-b' });
});
afterAll(() => app.stop());

const base = '/api/v1/partnerships/one';
const header = 'authority,dueOn,amount,what,source';
let n = 0;
const bills = (...amounts: string[]) =>
  [header, ...amounts.map((amount) => `one-b,2026-04-01,${amount},Bill ${(n += 1)},Report`)].join('\n');
const preview = (who: Http, file: string, kind = 'contributions'): Promise<Answer> =>
  who.post(`${base}/imports?kind=${kind}&name=bills.csv`, file, { 'content-type': 'text/csv' });
const submit = (who: Http, { body: { id, digest } }: Answer) =>
  who.post(`${base}/imports/${id}/submission`, { digest });
const approve = (who: Http, { body: { id, digest } }: Answer) =>
  who.post(`${base}/imports/${id}/approvals`, { ...made, digest });
const code = ({ status, body }: Answer) => [status, body.errors?.[0]?.code];
const entriesOf = (id: string) =>
  app.database.sql<Json>(`select kind, import_id from ledger_entry where import_id = $1`, [id]);

async function submitted(who: Http, file: string, kind?: string): Promise<Answer> {
  const shown = await preview(who, file, kind);
  expect([shown.body.faults, shown.body.state]).toEqual([[], 'ready']);
  const asked = await submit(who, shown);
  expect([asked.status, asked.body.state]).toEqual([201, 'submitted']);
  return asked;
}

describe('a file of money', () => {
  it('is posted whole by somebody else’s approval, as checked, and says from which import it came', async () => {
    const asked = await submitted(lead, bills('1.00', '2.00'));
    expect(asked.body).toMatchObject({
      needsApproval: true,
      needsTwoCouncils: true,
      sentFor: 'one-a',
      sentByYou: true,
    });
    expect(await entriesOf(asked.body.id)).toEqual([]);
    const { status, body } = await approve(partner, asked);
    expect([status, body.state, body.sentByYou]).toEqual([200, 'added', false]);
    expect(body.outcome).toMatchObject({ outcome: 'approved', authority: 'one-b', reason: null });
    const entries = await app.http.get(`${base}/ledger/entries?kind=contribution`);
    const posted = entries.body.items.filter(({ source }: Json) => source?.includes('bills.csv'));
    expect(posted.map(({ checked }: { checked: boolean }) => checked)).toEqual([true, true]);
    expect(await entriesOf(asked.body.id)).toHaveLength(2);
    expect(await app.database.sql(`select * from ledger.faults('one')`)).toEqual([]);
  });

  it('shows whoever approves exactly the rows, which import back as they are', async () => {
    const asked = await submitted(lead, bills('3.00', '4.50'));
    const { body } = await partner.get(`${base}/imports/${asked.body.id}/rows?limit=1`);
    expect(body.items[0]).toMatchObject({
      row: 2,
      fields: { authority: 'one-b', amount: '3.00', dueOn: '2026-04-01' },
    });
    expect(body.next).not.toBeNull();
    const file = await rawGet(app, `${base}/imports/${asked.body.id}/rows.csv`);
    const again = await sendFile(app, `${base}/imports?name=x`, file, 'text/csv');
    expect(again.body).toMatchObject({ state: 'ready', rows: 2, total: '7.50' });
  });

  it('is shown page by page, either way, to its last row and not beyond', async () => {
    const { body } = await preview(lead, bills(...Array.from({ length: 1_005 }, () => '1.00')));
    const rows = `${base}/imports/${body.id}/rows`;
    const all: number[][] = [];
    for (let next = '?limit=200'; next;) {
      const page = (await lead.get(`${rows}${next}`)).body;
      all.push(page.items.map(({ row }: { row: number }) => row));
      next = page.next;
    }
    expect(all.map((page) => page.length)).toEqual([200, 200, 200, 200, 200, 5]);
    expect(all.flat()).toEqual(Array.from({ length: 1_005 }, (_, at) => at + 2));
    const from = async (row: number, sort: string) => {
      const key = sort === 'row' ? 'ffffffff-ffff-4fff-bfff-ffffffffffff' : '00000000-0000-4000-8000-000000000000';
      const cursor = Buffer.from(JSON.stringify(['row', String(row), key])).toString('base64url');
      const page = (await lead.get(`${rows}?limit=2&sort=${sort}&cursor=${cursor}`)).body;
      return [page.items.map((item: { row: number }) => item.row), page.next !== null];
    };
    expect([await from(1_000, 'row'), await from(1_005, 'row'), await from(9_999, 'row')]).toEqual([
      [[1_001, 1_002], true],
      [[1_006], false],
      [[], false],
    ]);
    expect([await from(1_003, '-row'), await from(3, '-row'), await from(1, '-row')]).toEqual([
      [[1_002, 1_001], true],
      [[2], false],
      [[], false],
    ]);
  });

  it('is not approved by whoever sent it, nor by their council, nor before it is submitted, nor twice', async () => {
    const shown = await preview(lead, bills('5.00'));
    expect(code(await approve(partner, shown))).toEqual([409, 'not-submitted']);
    expect(code(await submit(colleague, shown))).toEqual([409, 'not-yours']);
    const asked = await submit(lead, shown);
    expect(code(await submit(lead, shown))).toEqual([409, 'already-recorded']);
    expect(code(await approve(lead, asked))).toEqual([409, 'sent-by-you']);
    expect(code(await approve(colleague, asked))).toEqual([409, 'same-council']);
    expect(code(await approve(app.http, asked))).toEqual([409, 'sent-by-you']);
    const other = { ...asked, body: { ...asked.body, digest: `sha256:${'0'.repeat(64)}` } };
    expect(code(await approve(partner, other))).toEqual([409, 'not-what-was-shown']);
    expect(await entriesOf(asked.body.id)).toEqual([]);
    expect((await approve(partner, asked)).status).toBe(200);
    expect(code(await approve(partner, asked))).toEqual([409, 'already-recorded']);
    expect(code(await preview(lead, `${header}\n`))).toEqual([201, undefined]);
  });

  it('is refused past the application too where a row counts for a day before any council took part', async () => {
    const shown = await preview(lead, bills('1.00'));
    const [first, later] = ['min(p.starts_on)', `date '2026-04-02'`] as const;
    await rewrite(app.database, 'ledger.first_day', [[first, later]]);
    const refused = await submit(lead, shown);
    await rewrite(app.database, 'ledger.first_day', [[later, first]]);
    expect([...code(refused), refused.body.errors[0].detail]).toEqual([
      ...[
        422,
        'before-the-partnership',
        'Expected 2026-04-02, the first day on which a council took part, or a later one.',
      ],
    ]);
  });

  it('takes one council alone where all of it together is at the strictest threshold of its days, or under', async () => {
    await agreeThreshold(app, '50.00', '2027-04-01', '2028-04-01');
    await agreeThreshold(app, '80.00', '2028-04-01');
    const rows = (...on: readonly (readonly [string, string])[]) =>
      [header, ...on.map(([amount, day]) => `one-b,${day},${amount},Bill ${(n += 1)},Report`)].join('\n');
    const says = ({ needsTwoCouncils, twoCouncilsAbove }: Json) => [needsTwoCouncils, twoCouncilsAbove];
    for (const [upTo, ...under] of [
      ['50.00', ['20.00', '2027-05-01'], ['30.00', '2027-05-01']],
      ['80.00', ['50.00', '2028-05-01'], ['30.00', '2029-05-01']],
    ] as const) {
      const asked = await submitted(lead, rows(...under));
      expect(says(asked.body)).toEqual([false, upTo]);
      expect((await approve(colleague, asked)).status).toBe(200);
    }
    for (const [sum, upTo, ...above] of [
      ['50.01', '50.00', ['50.01', '2027-05-01']],
      ['50.01', '50.00', ['16.67', '2027-05-01'], ['16.67', '2027-05-01'], ['16.67', '2027-06-01']],
      ['75.00', '50.00', ['74.00', '2028-05-01'], ['1.00', '2028-03-31']],
      ['2.00', '0.00', ['1.00', '2027-03-31'], ['1.00', '2028-05-01']],
    ] as const) {
      const asked = await submitted(lead, rows(...above));
      expect(says(asked.body)).toEqual([true, upTo]);
      const refused = await approve(colleague, asked);
      expect(code(refused)).toEqual([409, 'same-council']);
      expect(refused.body.errors[0].detail).toContain(`£${sum}, above £${upTo}`);
      expect((await approve(partner, asked)).status).toBe(200);
    }
  });

  it('weighs spending and receipts as a whole too, and what was submitted before that was kept', async () => {
    const spending = 'line,spentOn,amount,what,reference,source';
    const split = `${spending}\nrent,2027-05-01,30.00,May,,Landlord\nrent,2027-05-02,30.00,May,,Landlord`;
    const asked = await submitted(lead, split, 'spending');
    expect([asked.body.needsTwoCouncils, asked.body.total]).toEqual([true, '60.00']);
    await app.database.sql('alter table import_submission disable trigger import_submission_kept');
    await app.database.sql('update import_submission set total_pence = null where id = $1', [asked.body.id]);
    await app.database.sql('alter table import_submission enable trigger import_submission_kept');
    expect(code(await approve(colleague, asked))).toEqual([409, 'same-council']);
    expect((await colleague.get(`${base}/imports/${asked.body.id}`)).body.needsTwoCouncils).toBe(true);
    const bill = await app.http.get(`${base}/contributions?limit=1`);
    const paid = (day: string, amount: string) => `one-b,${bill.body.items[0].id},${day},${amount},BACS ${day},Bank`;
    const receipts = [
      'authority,contribution,receivedOn,amount,reference,source',
      paid('2027-05-01', '26'),
      paid('2027-05-02', '25'),
    ];
    const money = await submitted(lead, receipts.join('\n'), 'receipts');
    expect(code(await approve(colleague, money))).toEqual([409, 'same-council']);
  });

  it('is rejected with a reason that stays, and may be put right and sent again', async () => {
    const file = bills('6.00');
    const asked = await submitted(partner, file);
    const reject = { ...made, digest: asked.body.digest, reason: 'Row 2 was paid in March' };
    const { status, body } = await lead.post(`${base}/imports/${asked.body.id}/rejections`, reject);
    expect([status, body.state, body.outcome.reason]).toEqual([200, 'rejected', 'Row 2 was paid in March']);
    expect(code(await approve(lead, asked))).toEqual([409, 'already-recorded']);
    expect((await approve(lead, await submitted(partner, file))).body.state).toBe('added');
    expect((await preview(partner, file)).status).toBe(409);
  });

  it('is refused whole where its month has closed since, and adds nothing', async () => {
    const file = `${header}\none-b,2020-05-04,1.00,Old,Report\none-b,2026-05-04,1.00,New,Report`;
    const asked = await submitted(lead, file);
    await added(app, 'partnerships/one/ledger/closings', { startsOn: '2020-05-01', why: 'Over' });
    const { status, body } = await approve(partner, asked);
    expect([status, body.errors[0]]).toMatchObject([409, { code: 'period-closed', pointer: '/digest' }]);
    expect(await entriesOf(asked.body.id)).toEqual([]);
    expect((await partner.get(`${base}/imports/${asked.body.id}`)).body.state).toBe('submitted');
    const late = await preview(lead, file.replace('New', 'Newer'));
    expect(late.body.faults).toEqual([expect.objectContaining({ cell: 'B2', code: 'period-closed' })]);
  });
});

describe('the database', () => {
  const deciding = (who: Person, asked: Answer, columns = '', values = '') =>
    app.database.as('poolkeeper_api', async (client) => {
      await client.query('begin');
      await client.query('select authz.open($1, $2, $3, $4)', [who.ticket, 'import.decide', 'one', 'test']);
      const { id, digest } = asked.body;
      await client.query(`insert into import_outcome (partnership_id, id, digest, outcome, source, authority_id${columns})
        values ('one', '${id}', '${digest}', 'approved', 'Test', authz.authority()${values})`);
      await client.query('rollback');
    });

  it('refuses whoever approves their own, or says that somebody else does; and is seen to take it without its trigger', async () => {
    const asked = await submitted(lead, bills('7.00'));
    await expect(deciding(lead, asked)).rejects.toMatchObject({ constraint: 'import_outcome_by_another' });
    await expect(deciding(colleague, asked)).rejects.toMatchObject({ constraint: 'import_outcome_by_another_council' });
    await expect(deciding(lead, asked, ', decided_by', `, '${colleague.person}'`)).rejects.toMatchObject({
      code: '42501',
    });
    await app.database.sql('alter table import_outcome disable trigger import_outcome_added_to_ledger');
    await deciding(lead, asked);
    await app.database.sql('alter table import_outcome enable trigger import_outcome_added_to_ledger');
  });

  it('posts what was shown and nothing else: a part that comes later is refused', async () => {
    const asked = await submitted(lead, bills('8.00'));
    await app.database.as('poolkeeper_api', async (client) => {
      await client.query('begin');
      await client.query('select authz.open($1, $2, $3, $4)', [lead.ticket, 'import.add', 'one', 'test']);
      await client.query(
        `insert into import_part (partnership_id, import_id, number, many, rows, source) values ('one', $1, 2, 1, '[]', 'Test')`,
        [asked.body.id],
      );
      await client.query('commit');
    });
    expect(code(await approve(partner, asked))).toEqual([409, 'not-what-was-shown']);
    expect(await entriesOf(asked.body.id)).toEqual([]);
  });

  it('refuses whoever confirms without approval what moves money', async () => {
    const shown = await preview(lead, bills('9.00'));
    const confirming = app.database.as('poolkeeper_api', async (client) => {
      await client.query('begin');
      await client.query('select authz.open($1, $2, $3, $4)', [lead.ticket, 'import.add', 'one', 'test']);
      await client.query(
        `insert into import_confirmation (partnership_id, id, kind, file_digest, source) values ('one', $1, 'contributions', $2, 'Test')`,
        [shown.body.id, shown.body.fileDigest],
      );
    });
    await expect(confirming).rejects.toMatchObject({ code: '42501' });
    const { status, body } = await lead.post(`${base}/imports/${shown.body.id}/confirmation`, {
      digest: shown.body.digest,
    });
    expect([status, body.errors[0].code]).toEqual([409, 'needs-approval']);
  });

  it('adds one of two approvals at the same moment', async () => {
    const asked = await submitted(lead, bills('10.00', '11.00'));
    const other = await app.as({ role: 'lead-officer', partnership: 'one', authority: 'one-b' });
    const both = await Promise.all([approve(partner, asked), approve(other, asked)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await entriesOf(asked.body.id)).toHaveLength(2);
  });
});

describe('spending', () => {
  const head = 'line,spentOn,amount,what,reference,source';
  it('is posted as a draft of it is, and its export imports elsewhere unchanged, not here', async () => {
    const asked = await submitted(
      lead,
      `${head}\nstaffing,12/05/2026,41.50,May,JNL 1,Payroll\nrent,2026-05-13,7,May,,Landlord`,
      'spending',
    );
    expect((await approve(partner, asked)).status).toBe(200);
    const spend = { kind: 'spending', line: 'staffing', effectiveOn: '2026-05-12', amount: '41.50', reason: 'May' };
    const draft = await lead.post(`${base}/ledger/drafts`, { ...made, ...spend });
    const { body } = await app.http.get(`${base}/ledger/spending?sort=amount`);
    expect(body.items).toMatchObject([
      {
        line: 'rent',
        spentOn: '2026-05-13',
        amount: '7.00',
        what: 'May',
        reference: null,
        fund: 'pool',
        checked: true,
      },
      { line: 'staffing', spentOn: '2026-05-12', amount: '41.50', reference: 'JNL 1' },
    ]);
    const entry = await app.http.get(`${base}/ledger/entries/${body.items[1].id}`);
    expect(entry.body.lines).toEqual(draft.body.lines);
    const file = await rawGet(app, `${base}/ledger/spending/all.xlsx`);
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const here = await sendFile(app, `${base}/imports?kind=spending`, file, type);
    expect(here.body.faults.map((fault: Json) => fault['code'])).toEqual(['already-recorded', 'already-recorded']);
    await smallPartnership(app, 'two');
    const there = await sendFile(app, '/api/v1/partnerships/two/imports?kind=spending', file, type);
    expect(there.body).toMatchObject({ state: 'ready', rows: 2, total: '48.50' });
  });

  it('is entered by the host’s finance lead alone, and names each fault by its cell', async () => {
    expect((await preview(partner, `${head}\nstaffing,2026-05-12,1,May,,Payroll`, 'spending')).status).toBe(403);
    const wrong = await preview(
      lead,
      `${head}\nStaffing,2026-05-12,-1,May,,Payroll\n,2020-05-01,1,May,,Payroll`,
      'spending',
    );
    expect(wrong.body.faults.map(({ cell, code: what }: Json) => `${cell} ${what}`)).toEqual([
      ...['A2 not-an-id', 'C2 not-money', 'A3 missing'],
    ]);
  });
});

describe('measures', () => {
  const head = 'measure,authority,financialYear,value,unit,status,source';
  const confirm = (who: Http, { body: { id, digest } }: Answer) =>
    who.post(`${base}/imports/${id}/confirmation`, { digest });
  const file = (...rows: string[]) => [head, ...rows.map((row) => `orders,${row},Return`)].join('\n');

  it('are added as they are, and the document has what stands: the latest, and a final one before a provisional', async () => {
    const first = file('one-a,2024-25,61,children,final', 'one-b,2024-25,22.5,children,provisional');
    expect((await confirm(lead, await preview(lead, first, 'measures'))).body.state).toBe('added');
    const second = file('one-a,2024-25,60,children,provisional', 'one-b,2024-25,23,children,provisional');
    await confirm(lead, await preview(lead, second, 'measures'));
    const { body } = await partner.get(`${base}/measures/document`);
    expect(body.measures).toMatchObject([
      {
        id: 'orders',
        unit: 'children',
        status: 'provisional',
        values: { '2024-25': { 'one-a': '61', 'one-b': '23' } },
      },
    ]);
    expect((await partner.get(`${base}/measures?stands=true`)).body.items).toHaveLength(2);
    const exported = await rawGet(app, `${base}/measures/all.csv?stands=true`);
    const again = await sendFile(app, `${base}/imports?kind=measures`, exported, 'text/csv');
    expect(again.body.faults.map((fault: Json) => fault['code'])).toEqual(['already-recorded', 'already-recorded']);
  });

  it('are of one’s own council but for the host’s lead, once in a file, and figures that fit', async () => {
    const wrong = file(
      'one-a,2024-25,1,children,final',
      'one-b,2024-25,-1,children,final',
      'one-b,2024-25,1e3,children,sure',
    );
    const { body } = await preview(
      partner,
      `${wrong}\n${file('one-b,2023-24,1,children,final').split('\n')[1]}`.repeat(1),
      'measures',
    );
    expect(body.faults.map(({ cell, code: what }: Json) => `${cell} ${what}`)).toEqual([
      ...['D3 not-of-that-form', 'D4 not-of-that-form', 'F4 not-a-choice', 'B2 not-own'],
    ]);
    const twice = await preview(
      lead,
      file('one-a,2022-23,1,children,final', 'one-a,2022-23,2,children,final'),
      'measures',
    );
    expect(twice.body.faults).toEqual([expect.objectContaining({ cell: 'D3', code: 'twice' })]);
  });
});
