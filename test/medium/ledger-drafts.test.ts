import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { type Answer, type Json, startApp, type TestApp } from '../support/app.js';
import { agreeThreshold } from '../support/agree-threshold.js';
import { made, smallPartnership } from '../support/partnership.js';

let app: TestApp;
type Person = Awaited<ReturnType<TestApp['as']>>;
let lead: Person;
let officer: Person;
let partner: Person;
const base = '/api/v1/partnerships/one/ledger/drafts';

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  const as = (role: 'finance-lead' | 'finance-officer', authority: string) =>
    app.as({ role, partnership: 'one', authority });
  [lead, officer, partner] = [
    await as('finance-lead', 'one-a'),
    await as('finance-officer', 'one-a'),
    await as('finance-officer', 'one-b'),
  ];
});
afterAll(() => app.stop());

const bill = {
  kind: 'contribution',
  authority: 'one-a',
  effectiveOn: '2026-04-01',
  reason: 'Quarter 1',
  amount: '100.00',
};
const spend = { kind: 'spending', line: 'staffing', effectiveOn: '2026-05-12', reason: 'May', amount: '41.50' };

async function proposed(who: Person, given: object): Promise<Json> {
  const answer = await who.post(base, { ...made, ...given });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}
const approve = (who: Person, { id, digest }: Json): Promise<Answer> =>
  who.post(`${base}/${id}/approvals`, { ...made, digest });
const change = (who: Person, { id }: Json, given: object): Promise<Answer> =>
  who.post(`${base}/${id}/versions`, { ...made, ...given });
const reject = (who: Person, { id, digest }: Json, reason = 'Wrong amount'): Promise<Answer> =>
  who.post(`${base}/${id}/rejections`, { ...made, digest, reason });
const entry = (id: string) => app.http.get(`/api/v1/partnerships/one/ledger/entries/${id}`);
const refusal = ({ status, body }: Answer) => [status, body.errors?.[0]?.code];
const ended = ({ status, body }: Answer) => (status < 400 ? [status, body.state] : refusal({ status, body } as Answer));
const onlyDated = { effectiveOn: spend.effectiveOn, reason: spend.reason };

