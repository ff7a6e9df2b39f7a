import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SESSION_COOKIE } from '../../src/platform/http/door.js';
import { startApp, type TestApp } from '../support/app.js';
import { agreeOn } from '../support/agreed-version.js';
import { Browsing } from '../support/browsing.js';
import { added, smallPartnership } from '../support/partnership.js';

let app: TestApp;
let officer: Browsing;
let host: Browsing;
let due: string;
const ledger = '/partnerships/one/ledger';

beforeAll(async () => {
  app = await startApp();
  app.setClock('2026-11-22');
  await smallPartnership(app, 'one');
  const instalments = { profile: 'quarters-in-advance', daysToPay: 30, clause: 'Schedule 3, paragraph 9' };
  await agreeOn(app, 'one', { from: '2026-04-01', until: '2027-04-01', instalments });
  const browsing = async (capacity: Parameters<TestApp['as']>[0]) => {
    const browser = new Browsing(app.url);
    browser.cookies.set(SESSION_COOKIE, (await app.as(capacity)).secret);
    return browser;
  };
  officer = await browsing({ role: 'finance-officer', partnership: 'one', authority: 'one-b' });
  host = await browsing({ role: 'finance-lead', partnership: 'one', authority: 'one-a' });
  const bill = { authority: 'one-b', dueOn: '2026-04-01', what: 'Quarter 1', amount: '100.00' };
  due = (await added(app, 'partnerships/one/contributions', bill)).id as string;
  await added(app, 'partnerships/one/receipts', {
    ...{ contribution: due, receivedOn: '2026-04-09', amount: '40.00', reference: 'BACS 1' },
  });
});
afterAll(() => app.stop());

describe('the page of instalments', () => {
  const page = `${ledger}/instalments/2026-27`;

  it('shows how a year falls due, by which clause, and proposes one instalment for all or for one’s own council', async () => {
    expect((await officer.get('/partnerships/one/share-statements/2026-27')).text).toContain(`href="${page}"`);
    const { text } = await officer.get(page);
    expect(text).toContain('Schedule 3, paragraph 9: equal quarters in advance, with 30 days to pay.');
    expect(text).toContain('£100.00 billed');
    const own = await officer.submit(page, { number: '4' });
    expect([own.status, own.location]).toEqual([303, `${ledger}/drafts`]);
    const all = await host.submit(page, { number: '4' });
    expect([all.status, (await host.get(all.location)).text.match(/Instalment 4 of 4/g)?.length]).toEqual([303, 2]);
    const again = await host.submit(page, { number: '4' });
    expect([again.status, again.text]).toEqual([409, expect.stringContaining('All of that instalment is billed')]);
  });
});

describe('the pages of bills', () => {
  it('list them with where they stand, narrowed down by it, and lead to one with its history', async () => {
    const { text } = await officer.get(ledger);
    expect(text).toContain(`href="${ledger}/bills"`);
    const { text: list } = await officer.get(`${ledger}/bills?status=overdue`);
    expect(list).toMatch(/Only: <strong>Overdue<\/strong>/);
    expect(list).toContain('205 days late');
    expect((await officer.get(`${ledger}/bills?status=paid`)).text).toContain('No bill is like that.');
    const [, href = ''] = /href="([^"]+)">Quarter 1/.exec(list) ?? [];
    const one = await officer.get(`${href}?asAt=2026-04-30`);
    expect([one.status, one.text]).toEqual([200, expect.stringContaining('Part paid')]);
    expect(one.text).toContain('BACS 1');
    expect((await officer.get(`${ledger}/bills?asAt-day=31&asAt-month=2&asAt-year=2026`)).status).toBe(422);
  });

  it('let the host record its invoice, the partner dispute it and either say how that ended, one after another', async () => {
    const page = `${ledger}/bills/${due}`;
    const day = { 'happenedOn-day': '2', 'happenedOn-month': '4', 'happenedOn-year': '2026', source: 'A letter' };
    expect((await officer.get(page)).text).not.toContain('<form method="post" action="/partnerships');
    expect((await host.get(page)).text).toContain('Record the host’s invoice');
    const wrong = await host.submit(page, { ...day, invoice: '' }, `${page}/invoices`);
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Enter the reference of the invoice')]);
    const sent = await host.submit(page, { ...day, invoice: 'INV 1' }, `${page}/invoices`);
    expect([sent.status, sent.location]).toEqual([303, page]);
    expect((await officer.get(page)).text).toContain('Dispute this bill');
    expect((await officer.submit(page, { ...day, reason: 'Counted twice' }, `${page}/disputes`)).status).toBe(303);
    const { text } = await host.get(page);
    expect(text).toContain('Disputed');
    expect(text).toContain('Record how the dispute was resolved');
    expect((await host.submit(page, { ...day, reason: 'It was not' }, `${page}/resolutions`)).status).toBe(303);
    const resolved = (await host.get(page)).text;
    expect(resolved).toContain('Dispute resolved');
    expect(resolved).toContain('Record that the partner has defaulted');
    expect((await officer.get(page)).text).not.toContain('defaulted</h2>');
    const early = await host.submit(page, day, `${page}/defaults`);
    expect([early.status, early.text]).toEqual([422, expect.stringContaining('Choose the decision')]);
    const [, decision = ''] = /<option value="([0-9a-f-]{36})">/.exec(resolved) ?? [];
    const before = await host.submit(page, { ...day, decision }, `${page}/defaults`);
    expect([before.status, before.text]).toEqual([409, expect.stringContaining('Enter a day on which the bill was')]);
    const late = { ...day, 'happenedOn-month': '6', decision };
    expect((await host.submit(page, late, `${page}/defaults`)).status).toBe(303);
    expect((await officer.get(page)).text).toMatch(/Declared in default[^]*The decision/);
  });

  it('show what is late by its age, and each partner’s account, whose figures agree', async () => {
    const { text: debt } = await officer.get(`${ledger}/aged-debt?asAt=2026-06-15`);
    expect(debt).toContain('As at 15 June 2026');
    const [, href = ''] = /href="([^"]+)">Council one-b/.exec(debt) ?? [];
    const { status, text } = await officer.get(href);
    expect([status, text]).toEqual([200, expect.stringContaining('Statement of account: Council one-b')]);
    expect([debt, text].map((page) => page.includes('£60.00'))).toEqual([true, true]);
    expect(text).toContain(`/api/v1${ledger}/statements-of-account/one-b/all.csv?asAt=2026-06-15`);
    expect((await officer.get(`${ledger}/statements-of-account/kent`)).status).toBe(404);
  });
});
