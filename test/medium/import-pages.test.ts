import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SESSION_COOKIE } from '../../src/platform/http/door.js';
import { UnderWay } from '../../src/web/imports/under-way.js';
import { startApp, type TestApp } from '../support/app.js';
import { Browsing } from '../support/browsing.js';
import type { TestCapacity } from '../support/sessions.js';
import { smallPartnership } from '../support/partnership.js';

let app: TestApp;
let officer: Browsing;
let checker: Browsing;
const page = '/partnerships/one/imports';
const header = 'authority,dueOn,amount,what,source';

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  officer = await browsing({ role: 'finance-officer', partnership: 'one', authority: 'one-b' });
  checker = await browsing({ role: 'finance-officer', partnership: 'one', authority: 'one-a' });
});
afterAll(() => app.stop());

async function browsing(capacity: TestCapacity): Promise<Browsing> {
  const made = new Browsing(app.url);
  made.cookies.set(SESSION_COOKIE, (await app.as(capacity)).secret);
  return made;
}

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

async function eventually(look: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 80; tries += 1) {
    const found = await look().then(
      () => true,
      () => false,
    );
    if (found) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await look();
}

describe('importing on pages, without script', () => {
  it('reads a file, shows what it would add, and posts it when somebody else approves that', async () => {
    const row = 'one-b,2026-04-01,5.00,"--edge\r\n--edg",Report\n';
    const sent = await upload('bills.csv', `${header}\n${row.repeat(2_000)}`);
    expect(sent.status).toBe(303);
    const at = sent.headers.get('location') ?? '';
    const shown = await officer.get(at);
    for (const words of [
      'Send 2000 contributions for approval',
      '£10,000.00',
      'The first 50 of 2000',
      'of Council one-b',
      '<td class="govuk-table__cell">5.00</td>',
    ])
      expect(shown.text).toContain(words);
    const done = await officer.submit(at, {});
    expect({ status: done.status, location: done.location }).toEqual({ status: 303, location: at });
    const waiting = (await officer.get(at)).text;
    expect(waiting).toContain('You sent this file, so somebody else approves it.');
    expect(waiting).not.toContain('Approve and post');
    const nothing = await checker.submit(at, {}, `${at}/approvals`);
    expect([nothing.status, nothing.text.includes('Enter what you checked it against')]).toEqual([422, true]);
    const approved = await checker.submit(at, { source: 'The minutes' }, `${at}/approvals`);
    expect([approved.status, approved.location]).toEqual([303, at]);
    expect((await officer.get(at)).text).toContain('Added');
    const { body } = await app.http.get('/api/v1/partnerships/one/contributions');
    expect(body.items[0].what).toBe('--edge\r\n--edg');
    expect((await officer.get(page)).text).toContain('bills.csv');
  });

  it('says that a long file is being added, and what went wrong with it once that is known', async () => {
    Object.assign(app.app.get(UnderWay), { patience: 100 });
    const sent = await upload('later.csv', `${header}\none-b,2020-06-01,5.00,Bill,Report\n`);
    const at = sent.headers.get('location') ?? '';
    await officer.submit(at, {});
    await app.database.asAdmin(async (client) => {
      await client.query('begin');
      await client.query(
        `insert into ledger_period (partnership_id, starts_on, closed) values ('one', '2020-06-01', false)`,
      );
      const answer = await checker.submit(at, { source: 'The minutes' }, `${at}/approvals`);
      expect(answer.status).toBe(303);
      expect((await officer.get(at)).text).toContain('All 1 contributions are being added, or none of them.');
      await eventually(async () => expect((await officer.get(at)).text).toContain('It was not added.'));
      await client.query('rollback');
    });
    expect((await officer.get(at)).text).toContain('Waiting for approval');
  });

  it('takes a rejection with its reason', async () => {
    const sent = await upload('wrong.csv', `${header}\none-b,2026-04-01,5.00,Paid already,Report\n`);
    const at = sent.headers.get('location') ?? '';
    await officer.submit(at, {});
    await checker.submit(at, { reason: 'Paid in March' }, `${at}/rejections`);
    expect((await officer.get(at)).text).toContain('Paid in March');
  });

  it('shows each fault by its cell', async () => {
    const sent = await upload('wrong.csv', `${header}\none-b,2026-02-30,1,Bill,Report\n`);
    const { text } = await officer.get(sent.headers.get('location') ?? '');
    expect(text).toContain('Cell B2');
    expect(text).toContain('Expected a date that exists');
    expect(text).not.toContain('for approval</button>');
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