describe('what is proposed', () => {
  it('posts nothing until it is approved, and then exactly what was approved (INV-08)', async () => {
    const draft = await proposed(lead, bill);
    expect(draft).toMatchObject({
      state: 'proposed',
      outcome: null,
      needsTwoCouncils: true,
      versions: [{ number: 1 }],
    });
    expect((await entry(draft.id)).status).toBe(404);
    const { status, body } = await approve(partner, draft);
    expect([status, body.state, body.outcome.authority]).toEqual([200, 'approved', 'one-b']);
    const { body: posted } = await entry(draft.id);
    expect(posted).toMatchObject({ digest: draft.digest, lines: draft.lines, checked: true, reason: 'Quarter 1' });
    expect(await app.database.sql(`select * from ledger.faults('one')`)).toEqual([]);
  });

  it('is a contribution or a receipt like any other once it is approved', async () => {
    const owed = await proposed(lead, { ...bill, authority: 'one-b' });
    await approve(await app.as({ role: 'lead-officer', partnership: 'one', authority: 'one-b' }), owed);
    const { body } = await app.http.get(`/api/v1/partnerships/one/contributions/${owed.id}`);
    expect(body).toMatchObject({ authority: 'one-b', amount: '100.00', dueOn: '2026-04-01', what: 'Quarter 1' });
    const receipt = {
      kind: 'receipt',
      authority: 'one-b',
      pays: owed.id,
      reference: 'BACS 1',
      effectiveOn: '2026-04-09',
    };
    const paid = await proposed(lead, { ...receipt, amount: '60.00', reason: 'Received' });
    expect((await approve(partner, paid)).status).toBe(200);
    expect((await app.http.get(`/api/v1/partnerships/one/receipts/${paid.id}`)).body).toMatchObject({
      amount: '60.00',
    });
    expect(await app.database.sql(`select * from ledger.faults('one')`)).toEqual([]);
  });

  it('is received in the fund of the bill that it pays, whatever else it says', async () => {
    const owed = await proposed(lead, { ...bill, authority: 'one-b', fund: 'capital' });
    await approve(await app.as({ role: 'lead-officer', partnership: 'one', authority: 'one-b' }), owed);
    const receipt = {
      ...{ kind: 'receipt', authority: 'one-b', pays: owed.id, reference: 'BACS 2', reason: 'Received' },
      ...{ effectiveOn: '2026-04-09', amount: '100.00' },
    };
    const refused = await lead.post(base, { ...made, ...receipt, fund: 'pool' });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/fund']);
    const paid = await proposed(lead, receipt);
    expect([paid.fund, (await approve(partner, paid)).status]).toEqual(['capital', 200]);
    const { body: position } = await app.http.get('/api/v1/partnerships/one/ledger/position?fund=capital');
    expect(position.funds).toMatchObject([{ contributed: '100.00', cash: '100.00' }]);
    const direct = { contribution: owed.id, receivedOn: '2026-04-10', amount: '1.00', reference: 'BACS 3' };
    const elsewhere = await app.http.post('/api/v1/partnerships/one/receipts', { ...made, ...direct });
    expect(refusal(elsewhere)).toEqual([409, 'another-fund']);
    const file = `contribution,receivedOn,amount,reference,source\n${owed.id},2026-04-10,1.00,BACS 3,Test`;
    const read = await lead.post('/api/v1/partnerships/one/imports?kind=receipts', file, {
      'content-type': 'text/csv',
    });
    expect(read.body.faults.map(({ code }: Json) => code)).toEqual(['another-fund']);
  });

  it('is refused with every fact that its kind needs, or does not have', async () => {
    const pointers = async (given: object) => {
      const { status, body } = await lead.post(base, { ...made, ...given });
      return [status, ...body.errors.map(({ pointer }: Json) => pointer)];
    };
    expect(await pointers({ ...spend, line: undefined, authority: 'one-a' })).toEqual([422, '/authority', '/line']);
    expect(await pointers({ ...bill, amount: undefined })).toEqual([422, '/amount']);
    expect(await pointers({ ...bill, amount: '-1.00' })).toEqual([422, '/amount']);
    expect(await pointers({ ...bill, authority: 'two-a' })).toEqual([422, '/authority']);
    expect(await pointers({ ...bill, effectiveOn: '1926-04-01' })).toEqual([422, '/effectiveOn']);
    expect((await lead.post(base, { ...made, ...bill, effectiveOn: '2019-04-01' })).status).toBe(201);
    const other = { ...bill, kind: 'reversal', authority: undefined, amount: undefined };
    expect(await pointers({ ...other, reverses: '11111111-1111-4111-8111-111111111111' })).toEqual([422, '/reverses']);
  });

  it('concerns one’s own authority, but for the host’s finance lead', async () => {
    expect((await partner.post(base, { ...made, ...bill })).status).toBe(403);
    expect((await partner.post(base, { ...made, ...spend })).status).toBe(403);
    expect((await partner.post(base, { ...made, ...bill, authority: 'one-b' })).status).toBe(201);
  });
});

