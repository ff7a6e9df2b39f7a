import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sendTo } from '../../src/act-out-year.js';
import { personRoles } from '../../src/features/access/roles.js';
import { DemonstrationSignIns } from '../../src/features/demonstration/demonstration-sign-ins.js';
import { ActOutYear, type Send } from '../../src/features/demonstration/year/act-out-year.js';
import { october, spending } from '../../src/features/demonstration/year/figures.js';
import { tellSignIns } from '../../src/features/demonstration/tell-sign-ins.js';
import { type Json, startApp, type TestApp } from '../support/app.js';
import { Browsing } from '../support/browsing.js';

let test: TestApp;
let folder: string;
let first: string;
const file = () => path.join(folder, 'demonstration-sign-ins.txt');
const signIns = () => test.app.get(DemonstrationSignIns, { strict: false });
const linksIn = (text: string) =>
  [...text.matchAll(/http:\S+\/demonstration\/\S+/g)].map(([link]) => new URL(link).pathname);

async function tell(anew = false): Promise<string> {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  await tellSignIns(signIns(), test.service.ticket, { folder, server: test.url, anew, say });
  return said.join('');
}

/** Sends so many times, and then is gone before the answer is. */
function lastHeard(count: number): Send {
  const send = sendTo(test.app);
  let left = count;
  return async (...sent) => {
    const answer = await send(...sent);
    left -= 1;
    if (left === 0) throw new Error('Cut short');
    return answer;
  };
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'poolkeeper-demonstration-'));
  test = await startApp();
  await test.loadDemonstration();
  first = await tell();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await test.stop();
});

it('says a link for each role the first time, and keeps them in a file that nobody else reads', () => {
  const lines = first.split('\n').filter((line) => line.includes('/demonstration/'));
  expect(lines.map((line) => line.split(/, |\s\s+/)[0]).sort()).toEqual(Object.values(personRoles).sort());
  expect(linksIn(readFileSync(file(), 'utf8'))).toEqual(linksIn(first));
  for (const name of ['demonstration-sign-ins.txt', 'demonstration-token']) {
    expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
  }
});

it('says where they are after that, and makes no more until the data is new', async () => {
  const said = await tell();
  expect(linksIn(said)).toEqual([]);
  expect(said).toContain(file());
  expect(linksIn(await tell(true))).toHaveLength(Object.keys(personRoles).length);
});

it('each signs in as somebody with that role', async () => {
  for (const line of first.split('\n').filter((one) => one.includes('/demonstration/'))) {
    const [role = ''] = line.split(/, |\s\s+/);
    const browser = new Browsing(test.url);
    const { status, location } = await browser.submit(linksIn(line)[0]!, {});
    expect([status, location]).toEqual([303, '/']);
    const { text } = await browser.get('/account');
    expect({ role, there: text.includes(role) }).toEqual({ role, there: true });
  }
});

it('shows a page before it signs anybody in, and nothing for a link that is none', async () => {
  const browser = new Browsing(test.url);
  const [link = ''] = linksIn(first);
  expect((await browser.get(link)).text).toContain('Finance officer');
  expect(browser.cookies.has('__Host-poolkeeper')).toBe(false);
  for (const wrong of [`${link}x`, link.slice(0, -1), '/demonstration/x', '/demonstration/%00']) {
    expect({ wrong, status: (await browser.get(wrong)).status }).toEqual({ wrong, status: 404 });
  }
});

it('cannot be where there is no demonstration: the database refuses to keep a link, and takes none', async () => {
  const secret = linksIn(first)[0]!.split('/').at(-1)!;
  await test.database.sql('update authz.installation set demonstration = false');
  try {
    const adding = test.database.as('poolkeeper_access', (client) =>
      client.query(`insert into authz.demonstration_sign_in (secret_digest, person_id, grant_id)
        select sha256('x'), person_id, grant_id from authz.demonstration_sign_in limit 1`),
    );
    await expect(adding).rejects.toMatchObject({ code: '42501' });
    expect(await signIns().follow(secret, 'Test')).toBeUndefined();
  } finally {
    await test.database.sql('update authz.installation set demonstration = true');
  }
  expect(await signIns().follow(secret, 'Test')).toMatch(/^[\w-]{43}$/);
});

it('acts out half a year of the ledger by the people there are, however often it is cut short, which leaves every page something to show', async () => {
  const acting = test.app.get(ActOutYear, { strict: false });
  const { signal } = new AbortController();
  // What was sent last was done, and nobody heard of it.
  for (const sent of [13, 8, 9, 35, 117]) {
    expect({ sent, over: await acting.isOver(test.service.ticket) }).toEqual({ sent, over: false });
    await expect(acting.run(lastHeard(sent), signal)).rejects.toThrow('Cut short');
  }
  await acting.run(sendTo(test.app), signal);
  expect(await acting.isOver(test.service.ticket)).toBe(true);
  const read = async (path: string) => (await test.http.get(`/api/v1/partnerships/aspire/${path}`)).body;
  expect(await read('ledger/check')).toMatchObject({ sound: true });
  const posted = (await read('ledger/entries?limit=200')).items.map(({ kind }: Json) => kind);
  expect(posted.filter((kind: string) => kind === 'spending')).toHaveLength(spending.length + 1);
  expect((await read('ledger/drafts?state=waiting')).items).toEqual([]);
  expect(await read(`ledger/bills/${october}`)).toMatchObject({ history: { length: 5 } });
  const closings = await read('ledger/closings?limit=200');
  expect(closings.items.filter(({ startsOn }: Json) => startsOn === '2026-09-01')).toHaveLength(2);
  expect((await read('ledger/reopenings')).items.map(({ state }: Json) => state)).toEqual(['approved']);
  const late = (await read('ledger/bills?status=overdue')).items.map(({ paid, invoice }: Json) => `${paid} ${invoice}`);
  expect(late).toEqual(['100000.00 DORSET 2026-27 / 3']);
  const [held] = (await read('ledger/reconciliations')).items;
  const report = await read(`ledger/reconciliations/${held.id}`);
  expect(report).toMatchObject({ toExplainInAll: 1, toExplain: [{ host: '-12.50' }] });
  expect(await read('ledger/outturn/2026-27')).toMatchObject({
    actualsTo: '2026-09-01',
    report: { report: 'Month 7 monitoring' },
  });
});
