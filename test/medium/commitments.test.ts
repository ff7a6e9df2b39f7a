import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exampleSchedule } from '../../src/features/shared/example-schedule.js';
import { type Answer, type Json, startApp, type TestApp } from '../support/app.js';
import { added, made, smallPartnership } from '../support/partnership.js';

let app: TestApp;
type Person = Awaited<ReturnType<TestApp['as']>>;
let lead: Person;
let partner: Person;
const ledger = 'partnerships/one/ledger';
const days = { orderedOn: '2026-09-01', expectedIn: '2026-12-01' };

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  const as = (role: 'finance-lead' | 'lead-officer', authority: string) =>
    app.as({ role, partnership: 'one', authority });
  [lead, partner] = [await as('finance-lead', 'one-a'), await as('lead-officer', 'one-b')];
  const given = { authority: 'one-a', body: 'Board', reference: '1', takenOn: '2025-01-01', outcome: 'approved' };
  const { id } = await added(app, 'partnerships/one/decisions', { ...given, approves: 'budget', title: 'Budget' });
  const line = (of: string, amount: string) => ({ line: of, name: of, amount });
  for (const year of ['2025-26', '2026-27', '2027-28']) {
    const budget = { financialYear: year, kind: 'original', from: `${year.slice(0, 4)}-04-01`, decision: id };
    const lines = [line('staffing', '100.00'), line('fees', '50.00'), line('race', '100.00')];
    await added(app, `${ledger}/budgets`, { ...budget, lines });
  }
  await agreed(id, '2026-04-01', '2027-04-01', { overspendOfLine: 'stops' });
});
afterAll(() => app.stop());

/** A version that shares among the two councils and says what its thresholds are. */
async function agreed(decision: string, from: string, until: string, thresholds: object): Promise<void> {
  const schedule = exampleSchedule('2026-27');
  const partners = schedule.partners.map((one, at) => ({ ...one, id: at === 0 ? 'one-a' : 'one-b' }));
  const percent = { 'one-a': '59', 'one-b': '41' };
  const pots = schedule.pots.map((pot) => ({ ...pot, basis: { ...pot.basis, percent } }));
  const agreement = await added(app, 'partnerships/one/agreements', { title: 'Agreement', from });
  const version = {
    agreement: agreement.id,
    decision,
    from,
    until,
    thresholds,
    schedule: { ...schedule, partners, pots },
  };
  await added(app, 'partnerships/one/agreement-versions', version);
}

const order = (given: object, who: Pick<Person, 'post'> = lead): Promise<Answer> =>
  who.post(`/api/v1/${ledger}/commitments`, {
    ...{ ...made, ...days, line: 'fees', supplier: 'Agency', reference: 'PO 1', what: 'Cover' },
    ...given,
  });
const read = async (id: string): Promise<Json> => (await app.http.get(`/api/v1/${ledger}/commitments/${id}`)).body;
const stands = async (id: string) => {
  const { state, paid, released, outstanding } = await read(id);
  return [state, paid, released, outstanding];
};
const release = (commitment: string, given: object = {}): Promise<Answer> =>
  lead.post(`/api/v1/${ledger}/commitment-releases`, {
    ...{ ...made, commitment, releasedOn: '2026-11-01', reason: 'Not needed' },
    ...given,
  });
const spend = (given: object): Promise<Answer> =>
  lead.post(`/api/v1/${ledger}/drafts`, {
    ...{ ...made, kind: 'spending', line: 'fees', effectiveOn: '2026-10-12', reason: 'October' },
    ...given,
  });
const approve = ({ body: { id, digest } }: Answer): Promise<Answer> =>
  partner.post(`/api/v1/${ledger}/drafts/${id}/approvals`, { ...made, digest });
const spent = async (given: object): Promise<Answer> => approve(await spend(given));
const refusal = ({ status, body }: Answer) => [status, body.errors?.[0]?.pointer, body.errors?.[0]?.code];