describe('what is proposed past the application', () => {
  /** A draft of one version, entered by direct SQL; undone at the end. */
  const bySql = (kind: string, authority: string | null, said: object) =>
    app.database.as('poolkeeper_api', async (client) => {
      await client.query('begin');
      await client.query('select authz.open($1, $2, $3, $4)', [lead.ticket, 'ledger-draft.add', 'one', 'test']);
      const { rows } = await client.query<{ id: string }>(
        `insert into ledger_draft (partnership_id, id, kind, authority_id, source)
         values ('one', gen_random_uuid(), $1, $2, 'Test') returning id`,
        [kind, authority],
      );
      const content = { partnership: 'one', kind, fund: 'pool', effectiveOn: '2026-04-01', reason: 'It', ...said };
      await client.query(
        `insert into ledger_draft_version (partnership_id, id, draft_id, authority_id, content, source)
         values ('one', gen_random_uuid(), $1, $2, $3, 'Test')`,
        [rows[0]?.id, authority, JSON.stringify({ ...content, source: 'Test', illustrative: false })],
      );
      await client.query('rollback');
    });
  const side = (account: string, pence: number, of: object = {}) => ({ account, pence: String(pence), ...of });
  const a = { authority: 'one-a' };
  const lines = [side('receivable', 100, a), side('contributed', -100)];

  it('posts what its kind says, of whom it concerns', async () => {
    await expect(bySql('contribution', 'one-a', { lines })).resolves.toBeUndefined();
    await expect(bySql('contribution', 'one-a', { lines: [...lines].reverse() })).resolves.toBeUndefined();
    const wrong: readonly (readonly [string, string | null, readonly object[]])[] = [
      ['contribution', 'one-a', [side('receivable', -100, a), side('contributed', 100)]],
      ['contribution', 'one-a', [side('receivable', 100, { authority: 'one-b' }), side('contributed', -100)]],
      ['contribution', 'one-a', [side('receivable', 60, a), side('receivable', 40, a), side('contributed', -100)]],
      ['contribution', 'one-a', [side('cash', 100), side('contributed', -100)]],
      ['one-off', 'one-a', [side('budget-line', 100, { line: 'staffing' }), side('cash', -100)]],
      ['rebate', 'one-a', lines],
      ['receipt', 'one-a', [side('paid', 100, a), side('cash', -100)]],
      ['spending', 'one-a', [side('budget-line', 100, { line: 'staffing' }), side('cash', -100)]],
      ['grant', null, lines],
    ];
    for (const [kind, authority, given] of wrong)
      await expect(bySql(kind, authority, { lines: given })).rejects.toMatchObject({
        constraint: 'ledger_draft_version_says_its_kind',
      });
  });

  it('counts for no day before any council took part', async () => {
    await expect(bySql('contribution', 'one-a', { lines, effectiveOn: '2019-04-01' })).resolves.toBeUndefined();
    await expect(bySql('contribution', 'one-a', { lines, effectiveOn: '2019-03-31' })).rejects.toMatchObject({
      ...{ constraint: 'ledger_from_the_first_day', detail: '2019-04-01' },
    });
  });
});

