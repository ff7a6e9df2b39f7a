import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SESSION_COOKIE } from '../../src/platform/http/door.js';
import { startApp, type TestApp } from '../support/app.js';
import { Browsing } from '../support/browsing.js';
import { added, smallPartnership } from '../support/partnership.js';

let app: TestApp;
let officer: Browsing;
let observer: Browsing;
const ledger = '/partnerships/one/ledger';

async function browsing(capacity: Parameters<TestApp['as']>[0]): Promise<Browsing> {
  const browser = new Browsing(app.url);
  browser.cookies.set(SESSION_COOKIE, (await app.as(capacity)).secret);
  return browser;
}

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  await smallPartnership(app, 'two');
  officer = await browsing({ role: 'finance-officer', partnership: 'one', authority: 'one-b' });
  observer = await browsing({ role: 'observer', partnership: 'one', authority: 'one-b' });
  const bill = { dueOn: '2026-04-01', what: 'Quarter 1' };
  const due = await added(app, 'partnerships/one/contributions', { ...bill, authority: 'one-b', amount: '100.00' });
  await added(app, 'partnerships/one/contributions', { ...bill, authority: 'one-a', amount: '7.01' });
  await added(app, 'partnerships/one/receipts', {
    ...{ contribution: due.id, receivedOn: '2026-04-09', amount: '40.00', reference: 'BACS 1' },
  });
});
afterAll(() => app.stop());

/** The figures of a page's first table with this caption, row by row. */
const shown = (text: string) =>
  [...text.replaceAll(/<span class="govuk-visually-hidden">.*?<\/span>/g, '').matchAll(/>(−?£[\d,.]+)</g)].map(
    ([, figure]) => figure,
  );

describe('the pages of a ledger', () => {
  it('show the position, from which each figure leads to entries that come to it', async () => {
    expect((await officer.get('/partnerships/one')).text).toContain(`href="${ledger}"`);
    const { status, text } = await officer.get(`${ledger}?asAt=2026-04-30`);
    expect(status).toBe(200);
    expect(text).toContain('As at 30 April 2026');
    const links = [...text.matchAll(/href="([^"]*\/entries\?[^"]*)">(−?£[\d,.]+)</g)];
    expect(links.length).toBeGreaterThan(6);
    for (const [, href = '', figure] of links) {
      const entries = await officer.get(href.replaceAll('&amp;', '&'));
      expect([entries.status, shown(entries.text).at(-1)]).toEqual([200, figure]);
    }
  });

  it('filter the entries, and show one with its lines', async () => {
    const { text } = await officer.get(
      `${ledger}/entries?kind=receipt&partner=one-b&from-day=1&from-month=4&from-year=2026`,
    );
    const [, href = ''] = /<a class="govuk-link" href="([^"]+)">Receipt/.exec(text) ?? [];
    expect(text).not.toContain('>Contribution due<span');
    const entry = await officer.get(href);
    expect(entry.status).toBe(200);
    for (const said of ['Receipt: £40.00', 'BACS 1', 'Council one-b', 'sha256:']) expect(entry.text).toContain(said);
    expect((await officer.get(`${ledger}/entries?line=nothing-like-it`)).text).toContain('No entry is like that');
  });

  it('go on page by page', async () => {
    const first = await officer.get(`${ledger}/entries`);
    expect(first.text).not.toContain('rel="next"');
    const { body } = await app.http.get('/api/v1/partnerships/one/ledger/entries?limit=1&sort=-effectiveOn');
    const second = await officer.get(`${ledger}/entries${body.next}`);
    expect([second.status, /Receipt<span/.test(second.text)]).toEqual([200, false]);
  });

  it('say whether the whole ledger is what its entries say', async () => {
    const { text } = await officer.get(`${ledger}/check`);
    for (const said of ['All is well', 'Looked at 3 entries with 6 lines']) expect(text).toContain(said);
  });

  it('tell what is wrong with a date beside its boxes', async () => {
    for (const path of [ledger, `${ledger}/entries`]) {
      const { status, text } = await officer.get(`${path}?asAt=2026-02-30`);
      expect([status, text.includes('href="#asAt-day"')]).toEqual([422, true]);
    }
  });

  it('are there on the first and the last day there is', async () => {
    const days = ['', '/statements-of-account/one-b'].flatMap((path) =>
      ['1900-01-01', '2199-12-31'].map((asAt) => `${path}?asAt=${asAt}`),
    );
    for (const path of [...days, '/year-end/1900-01', '/year-end/2198-99'])
      expect([path, (await officer.get(`${ledger}${path}`)).status]).toEqual([path, 200]);
  });

  it('are not for those who may not read them, nor of another partnership', async () => {
    const { text } = await officer.get(`${ledger}/entries`);
    const [, entry = ''] = /href="([^"]+)">Receipt/.exec(text) ?? [];
    for (const path of [ledger, `${ledger}/entries`, `${ledger}/check`, entry]) {
      expect((await observer.get(path)).status).toBe(403);
      expect((await officer.get(path.replace('/one/', '/two/'))).status).toBe(404);
    }
    expect((await observer.get('/partnerships/one')).text).not.toContain(`href="${ledger}"`);
  });
});