describe('an order', () => {
  it('is committed until spending that names it is posted, in part and then wholly, and again when that is reversed', async () => {
    const { body: placed } = await order({ amount: '40.00' });
    expect(await stands(placed.id)).toEqual(['open', '0.00', '0.00', '40.00']);
    const part = await spent({ amount: '15.00', pays: placed.id });
    expect([part.status, ...(await stands(placed.id))]).toEqual([200, 'open', '15.00', '0.00', '25.00']);
    const rest = await spent({ amount: '30.00', pays: placed.id });
    expect([rest.status, ...(await stands(placed.id))]).toEqual([200, 'paid', '45.00', '0.00', '0.00']);
    expect(refusal(await spend({ amount: '1.00', pays: placed.id }))).toEqual([409, '/pays', 'nothing-left']);
    const turned = { ...made, kind: 'reversal', reverses: rest.body.id, effectiveOn: '2026-10-13', reason: 'Twice' };
    expect((await approve(await lead.post(`/api/v1/${ledger}/drafts`, turned))).status).toBe(200);
    const { payments } = await read(placed.id);
    expect([await stands(placed.id), payments]).toEqual([
      ['open', '15.00', '0.00', '25.00'],
      [{ entry: part.body.id, effectiveOn: '2026-10-12', amount: '15.00' }],
    ]);
    expect(await app.database.sql(`select * from ledger.faults('one')`)).toEqual([]);
  });

  it('is let go with a reason, no more of it than is left, once for one key', async () => {
    const { body: placed } = await order({ amount: '5.00', reference: 'PO 2' });
    expect(refusal(await release(placed.id, { amount: '5.01' }))).toEqual([409, '/amount', 'more-than-left']);
    expect(refusal(await release(placed.id, { releasedOn: '2026-08-31' }))).toEqual([
      ...[422, '/releasedOn', 'before-its-order'],
    ]);
    expect((await release(placed.id, { amount: '2.00' })).status).toBe(201);
    expect(await stands(placed.id)).toEqual(['open', '0.00', '2.00', '3.00']);
    const [one, other] = await Promise.all([
      release(placed.id, { amount: '3.00' }),
      release(placed.id, { amount: '3.00' }),
    ]);
    expect([one.status, other.status].sort()).toEqual([201, 409]);
    expect(await stands(placed.id)).toEqual(['released', '0.00', '5.00', '0.00']);
    expect(refusal(await release(placed.id))).toEqual([409, '/commitment', 'nothing-left']);
    expect((await read(placed.id)).releases.map(({ reason }: Json) => reason)).toEqual(['Not needed', 'Not needed']);
  });

  it('is recorded once, by the host’s finance lead, and paid by spending on its own line alone', async () => {
    expect((await order({ amount: '1.00', reference: 'PO 3' }, partner)).status).toBe(403);
    const { body: placed } = await order({ amount: '1.00', reference: 'PO 3' });
    expect(refusal(await order({ amount: '1.00', reference: 'PO 3' }))).toEqual([
      409,
      '/reference',
      'already-recorded',
    ]);
    expect(refusal(await order({ amount: '1.00', expectedIn: '2026-12-02' }))).toEqual([
      422,
      '/expectedIn',
      'not-a-month',
    ]);
    const strange = { amount: '1.00', pays: placed.id, line: 'staffing' };
    expect(refusal(await spend(strange))).toEqual([422, '/pays', 'not-there']);
    expect((await partner.get(`/api/v1/${ledger}/commitments?reference=PO%203`)).body.items).toHaveLength(1);
    await release(placed.id);
  });
});

