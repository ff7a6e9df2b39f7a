import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SESSION_COOKIE } from '../../src/platform/http/door.js';
import { startApp, type TestApp } from '../support/app.js';
import { Browsing } from '../support/browsing.js';
import { added, smallPartnership } from '../support/partnership.js';

let app: TestApp;
let lead: Browsing;
let extract: string;
const list = '/partnerships/one/ledger/reconciliations';

async function browsing(role: 'finance-lead' | 'finance-officer', authority: string): Promise<Browsing> {
  const browser = new Browsing(app.url);
  browser.cookies.set(SESSION_COOKIE, (await app.as({ role, partnership: 'one', authority })).secret);
  return browser;
}

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  lead = await browsing('finance-lead', 'one-a');
  const bill = { authority: 'one-b', dueOn: '2026-04-01', amount: '460.00', what: 'Quarter 1' };
  const due = await added(app, 'partnerships/one/contributions', bill);
  const paid = { contribution: due.id, receivedOn: '2026-04-10', amount: '400.00', reference: 'BACS 1' };
  await added(app, 'partnerships/one/receipts', paid);
  const csv = 'date,reference,amount\n2026-04-09,bacs-1,400.00\n2026-04-30,,-1.25\n';
  const base = '/api/v1/partnerships/one/imports';
  const type = { 'content-type': 'text/csv' };
  const { body } = await app.http.post(`${base}?kind=host-ledger&name=cash.csv`, csv, type);
  await app.http.post(`${base}/${body.id}/confirmation`, { digest: body.digest });
  extract = body.id as string;
});
afterAll(() => app.stop());

const day = (name: string, on: number) => ({
  [`${name}-day`]: `${on}`,
  [`${name}-month`]: '4',
  [`${name}-year`]: '2026',
});
const april = {
  account: 'cash',
  fund: 'Pool',
  opening: '0',
  ...day('from', 1),
  ...day('asAt', 30),
  source: 'Cash book',
};

describe('the host’s own ledger on pages, without script', () => {
  let report: string;

  it('is held against ours from the file that was added', async () => {
    expect((await lead.get(`/partnerships/one/imports/${extract}`)).text).toContain('Hold it against our ledger');
    const { text } = await lead.get(list);
    expect(text).toContain('Hold cash.csv against ours');
    const unchosen = await lead.get(`${list}/new`);
    expect(unchosen.text).toContain('Which file of the host’s ledger?');
    expect(unchosen.text).not.toContain('name="import"');
    expect(unchosen.text).toContain(`<a class="govuk-link" href="${list}/new?import=${extract}">cash.csv</a>`);
    const form = `${list}/new?import=${extract}`;
    const wrong = await lead.submit(form, { ...april, ...day('asAt', 20), account: 'spending' }, list);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Enter the budget line whose spending it is');
    const outside = await lead.submit(form, { ...april, ...day('asAt', 20) }, list);
    expect(outside.text).toContain('Enter days that cover every line of the file');
    const made = await lead.submit(form, april, list);
    expect(made.status).toBe(303);
    report = made.location;
  });

  it('shows the summary first, then what is left, and takes what people say of it', async () => {
    const { text } = await lead.get(report);
    for (const said of ['Cash held by the host, Pool', '£398.75', '£400.00', '−£1.25 of the difference is left'])
      expect(text).toContain(said);
    expect(text.indexOf('How the two ledgers compare')).toBeLessThan(text.indexOf('id="left"'));
    const [, ticked = ''] = /name="lines" type="checkbox" value="([^"]+)"/.exec(text) ?? [];
    const none = await lead.submit(report, { reason: 'A charge', source: 'Bank' }, `${report}/together`);
    expect([none.status, none.text.includes('Tick what belongs together')]).toEqual([422, true]);
    const said = { lines: ticked, reason: 'A charge of the bank', source: 'Bank statement' };
    expect((await lead.submit(report, said, `${report}/together`)).status).toBe(303);
    const explained = await lead.get(report);
    for (const words of ['All 3 lines are explained', '“A charge of the bank”', 'No line is left to explain'])
      expect(explained.text).toContain(words);
  });

  it('takes apart what was said by hand and what a rule brought together, for a reason', async () => {
    const chosen = async (after: string) => {
      const { text } = await lead.get(report);
      return new RegExp(`type="radio" value="([^"]+)">\\s*<label[^>]*>${after}`).exec(text)?.[1] ?? '';
    };
    const undo = (group: string, undoReason: string) => lead.submit(report, { group, undoReason }, `${report}/undo`);
    const byHand = await chosen('Said by hand');
    const silent = await undo(byHand, '');
    expect([silent.status, silent.text.includes('href="#undoReason"')]).toEqual([422, true]);
    expect((await undo(byHand, 'It was interest')).status).toBe(303);
    expect((await undo(await chosen('Same reference and amount'), 'Another quarter')).status).toBe(303);
    const { text } = await lead.get(report);
    expect(text.match(/type="checkbox"/g)).toHaveLength(3);
    expect(text).toContain('0.00% of the pounds');
  });

  it('is read by every partner, and changed by the host’s finance lead alone', async () => {
    const officer = await browsing('finance-officer', 'one-b');
    const { status, text } = await officer.get(report);
    expect([status, text.includes('type="checkbox"'), text.includes('type="radio"')]).toEqual([200, false, false]);
    expect((await officer.get(`${list}/new`)).status).toBe(403);
    expect((await officer.get(list)).text).toContain('Cash held by the host, Pool');
  });
});
