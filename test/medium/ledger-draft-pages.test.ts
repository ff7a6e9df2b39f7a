import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SESSION_COOKIE } from '../../src/platform/http/door.js';
import { startApp, type TestApp } from '../support/app.js';
import { Browsing } from '../support/browsing.js';
import { added, smallPartnership } from '../support/partnership.js';

let app: TestApp;
let lead: Browsing;
let partner: Browsing;
let member: Browsing;
const drafts = '/partnerships/one/ledger/drafts';
const day = { 'effectiveOn-day': '1', 'effectiveOn-month': '10', 'effectiveOn-year': '2026' };
const bill = { authority: 'one-b', amount: '£41,250', reason: 'Quarter 3', source: 'Invoice 7', ...day };

async function browsing(capacity: Parameters<TestApp['as']>[0]): Promise<Browsing> {
  const browser = new Browsing(app.url);
  browser.cookies.set(SESSION_COOKIE, (await app.as(capacity)).secret);
  return browser;
}

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  lead = await browsing({ role: 'finance-lead', partnership: 'one', authority: 'one-a' });
  partner = await browsing({ role: 'finance-officer', partnership: 'one', authority: 'one-b' });
  member = await browsing({ role: 'board-member', partnership: 'one', authority: 'one-b' });
});
afterAll(() => app.stop());

async function proposed(who: Browsing, kind: string, given: Record<string, string>): Promise<string> {
  const { status, location, text } = await who.submit(`${drafts}/new?kind=${kind}`, given, drafts);
  if (status !== 303) throw new Error(text);
  return location;
}
const approve = (who: Browsing, draft: string) => who.submit(draft, { source: 'Seen' }, `${draft}/approvals`);