describe('spending past a budget line', () => {
  const standing = async (given: object) => (await spend(given)).body.lineStanding;

  it('is shown to whoever enters and whoever approves before they do, and stopped where the agreement stops it', async () => {
    const { body: placed } = await order({ line: 'staffing', amount: '30.00', reference: 'PO 4' });
    expect((await spent({ line: 'staffing', amount: '60.00' })).status).toBe(200);
    expect(await standing({ line: 'staffing', amount: '10.00' })).toMatchObject({
      ...{ budget: '100.00', posted: '60.00', committed: '30.00', adds: '10.00', passesBy: '0.00', rule: 'stops' },
    });
    const past = await spend({ line: 'staffing', amount: '10.01' });
    expect(past.body.lineStanding).toMatchObject({ passesBy: '0.01', says: expect.stringContaining('stops it') });
    expect([refusal(await approve(past)), (await approve(past)).body.detail]).toEqual([
      [409, '/amount', 'past-its-line'],
      expect.stringContaining(
        'staffing may spend £100.00 in 2026-27, and would have £70.01 spent and £30.00 committed',
      ),
    ]);
    expect((await app.http.get(`/api/v1/${ledger}/drafts/${past.body.id}`)).body.state).toBe('proposed');
    expect(refusal(await order({ line: 'staffing', amount: '10.01', reference: 'PO 5' }))).toEqual([
      ...[409, '/amount', 'past-its-line'],
    ]);
    const paying = { line: 'staffing', amount: '30.00', pays: placed.id };
    expect(await standing(paying)).toMatchObject({ adds: '0.00', passesBy: '0.00' });
    expect((await spent(paying)).status).toBe(200);
    expect((await spent({ line: 'staffing', amount: '10.00' })).status).toBe(200);
    expect(refusal(await spent({ line: 'strange', amount: '0.01' }))).toEqual([409, '/amount', 'past-its-line']);
  });

  it('only warns where the agreement is silent, and is nothing to speak of where no budget is', async () => {
    const next = { line: 'staffing', effectiveOn: '2027-04-01', amount: '100.01' };
    const draft = await spend(next);
    expect(draft.body.lineStanding).toMatchObject({ rule: 'warns', passesBy: '0.01', budget: '100.00' });
    expect((await approve(draft)).status).toBe(200);
    const none = await spend({ ...next, effectiveOn: '2024-04-01' });
    expect(none.body.lineStanding).toMatchObject({ budget: null, passesBy: '0.00' });
    const bill = { ...made, kind: 'contribution', authority: 'one-a', effectiveOn: '2026-10-01', reason: 'Bill' };
    const { body } = await lead.post(`/api/v1/${ledger}/drafts`, { ...bill, amount: '1.00' });
    expect(body.lineStanding).toBeNull();
  });

  it('passes no stopping line, however many approve at once', async () => {
    const drafts: Answer[] = [];
    for (let each = 0; each < 12; each += 1) drafts.push(await spend({ line: 'race', amount: '9.00' }));
    const statuses = (await Promise.all(drafts.map(approve))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(11);
    expect(statuses.filter((status) => status === 409)).toHaveLength(1);
  });

  it('is stopped in a file as a whole, where its rows pass the line together', async () => {
    const file = async (...amounts: string[]) => {
      const rows = amounts.map((amount, at) => `race,2026-05-1${at},${amount},May,JNL ${at},Payroll`);
      const csv = ['line,spentOn,amount,what,reference,source', ...rows].join('\n');
      const imports = '/api/v1/partnerships/one/imports';
      const { body } = await lead.post(`${imports}?kind=spending&name=a.csv`, csv, { 'content-type': 'text/csv' });
      await lead.post(`${imports}/${body.id}/submission`, { digest: body.digest });
      return partner.post(`${imports}/${body.id}/approvals`, { ...made, digest: body.digest });
    };
    const past = await file('0.60', '0.60');
    expect([past.status, past.body.errors[0].code]).toEqual([409, 'past-its-line']);
    const within = await file('0.60', '0.40');
    expect([within.status, within.body.state]).toEqual([200, 'added']);
    expect(await app.database.sql(`select * from ledger.faults('one')`)).toEqual([]);
  });

  it('is stopped by the database itself, whoever asks it', async () => {
    const draft = await spend({ line: 'race', amount: '2.00' });
    await expect(
      app.database.as('poolkeeper_api', async (client) => {
        await client.query('begin');
        await client.query('select authz.open($1, $2, $3, $4)', [partner.ticket, 'ledger-draft.decide', 'one', 'test']);
        await client.query(`insert into ledger_outcome (partnership_id, id, draft_id, number, digest, outcome, source, authority_id)
          values ('one', gen_random_uuid(), '${draft.body.id}', 1, '${draft.body.digest}', 'approved', 'Test', 'one-b')`);
        await client.query('commit');
      }),
    ).rejects.toMatchObject({ constraint: 'budget_line_stops' });
  });
});
