import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { billEventKinds, canHappen, type Standing } from '../../src/engine/ledger/bills/standing.js';
import { type Answer, type Json, startApp, type TestApp } from '../support/app.js';
import { agreeOn } from '../support/agreed-version.js';
import { added, made, smallPartnership } from '../support/partnership.js';

let app: TestApp;
type Person = Awaited<ReturnType<TestApp['as']>>;
let host: Person;
let partner: Person;
let stranger: Person;
const base = '/api/v1/partnerships/one/ledger';
const today = new Date().toISOString().slice(0, 10);
/** A day so many days from 1 April 2026, on which every bill of these tests falls due. */
const after = (days: number) => new Date(Date.UTC(2026, 3, 1 + days)).toISOString().slice(0, 10);

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  await agreeOn(app, 'one', {
    ...{ from: '2026-04-01', until: '2027-04-01' },
    instalments: { profile: 'quarters-in-advance', daysToPay: 30 },
  });
  const as = (role: 'finance-lead' | 'finance-officer', authority: string) =>
    app.as({ role, partnership: 'one', authority });
  [host, partner, stranger] = [
    await as('finance-officer', 'one-a'),
    await as('finance-officer', 'one-b'),
    await as('finance-lead', 'one-a'),
  ];
});
afterAll(() => app.stop());

const billed = async (amount = '100.00') =>
  (await added(app, 'partnerships/one/contributions', { authority: 'one-b', dueOn: after(0), amount, what: 'Quarter 1' })).id as string; // prettier-ignore
const paid = (contribution: string, amount: string, receivedOn: string) =>
  added(app, 'partnerships/one/receipts', { contribution, amount, receivedOn, reference: `BACS ${amount}` });
const bill = async (id: string, query = ''): Promise<Json> => (await app.http.get(`${base}/bills/${id}${query}`)).body;
const status = async (id: string, asAt: string) => (await bill(id, `?asAt=${asAt}`)).status as string;

const verbs = { invoiced: 'invoices', disputed: 'disputes', resolved: 'resolutions', defaulted: 'defaults' } as const;
const decision = async () => (await app.http.get('/api/v1/partnerships/one/decisions')).body.items[0].id as string;
async function mark(
  who: Person,
  id: string,
  kind: keyof typeof verbs,
  happenedOn = after(40),
  more = {},
): Promise<Answer> {
  const says = {
    invoiced: { invoice: 'INV 1', hostLedger: 'AR-77' },
    disputed: { reason: 'Counted twice' },
    resolved: { reason: 'It was not' },
    defaulted: { decision: await decision() },
  };
  return who.post(`${base}/bills/${id}/${verbs[kind]}`, { ...made, happenedOn, ...says[kind], ...more });
}
const code = ({ status, body }: Answer) => (status < 400 ? body.status : body.errors[0].code);