describe('entering, approving and correcting', () => {
  it('goes from a form to the list, to somebody else, to the entry, and to its reversal', async () => {
    const draft = await proposed(lead, 'contribution', bill);
    expect((await lead.get(drafts)).text).toContain(`href="${draft}"`);
    expect((await lead.get(draft)).text).toContain('You entered this, so somebody else approves it.');
    const { status, location } = await approve(partner, draft);
    expect([status, location]).toEqual([303, draft]);
    const entry = draft.replace('drafts', 'entries');
    const { text } = await partner.get(entry);
    for (const said of ['Contribution due: £41,250.00', 'By somebody other than who entered it'])
      expect(text).toContain(said);
    const [, reverse = ''] = /href="([^"]*kind=reversal[^"]*)"/.exec(text) ?? [];
    const wrong = { reason: 'Billed twice', source: 'Invoice 7', ...day };
    const sent = await lead.submit(reverse.replaceAll('&amp;', '&'), wrong, drafts);
    expect((await approve(partner, sent.location)).status).toBe(303);
    expect((await lead.get(entry)).text).toContain('Reversed by');
    expect((await lead.get('/partnerships/one/ledger')).text).not.toContain('41,250.00');
  });

  it('keeps what was typed, and says what to put right beside each field', async () => {
    const before = await app.database.rowCounts();
    const given = { ...bill, amount: 'much', source: '', 'effectiveOn-day': '31', 'effectiveOn-month': '2' };
    const { status, text } = await lead.submit(`${drafts}/new?kind=contribution`, given, drafts);
    expect(status).toBe(422);
    for (const [at, words] of [
      ['amount', 'Enter the amount in pounds'],
      ['effectiveOn', 'Enter the day as a real date'],
      ['source', 'Enter where this comes from'],
    ])
      expect(text).toContain(`<a href="#${at}">${words}`);
    expect(text).toContain('value="much"');
    expect(await app.database.rowCounts()).toEqual(before);
  });

  it('enters a form that is sent twice once', async () => {
    const { text } = await lead.get(`${drafts}/new?kind=contribution`);
    const hidden = Object.fromEntries(
      [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );
    const sent = await Promise.all([1, 2].map(() => lead.post(drafts, { ...hidden, ...bill })));
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    expect(sent[0]!.location).toBe(sent[1]!.location);
    const other = await lead.post(drafts, { ...hidden, ...bill, amount: '2' });
    expect([other.status, other.text.includes('This form was sent already')]).toEqual([422, true]);
    expect((await lead.post(drafts, { ...hidden, ...bill, key: 'x' })).status).toBe(400);
  });

  it('changes a draft once by a form that is sent twice, and keeps its fund and the decision behind it', async () => {
    const decided = await added(app, 'partnerships/one/decisions', {
      ...{ authority: 'one-a', body: 'Cabinet', reference: '7', takenOn: '2026-01-01', title: 'The budget' },
      ...{ outcome: 'approved', approves: 'budget' },
    });
    const draft = await proposed(lead, 'contribution', {
      ...bill,
      fund: 'Legal reserve',
      decision: decided.id as string,
    });
    expect((await lead.get(draft)).text).toContain('Legal reserve');
    const { text } = await lead.get(`${draft}/change`);
    expect(text).toContain('value="legal-reserve"');
    expect(text).toMatch(
      new RegExp(`<option value="${String(decided.id)}" selected>Cabinet, 1 January 2026, 7: The budget`),
    );
    const hidden = Object.fromEntries(
      [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );
    const sent = await Promise.all(
      [1, 2].map(() => lead.post(`${draft}/versions`, { ...hidden, ...bill, amount: '9' })),
    );
    expect(sent.map(({ status, location }) => [status, location])).toEqual([
      [303, draft],
      [303, draft],
    ]);
    const changed = (await lead.get(draft)).text;
    expect(changed).not.toContain('Version 3 entered');
    expect(changed).toContain('Version 2. Changed: amount, fund, decided by, would post');
    expect(changed).toContain('£9.00<br>Before: £');
    expect((await lead.post(`${draft}/versions`, { ...hidden, ...bill, key: 'x' })).status).toBe(400);
  });

  it('pays a contribution from a list, and asks no more than is needed', async () => {
    const owed = await proposed(lead, 'contribution', bill);
    await approve(partner, owed);
    const form = await partner.get(`${drafts}/new?kind=receipt`);
    const pays = owed.slice(drafts.length + 1);
    expect(form.text).toContain(
      `<option value="${pays}">Council one-b, Quarter 3, £41,250.00 left, due 1 October 2026`,
    );
    const paid = { pays, amount: '1000', reason: 'Received', reference: 'BACS 1', source: 'Statement', ...day };
    const receipt = await proposed(lead, 'receipt', paid);
    expect((await lead.get(receipt)).text).toContain('£1,000.00');
    const none = await lead.submit(`${drafts}/new?kind=receipt`, { ...paid, pays: '' }, drafts);
    expect(none.text).toContain('<a href="#pays">Choose the bill that it pays');
  });

  it('pays a one-off charge like a contribution, until nothing is left of it', async () => {
    const charge = await proposed(lead, 'one-off', { ...bill, amount: '75', reason: 'Legal advice', fund: 'Legal' });
    const id = charge.slice(drafts.length + 1);
    const form = `${drafts}/new?kind=receipt`;
    expect((await partner.get(form)).text).not.toContain(id);
    await approve(partner, charge);
    const option = `<option value="${id}">Council one-b, Legal advice (one-off charge), £75.00 left, due 1 October 2026, Legal`;
    expect((await partner.get(form)).text).toContain(option);
    const [, link = ''] = /href="([^"]*kind=receipt[^"]*)"/.exec((await lead.get(charge.replace('drafts', 'bills'))).text) ?? []; // prettier-ignore
    expect((await lead.get(link.replaceAll('&amp;', '&'))).text).toContain(option.replace('">', '" selected>'));
    const paid = { pays: id, amount: '75', reason: 'Received', reference: 'BACS 2', source: 'Statement', ...day };
    const receipt = await proposed(partner, 'receipt', paid);
    expect((await approve(lead, receipt)).status).toBe(303);
    expect((await lead.get(receipt.replace('drafts', 'entries'))).text).toMatch(/Fund<\/dt>\s*<dd[^>]*>\s*Legal/);
    expect((await partner.get(form)).text).not.toContain(id);
    expect((await lead.get(`${form}&pays=${id}`)).text).toContain(`<option value="${id}" selected>`);
    const bills = '/api/v1/partnerships/one/ledger/bills?kind=one-off';
    expect((await app.http.get(`${bills}&open=true`)).body.items).toEqual([]);
    expect((await app.http.get(`${bills}&open=false`)).body.items).toMatchObject([
      { id, status: 'paid', left: '0.00' },
    ]);
  });

  it('is changed until it is decided, and what was read is what is approved', async () => {
    const draft = await proposed(lead, 'contribution', bill);
    const { text } = await lead.get(`${draft}/change`);
    for (const said of ['value="41250.00"', 'value="Quarter 3"', 'value="10"']) expect(text).toContain(said);
    const opened = (await partner.get(draft)).text;
    const digest = /name="digest" value="([^"]+)"/.exec(opened)?.[1] ?? '';
    const token = /name="formToken" value="([^"]+)"/.exec(opened.slice(opened.indexOf('<main')))?.[1] ?? '';
    const changed = await lead.submit(`${draft}/change`, { ...bill, amount: '9' }, `${draft}/versions`);
    expect([changed.status, changed.location]).toEqual([303, draft]);
    const stale = await partner.post(`${draft}/approvals`, { formToken: token, digest, source: 'Seen' });
    expect([stale.status, stale.text.includes('The draft has been changed since')]).toEqual([409, true]);
    expect((await lead.submit(`${draft}/change`, { ...bill, amount: '' }, `${draft}/versions`)).status).toBe(422);
  });

  it('is rejected with a reason, which everybody may read', async () => {
    const draft = await proposed(lead, 'contribution', bill);
    const reject = (reason: string) => partner.submit(draft, { reason }, `${draft}/rejections`);
    expect((await reject(' ')).text).toContain('<a href="#reason">Enter why');
    expect((await reject('The invoice says less')).status).toBe(303);
    expect((await member.get(draft)).text).toContain('The invoice says less');
    expect((await member.get(`${drafts}?state=rejected`)).text).toContain(`href="${draft}"`);
  });

  it('offers nobody what they may not do, and refuses it', async () => {
    const draft = await proposed(lead, 'contribution', bill);
    const { text } = await member.get(draft);
    for (const offered of ['Approve and post', 'Change what is proposed', '/rejections'])
      expect(text).not.toContain(offered);
    expect((await member.get(drafts)).text).not.toContain('Enter something');
    for (const path of [`${drafts}/new`, `${draft}/change`]) expect((await member.get(path)).status).toBe(403);
    expect((await approve(member, draft)).status).toBe(403);
    const hosts = await proposed(lead, 'contribution', { ...bill, authority: 'one-a' });
    expect((await partner.get(hosts)).text).not.toContain('Change what is proposed');
    expect((await partner.get(draft)).text).toContain('Change what is proposed');
    expect((await partner.get(`${drafts}/new`)).text).not.toContain('kind=spending');
    const spend = { line: 'Staffing', amount: '1', reason: 'May', source: 'Invoice', ...day };
    expect((await partner.submit(`${drafts}/new?kind=spending`, spend, drafts)).status).toBe(403);
    expect((await lead.get(drafts.replace('/one/', '/two/'))).status).toBe(404);
  });
});
