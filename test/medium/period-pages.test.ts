import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SESSION_COOKIE } from '../../src/platform/http/door.js';
import { type Json, startApp, type TestApp } from '../support/app.js';
import { agreeOn } from '../support/agreed-version.js';
import { Browsing } from '../support/browsing.js';
import { added, smallPartnership } from '../support/partnership.js';

let app: TestApp;
let lead: Browsing;
let partner: Browsing;
let digest: string;
const months = '/partnerships/one/ledger/periods';
const base = '/api/v1/partnerships/one';

async function browsing(role: 'finance-lead' | 'lead-officer' | 'finance-officer', authority: string) {
  const browser = new Browsing(app.url);
  browser.cookies.set(SESSION_COOKIE, (await app.as({ role, partnership: 'one', authority })).secret);
  return browser;
}

beforeAll(async () => {
  app = await startApp();
  app.setClock('2026-11-22');
  await smallPartnership(app, 'one');
  lead = await browsing('finance-lead', 'one-a');
  partner = await browsing('lead-officer', 'one-b');
  await agreeOn(app, 'one', { from: '2026-04-01', until: '2027-04-01' });
  const bill = { authority: 'one-b', dueOn: '2026-04-09', amount: '460.00', what: 'Quarter 1' };
  await added(app, 'partnerships/one/contributions', bill);
  await added(app, 'partnerships/one/contributions', { ...bill, dueOn: '2026-06-09', what: 'Quarter 2' });
  digest = (await app.http.get(`${base}/share-statements/2026-27`)).body.digest;
});
afterAll(() => app.stop());