describe('where a bill stands', () => {
  it('follows from its proposal, its events, its receipts and the day, and is told with all that happened', async () => {
    const lead = stranger;
    const draft = { kind: 'one-off', authority: 'one-b', effectiveOn: after(0), reason: 'Panel', amount: '100.00' };
    const { body: proposed } = await lead.post(`${base}/drafts`, { ...made, ...draft });
    expect(await bill(proposed.id)).toMatchObject({ status: 'budgeted', payBy: after(30), left: '100.00' });
    expect(code(await mark(host, proposed.id, 'invoiced'))).toBe('not-a-bill');
    await partner.post(`${base}/drafts/${proposed.id}/approvals`, { ...made, digest: proposed.digest });
    expect(await status(proposed.id, after(30))).toBe('approved');
    expect(code(await mark(host, proposed.id, 'invoiced', after(1)))).toBe('overdue');
    expect(await status(proposed.id, after(0))).toBe('approved');
    expect(await status(proposed.id, after(30))).toBe('invoiced');
    expect(await bill(proposed.id, `?asAt=${after(61)}`)).toMatchObject({ status: 'overdue', daysLate: 31 });
    const receipt = { kind: 'receipt', authority: 'one-b', pays: proposed.id, reference: 'BACS 9' };
    const { body: received } = await lead.post(`${base}/drafts`, {
      ...{ ...made, ...receipt, effectiveOn: after(20), reason: 'Received', amount: '60.00' },
    });
    expect(code(await partner.post(`${base}/drafts/${received.id}/approvals`, { ...made, digest: received.digest }))).toBeUndefined(); // prettier-ignore
    const found = await bill(proposed.id, `?asAt=${after(25)}`);
    expect(found).toMatchObject({
      status: 'part-paid',
      paid: '60.00',
      left: '40.00',
      invoice: 'INV 1',
      hostLedger: 'AR-77',
    });
    expect(found.history.map(({ what, authority }: Json) => [what, authority])).toEqual([
      ...[
        ['proposed', 'one-a'],
        ['approved', 'one-b'],
        ['invoiced', 'one-a'],
        ['received', 'one-b'],
      ],
    ]);
    expect(await app.database.sql(`select * from ledger.faults('one')`)).toEqual([]);
  });

  it('is paid once all of it has come in, and not where that was reversed', async () => {
    const id = await billed();
    const receipt = await paid(id, '100.00', after(3));
    expect([await status(id, after(2)), await status(id, after(3))]).toEqual(['approved', 'paid']);
    const { body: turn } = await stranger.post(`${base}/drafts`, {
      ...{ ...made, kind: 'reversal', reverses: receipt.id, effectiveOn: after(5), reason: 'Bounced' },
    });
    await partner.post(`${base}/drafts/${turn.id}/approvals`, { ...made, digest: turn.digest });
    expect([await status(id, after(4)), await status(id, after(5)), await status(id, after(31))]).toEqual([
      ...['paid', 'approved', 'overdue'],
    ]);
    const { body: undo } = await stranger.post(`${base}/drafts`, {
      ...{ ...made, kind: 'reversal', reverses: id, effectiveOn: after(6), reason: 'Billed twice' },
    });
    await partner.post(`${base}/drafts/${undo.id}/approvals`, { ...made, digest: undo.digest });
    expect(await bill(id)).toMatchObject({ status: 'reversed', left: '0.00' });
    expect(code(await mark(host, id, 'invoiced'))).toBe('reversed');
  });

  it('is refused every order that the rules refuse, and no other', async () => {
    const roads: Readonly<Record<Exclude<Standing, 'budgeted'>, readonly (keyof typeof verbs)[]>> = {
      ...{ approved: [], invoiced: ['invoiced'], disputed: ['invoiced', 'disputed'] },
      ...{ resolved: ['invoiced', 'disputed', 'resolved'], defaulted: ['invoiced', 'defaulted'] },
    };
    const who = { invoiced: () => host, disputed: () => partner, resolved: () => host, defaulted: () => host };
    for (const [standing, road] of Object.entries(roads)) {
      for (const event of billEventKinds) {
        const id = await billed();
        for (const step of road) expect((await mark(who[step](), id, step)).status).toBe(200);
        const answer = await mark(who[event](), id, event);
        expect([standing, event, answer.status === 200]).toEqual([
          standing,
          event,
          canHappen(event, standing as Standing),
        ]);
        if (answer.status !== 200) expect(code(answer)).toBe('not-in-order');
      }
    }
  });

  it('is said by whom it concerns, in the order of days, and a default only of what is overdue', async () => {
    const id = await billed();
    expect(code(await mark(partner, id, 'invoiced'))).toBe('not-for-you-to-say');
    expect(code(await mark(host, id, 'invoiced', after(40_000)))).toBe('to-come');
    await mark(host, id, 'invoiced', after(3));
    expect(code(await mark(host, id, 'disputed'))).toBe('not-for-you-to-say');
    expect(code(await mark(partner, id, 'disputed', after(2)))).toBe('before-the-last');
    expect(code(await mark(host, id, 'defaulted', after(30)))).toBe('not-overdue');
    expect(code(await mark(host, id, 'defaulted', after(31), { decision: id }))).toBe('not-there');
    expect(code(await mark(host, id, 'defaulted', after(31)))).toBe('defaulted');
    await paid(id, '100.00', after(50));
    expect(await status(id, after(50))).toBe('paid');
    const reader = await app.as({ role: 'auditor', partnership: 'one' });
    expect((await mark(reader, id, 'disputed')).status).toBe(403);
    expect((await mark(host, '11111111-1111-4111-8111-111111111111', 'invoiced')).status).toBe(404);
  });

  it('is no default by a decision that was refused', async () => {
    const id = await billed();
    await mark(host, id, 'invoiced');
    const refused = await added(app, 'partnerships/one/decisions', {
      ...{
        body: 'Board',
        reference: 'No',
        takenOn: after(30),
        title: 'Default',
        outcome: 'refused',
        approves: 'nothing',
      },
    });
    expect(code(await mark(host, id, 'defaulted', after(40), { decision: refused.id }))).toBe('not-approved');
    expect(code(await mark(host, id, 'defaulted'))).toBe('defaulted');
  });

  it('is one standing where two say something at once', async () => {
    const id = await billed();
    await mark(host, id, 'invoiced', after(3));
    const ended = (await Promise.all([1, 2, 3, 4].map(() => mark(partner, id, 'disputed')))).map(code);
    expect(ended.filter((one) => one === 'disputed')).toHaveLength(1);
    expect(ended.filter((one) => one === 'not-in-order')).toHaveLength(3);
  });

  it('is listed by it, each bill under what it is called', async () => {
    const { body } = await app.http.get(`${base}/bills?limit=200`);
    const called = new Set<string>(body.items.map(({ status: one }: Json) => one));
    expect([...called].sort()).toEqual(['defaulted', 'disputed', 'overdue', 'paid', 'reversed']);
    for (const one of called) {
      const { body: listed } = await app.http.get(`${base}/bills?status=${one}&authority=one-b&limit=200`);
      const wanted = body.items.filter((each: Json) => each.status === one && each.authority === 'one-b');
      expect(listed.items.map(({ id }: Json) => id)).toEqual(wanted.map(({ id }: Json) => id));
    }
    const { body: page } = await app.http.get(`${base}/bills?limit=1&asAt=${after(0)}`);
    const { body: next } = await app.http.get(`${base}/bills${page.next}`);
    expect(next.items[0].id).toBe(body.items[1].id);
    expect((await app.http.get(`${base}/bills?asAt=2026-02-30`)).status).toBe(422);
    const { body: known } = await app.http.get(`${base}/bills?knownAt=2020-01-01`);
    expect(known.items).toEqual([]);
    const { text } = await app.http.get(`${base}/bills/all.csv?status=overdue`);
    expect(text.split('\r\n')[0]).toMatch(
      /^\ufeffid,authority,kind,status,what,dueOn,payBy,financialYear,amount,paid,left,/,
    );
    expect(today > after(30)).toBe(true);
  });
});
