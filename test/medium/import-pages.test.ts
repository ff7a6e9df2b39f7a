import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SESSION_COOKIE } from '../../src/platform/http/door.js';
import { startApp, type TestApp } from '../support/app.js';
import { Browsing } from '../support/browsing.js';
import { smallPartnership } from '../support/partnership.js';

let app: TestApp;
let officer: Browsing;
const page = '/partnerships/one/imports';
const header = 'authority,dueOn,amount,what,source';

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  officer = new Browsing(app.url);
  officer.cookies.set(SESSION_COOKIE, app.service.secret);
});
afterAll(() => app.stop());

/** Sends the form of the page as a browser does: its fields, then the file. */
async function upload(name: string, file: string, token?: string) {
  const { text } = await officer.get(page);
  const formToken = token ?? /name="formToken" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const part = (about: string, content: string) =>
    `--edge\r\nContent-Disposition: form-data; ${about}\r\n\r\n${content}\r\n`;
  const body =
    part('name="formToken"', formToken) +
    part('name="kind"', 'contributions') +
    part(`name="file"; filename="${name}"`, file) +
    '--edge--\r\n';
  const cookie = [...officer.cookies].map((pair) => pair.join('=')).join('; ');
  const headers = { cookie, 'content-type': 'multipart/form-data; boundary=edge' };
  return fetch(`${app.url}${page}`, { method: 'POST', headers, body, redirect: 'manual' });
}

describe('importing on pages, without script', () => {
  it('reads a file, shows what it would add, and adds it when that is confirmed', async () => {
    const row = 'one-b,2026-04-01,5.00,"--edge\r\n--edg",Report\n';
    const sent = await upload('bills.csv', `${header}\n${row.repeat(2_000)}`);
    expect(sent.status).toBe(303);
    const at = sent.headers.get('location') ?? '';
    const shown = await officer.get(at);
    expect(shown.text).toContain('Add 2000 contributions');
    expect(shown.text).toContain('£10,000.00');
    const done = await officer.submit(at, {});
    expect({ status: done.status, location: done.location }).toEqual({ status: 303, location: at });
    expect((await officer.get(at)).text).toContain('Added');
    const { body } = await app.http.get('/api/v1/partnerships/one/contributions');
    expect(body.items[0].what).toBe('--edge\r\n--edg');
    expect((await officer.get(page)).text).toContain('bills.csv');
  });

  it('shows each fault by its cell', async () => {
    const sent = await upload('wrong.csv', `${header}\none-b,2026-02-30,1,Bill,Report\n`);
    const { text } = await officer.get(sent.headers.get('location') ?? '');
    expect(text).toContain('Cell B2');
    expect(text).toContain('Expected a date that exists');
    expect(text).not.toContain('Add 1 contributions');
  });

  it('says at the field what is wrong with a file, and when there is none', async () => {
    const locked = await upload('old.xls', '\u00d0');
    expect(locked.status).toBe(303);
    const unreadable = await upload('x.xlsx', 'PK\u0003\u0004 no archive');
    expect(unreadable.status).toBe(422);
    expect(await unreadable.text()).toContain('The workbook is damaged');
    const none = await upload('', '');
    expect({ status: none.status, says: (await none.text()).includes('Choose a CSV or XLSX file') }).toEqual({
      status: 422,
      says: true,
    });
  });

  it('takes no form that this server did not draw, and no file elsewhere', async () => {
    expect((await upload('bills.csv', header, 'made-up')).status).toBe(403);
    const elsewhere = await fetch(`${app.url}/api/v1/partnerships/one/contributions`, {
      ...{ method: 'POST', body: header },
      headers: { 'content-type': 'text/csv', authorization: `Bearer ${app.service.secret}` },
    });
    expect(elsewhere.status).toBe(415);
  });
});
