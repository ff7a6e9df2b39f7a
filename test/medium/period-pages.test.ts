import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SESSION_COOKIE } from '../../src/platform/http/door.js';
import { startApp, type TestApp } from '../support/app.js';
import { Browsing } from '../support/browsing.js';
import { added, smallPartnership } from '../support/partnership.js';

let app: TestApp;
let lead: Browsing;
let partner: Browsing;
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
  const bill = { authority: 'one-b', dueOn: '2026-04-09', amount: '460.00', what: 'Quarter 1' };
  await added(app, 'partnerships/one/contributions', bill);
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
    expect((await partner.get('/partnerships/one/ledger')).text).toContain(words);
    const { body } = await app.http.get(`${base}/ledger/position`);
    expect(body.reopened).toMatchObject([{ startsOn: '2026-04-01', why: 'An invoice came late' }]);
  });

  it('are read by every partner, and closed by the host’s finance lead alone', async () => {
    const officer = await browsing('finance-officer', 'one-b');
    const { status, text } = await officer.get(months);
    expect([status, text.includes('Close April 2026')]).toEqual([200, false]);
  });
});