describe('maker and checker (INV-07)', () => {
  it('whoever entered any version approves none, whoever changed it since', async () => {
    const draft = await proposed(officer, bill);
    expect(refusal(await approve(officer, draft))).toEqual([409, 'entered-by-you']);
    const { body: changed } = await change(lead, draft, { ...onlyDated, amount: '90.00' });
    expect(refusal(await approve(officer, changed))).toEqual([409, 'entered-by-you']);
    expect(refusal(await approve(lead, changed))).toEqual([409, 'entered-by-you']);
    expect((await entry(draft.id)).status).toBe(404);
  });

  it('they are of different councils, where the agreement says nothing else', async () => {
    const draft = await proposed(lead, { ...spend, amount: '0.01' });
    expect(refusal(await approve(officer, draft))).toEqual([409, 'same-council']);
    expect((await approve(partner, draft)).status).toBe(200);
  });

  it('they are of different councils above the threshold of the agreement version in force that day', async () => {
    await agreeThreshold(app, '50.00', '2027-04-01');
    const at = await proposed(lead, { ...spend, effectiveOn: '2027-05-01', amount: '50.00' });
    expect(at.needsTwoCouncils).toBe(false);
    expect((await approve(officer, at)).status).toBe(200);
    const above = await proposed(lead, { ...spend, effectiveOn: '2027-05-01', amount: '50.01' });
    expect(above.needsTwoCouncils).toBe(true);
    expect(refusal(await approve(officer, above))).toEqual([409, 'same-council']);
    const before = await proposed(lead, { ...spend, effectiveOn: '2027-03-31', amount: '1.00' });
    expect(refusal(await approve(officer, before))).toEqual([409, 'same-council']);
  });

  it('what was read is approved: an older version, and what it never said, are refused', async () => {
    const draft = await proposed(lead, spend);
    const { body: changed } = await change(lead, draft, { ...onlyDated, line: 'staffing', amount: '43.00' });
    expect(changed.versions.map(({ number }: Json) => number)).toEqual([1, 2]);
    expect(refusal(await approve(partner, draft))).toEqual([409, 'changed-since']);
    expect(refusal(await approve(partner, { ...draft, digest: 'sha256:0' }))).toEqual([409, 'not-what-it-says']);
    expect((await approve(partner, changed)).status).toBe(200);
    expect((await entry(draft.id)).body.lines[0].amount).toBe('43.00');
  });

  it('a rejection is kept with its reason, and ends the draft', async () => {
    const draft = await proposed(lead, spend);
    const { body } = await reject(officer, draft, 'The invoice says £40');
    expect(body).toMatchObject({ state: 'rejected', outcome: { reason: 'The invoice says £40', authority: 'one-a' } });
    expect(refusal(await approve(partner, draft))).toEqual([409, 'already-recorded']);
    expect(refusal(await change(lead, draft, { ...onlyDated, line: 'staffing', amount: '40.00' }))).toEqual([
      409,
      'already-recorded',
    ]);
    expect((await entry(draft.id)).status).toBe(404);
  });

  it('the database refuses whoever says that somebody else approves, or approves what they entered', async () => {
    const draft = await proposed(partner, { ...bill, authority: 'one-b' });
    const approving = (who: Person, columns: string, values: string) =>
      app.database.as('poolkeeper_api', async (client) => {
        await client.query('begin');
        await client.query('select authz.open($1, $2, $3, $4)', [who.ticket, 'ledger-draft.decide', 'one', 'test']);
        await client.query(`insert into ledger_outcome (partnership_id, id, draft_id, number, digest, outcome, source, authority_id${columns})
          values ('one', gen_random_uuid(), '${draft.id}', 1, '${draft.digest}', 'approved', 'Test'${values})`);
      });
    await expect(approving(partner, '', `, 'one-b'`)).rejects.toMatchObject({
      constraint: 'ledger_outcome_by_another',
    });
    await expect(approving(partner, '', `, 'one-a'`)).rejects.toMatchObject({ code: '42501' });
    await expect(approving(officer, ', decided_by', `, 'one-a', '${lead.person}'`)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(approving(officer, '', `, 'one-b'`)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a correction', () => {
  const turned = async (reverses: string, effectiveOn = '2026-06-01') =>
    proposed(lead, { kind: 'reversal', reverses, effectiveOn, reason: 'Billed to the wrong council' });

  it('is a dated reversal with a reason, that leaves what it reverses as it was', async () => {
    const draft = await proposed(lead, spend);
    await approve(partner, draft);
    const reversal = await turned(draft.id);
    expect((await approve(partner, reversal)).status).toBe(200);
    const { body: kept } = await entry(draft.id);
    expect(kept).toMatchObject({ reversedBy: reversal.id, lines: draft.lines, digest: draft.digest });
    const { body } = await entry(reversal.id);
    expect(body).toMatchObject({
      reverses: draft.id,
      effectiveOn: '2026-06-01',
      reason: 'Billed to the wrong council',
    });
    expect(body.lines.map(({ amount }: Json) => amount)).toEqual(['-41.50', '41.50']);
    const again = { ...made, kind: 'reversal', effectiveOn: '2026-06-02', reason: 'Again' };
    expect(refusal(await lead.post(base, { ...again, reverses: draft.id }))).toEqual([409, 'already-reversed']);
    expect(refusal(await lead.post(base, { ...again, reverses: reversal.id }))).toEqual([409, 'reversal']);
  });

  it('takes a bill, and a payment, out of the share statement and the flags from its own day on', async () => {
    const owed = await proposed(lead, { ...bill, authority: 'one-b', effectiveOn: '2027-06-01', amount: '77.00' });
    await approve(await app.as({ role: 'lead-officer', partnership: 'one', authority: 'one-b' }), owed);
    const { body: reversal } = await lead.post(base, {
      ...{ ...made, kind: 'reversal', reverses: owed.id, effectiveOn: '2027-12-01', reason: 'Billed twice' },
    });
    const told = async (asAt: string) => {
      const statement = await app.http.get(`/api/v1/partnerships/one/share-statements/2027-28?asAt=${asAt}`);
      const flags = await app.http.get(`/api/v1/partnerships/one/flags?asAt=${asAt}`);
      return [
        statement.body.partners.find(({ partner: id }: Json) => id === 'one-b').billed,
        flags.text.includes(owed.id),
      ];
    };
    expect(await told('2027-12-31')).toEqual(['77.00', true]);
    expect((await approve(partner, reversal)).status).toBe(200);
    expect(await told('2027-12-31')).toEqual(['0.00', false]);
    expect(await told('2027-11-30')).toEqual(['77.00', true]);
  });

  it('is made once, of two approved at the same moment (INV-09)', async () => {
    for (let round = 0; round < 6; round += 1) {
      const draft = await proposed(lead, spend);
      await approve(partner, draft);
      const both = [await turned(draft.id), await turned(draft.id)];
      const endings = await Promise.all(both.map(async (reversal) => ended(await approve(partner, reversal))));
      expect(endings).toContainEqual([200, 'approved']);
      expect(endings).toContainEqual([409, 'already-recorded']);
    }
    expect(await app.database.sql(`select * from ledger.faults('one')`)).toEqual([]);
  });
});

describe('a draft that is approved while it is changed', () => {
  it('is approved as it was read, or not at all', async () => {
    const endings = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      const draft = await proposed(lead, spend);
      const editing = { ...onlyDated, line: 'staffing', amount: `${round + 1}.00` };
      const tries = [() => approve(partner, draft), () => change(lead, draft, editing)];
      const [first, second] = await Promise.all((round % 2 ? tries : [...tries].reverse()).map((one) => one()));
      const [approved, changed] = round % 2 ? [first!, second!] : [second!, first!];
      endings.add(`${approved.status} ${changed.status}`);
      const posted = await entry(draft.id);
      if (approved.status === 200) expect(posted.body).toMatchObject({ digest: draft.digest, lines: draft.lines });
      else expect([posted.status, ...refusal(approved)]).toEqual([404, 409, 'changed-since']);
    }
    expect([...endings].every((one) => one === '200 409' || one === '409 200')).toBe(true);
  });

  /** One connection changes a draft and stays; another approves what it read; then the first ends. What came of both. */
  async function interleaved(editor: pg.Client, checker: pg.Client): Promise<readonly unknown[]> {
    const draft = await proposed(lead, spend);
    const open = async (client: pg.Client, who: Person, action: string) => {
      await client.query('begin');
      await client.query('select authz.open($1, $2, $3, $4)', [who.ticket, action, 'one', 'test']);
    };
    await open(editor, lead, 'ledger-draft.add');
    await editor.query(
      `insert into ledger_draft_version (partnership_id, id, draft_id, number, content, source)
        select 'one', gen_random_uuid(), draft_id, 2, content || '{"reason": "Other"}', 'Test'
        from ledger_draft_version where draft_id = $1`,
      [draft.id],
    );
    await open(checker, partner, 'ledger-draft.decide');
    const approving = checker.query(
      `insert into ledger_outcome (partnership_id, id, draft_id, number, digest, outcome, source, authority_id)
        values ('one', gen_random_uuid(), $1, 1, $2, 'approved', 'Test', 'one-b')`,
      [draft.id, draft.digest],
    );
    const told = approving.then(
      () => 'approved',
      (error: unknown) => (error as { constraint: string }).constraint,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    await editor.query('commit');
    await told;
    await checker.query('commit');
    const { body } = await app.http.get(`${base}/${draft.id}`);
    return [await told, body.state, body.versions.length];
  }
  const raced = () =>
    app.database.as('poolkeeper_api', (one) => app.database.as('poolkeeper_api', (two) => interleaved(one, two)));

  it('is seen to be both changed and approved once neither waits for the other', async () => {
    expect(await raced()).toEqual(['ledger_outcome_of_the_newest', 'proposed', 2]);
    const [found] = await app.database.sql<{ text: string }>(
      `select pg_get_functiondef('ledger.await_draft'::regproc) as text`,
    );
    await app.database.sql(found!.text.replace(/perform pg_advisory_xact_lock.*\n/, ''));
    expect(await raced()).toEqual(['approved', 'approved', 2]);
    await app.database.sql(found!.text);
  });
});