/** The form of the page that goes there, filled in. */
async function send(who: Browsing, action: string, fields: Record<string, string>) {
  const { text } = await who.get(months);
  const [, form = ''] = new RegExp(`action="${action}"([\\s\\S]*?)</form>`).exec(text) ?? [];
  const hidden = [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const given = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
  const referer = `${who.server}${months}`;
  return who.post(action, { ...given, ...fields }, { referer });
}
const request = async () => {
  const { body } = await app.http.get(`${base}/ledger/reopenings?state=asked`);
  return `${months}/reopenings/${body.items[0].id}`;
};

const told = { startsOn: '2026-04-01', why: 'An invoice came late' };
/** Whatever counts April, by its page; the API has the same under the same name. */
const reports = [
  ...['ledger', 'ledger/aged-debt', 'ledger/statements-of-account/one-b', 'ledger/instalments/2026-27'],
  ...['ledger/outturn/2026-27', 'ledger/year-end/2026-27', 'share-statements/2026-27'],
];

describe('the months of a ledger on pages, without script', () => {
  it('are closed one after another, and the page says what will be frozen', async () => {
    const { text } = await lead.get(months);
    for (const said of ['Next: April 2026', 'at the end of 30 April 2026', '£460.00', 'Close April 2026'])
      expect(text).toContain(said);
    const silent = await send(lead, `${months}/closings`, {});
    expect([silent.status, silent.text.includes('Enter why the month is closed')]).toEqual([422, true]);
    const closed = await send(lead, `${months}/closings`, { why: 'Agreed with the host', source: 'Minute 4' });
    expect(closed.status).toBe(303);
    const after = await lead.get(months);
    for (const said of ['Next: May 2026', 'sha256:', 'Ask for April 2026 to be opened again'])
      expect(after.text).toContain(said);
    const [, href = ''] = /href="([^"]+\/closings\/[^"]+)"/.exec(after.text) ?? [];
    const frozen = await partner.get(href);
    for (const said of ['What was frozen of April 2026', '£460.00', 'Council one-b', '“Agreed with the host”'])
      expect(frozen.text).toContain(said);
    const [, file = ''] = /href="([^"]+\/all\.csv)"/.exec(frozen.text) ?? [];
    const { text: rows } = await partner.get(file);
    expect(rows).toContain('fund,account,authority,line,amount,closing,of,number,recordedAt,recordedBy,');
    expect(rows).toMatch(/\r\npool,receivable,one-b,,\d+\.00,[\w-]{36},2026-04-01,1,/);
  });

  it('are opened again by two councils: one asks, another approves', async () => {
    const asked = { askWhy: 'An invoice came late', askSource: 'Invoice 7' };
    expect((await send(lead, `${months}/reopenings`, { ...asked, askWhy: '' })).text).toContain('href="#askWhy"');
    expect((await send(lead, `${months}/reopenings`, asked)).status).toBe(303);
    expect((await lead.get(months)).text).toContain('Your council asked for this');
    const at = await request();
    const silent = await send(partner, `${at}/rejections`, {});
    expect([silent.status, silent.text.includes('href="#decideReason"')]).toEqual([422, true]);
    expect((await send(partner, `${at}/rejections`, { decideReason: 'Enter it in May' })).status).toBe(303);
    expect((await send(lead, `${months}/reopenings`, asked)).status).toBe(303);
    expect((await lead.get(months)).text).not.toContain('/approvals');
    expect((await send(partner, `${await request()}/approvals`, { decideSource: 'Invoice' })).status).toBe(303);
    const { text } = await lead.get(months);
    for (const said of ['Re-opened', 'Next: April 2026', '“Enter it in May”', 'Opened again'])
      expect(text).toContain(said);
  });

  it('say that they were opened again in every report that rests on them', async () => {
    const words = 'April 2026 was closed, and opened again on';
    for (const report of reports) {
      const { status, text } = await partner.get(`/partnerships/one/${report}`);
      expect([report, status, text.includes(words)]).toEqual([report, 200, true]);
      const { body } = await app.http.get(`${base}/${report === 'ledger' ? 'ledger/position' : report}`);
      expect([report, body.reopened]).toEqual([report, [expect.objectContaining(told)]]);
    }
    const approved = { authority: 'one-b', authorityName: 'Council one-b', recordedBy: expect.any(String) };
    expect((await app.http.get(`${base}/ledger/aged-debt`)).body.reopened[0].approved).toEqual(approved);
  });

  it('say so in the files of those reports too', async () => {
    for (const report of [
      'ledger/position',
      ...reports.filter((one) => /ledger\/(?!year|outturn)/.test(one)),
      'ledger/bills',
    ]) {
      const { text } = await app.http.get(`${base}/${report}/all.csv`);
      const [columns, first] = text.split('\r\n');
      expect([report, columns, first]).toEqual([
        ...[report, expect.stringMatching(/,reopened(,|$)/), expect.stringMatching(/,2026-04-01(,|$)/)],
      ]);
    }
    expect((await app.http.get(`${base}/ledger/year-end/2026-27/all.csv`)).text).toContain(
      'reopened,,,,2026-04,,An inv',
    );
  });

  it('say nothing of it in what counts nothing of that month, or was known before, and leave every digest as it was', async () => {
    const read = async (path: string) => (await app.http.get(`${base}/${path}`)).body;
    for (const report of reports.filter((one) => !/^(share|ledger$)|instalments|year-end/.test(one)))
      for (const days of ['asAt=2026-03-31', 'knownAt=2026-01-01'].slice(report.includes('statements') ? 1 : 0))
        expect([report, days, (await read(`${report}?${days}`)).reopened]).toEqual([report, days, []]);
    const { items } = await read('ledger/bills?sort=dueOn');
    expect(items.map(({ what, reopened }: Json) => [what, reopened.length])).toEqual([['Quarter 1', 1], ['Quarter 2', 0]]); // prettier-ignore
    const bill = `/partnerships/one/ledger/bills/${items[0].id}`;
    expect((await partner.get(bill)).text).toContain('April 2026 was closed');
    expect((await partner.get('/partnerships/one/ledger/bills')).text).toContain('April 2026 was closed');
    expect(await read('share-statements/2026-27')).toMatchObject({ digest, reopened: [told] });
    expect((await app.http.get(`${base}/share-statements/2025-26`)).status).toBe(404);
    await added(app, 'partnerships/one/receipts', {
      ...{ contribution: items[1].id, receivedOn: '2026-04-20', amount: '60.00', reference: 'BACS early' },
    });
    expect((await read(`ledger/bills/${items[1].id}`)).reopened).toMatchObject([told]);
    expect((await read(`ledger/bills/${items[1].id}?asAt=2026-04-19`)).reopened).toEqual([]);
  });

  it('are those of a year, whose account is shown as it was known at any day, when nothing of it is closed', async () => {
    const page = '/partnerships/one/ledger/year-end';
    const now = (await lead.get(`${page}/2025-26`)).text;
    expect([now.includes('As at 31 March 2026'), now.includes('Close the year')]).toEqual([true, true]);
    const boxes = 'knownAt-day=1&knownAt-month=1&knownAt-year=2000';
    const { text } = await lead.get(`${page}/2025-26?fund=pool&${boxes}`);
    expect(text).toContain('As at 31 March 2026, as known at 1 January 2000');
    for (const kept of ['2024-25?fund=pool&amp;knownAt=2000-01-01', 'all.csv?fund=pool&amp;knownAt=2000-01-01'])
      expect(text).toContain(kept);
    expect(text).not.toContain('Close the year');
    const wrong = await lead.get(`${page}/2025-26?knownAt-day=31&knownAt-month=2&knownAt-year=2026`);
    expect([wrong.status, wrong.text.includes('href="#knownAt-day"')]).toEqual([422, true]);
  });

  it('are read by every partner, and closed by the host’s finance lead alone', async () => {
    const officer = await browsing('finance-officer', 'one-b');
    const { status, text } = await officer.get(months);
    expect([status, text.includes('Close April 2026')]).toEqual([200, false]);
  });
});
