import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SESSION_COOKIE } from '../../src/platform/http/door.js';
import { type Json, startApp, type TestApp } from '../support/app.js';
import { Browsing } from '../support/browsing.js';
import { added, smallPartnership } from '../support/partnership.js';

let app: TestApp;
let officer: Browsing;
let member: Browsing;
const at = 'partnerships/one';
const pages = `/${at}/calculations`;
const versions: string[] = [];

const schedule = (period: string, amount: string) => ({
  period,
  partners: [{ id: 'one-a', name: 'Council A', role: 'host' }, { id: 'one-b' }],
  pots: [{ id: 'pool', lines: [{ id: 'staff', amount }], basis: { kind: 'equal' } }],
});
const ladders = { overspend: [{ kind: 'bearer', partner: 'one-a' }], underspend: [{ kind: 'reserve' }] };

async function browsing(capacity: Parameters<TestApp['as']>[0]): Promise<Browsing> {
  const browser = new Browsing(app.url);
  browser.cookies.set(SESSION_COOKIE, (await app.as(capacity)).secret);
  return browser;
}

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  const agreement = (await added(app, `${at}/agreements`, { title: 'The agreement', from: '2019-04-01' })).id;
  const approved = { body: 'Board', takenOn: '2019-02-12', outcome: 'approved', approves: 'formula', title: 'It' };
  const decision = (await added(app, `${at}/decisions`, { ...approved, reference: '1' })).id;
  const parts = [
    { from: '2019-04-01', until: '2020-04-01', schedule: schedule('2019-20', '1000.00'), ladders },
    { from: '2020-04-01', until: '2020-10-01', schedule: schedule('2020-21', '3650.00') },
    { from: '2020-10-01', until: '2021-04-01', schedule: schedule('2020-21', '7300.00') },
  ];
  for (const part of parts)
    versions.push((await added(app, `${at}/agreement-versions`, { agreement, decision, ...part })).id as string);
  officer = await browsing({ role: 'finance-officer', partnership: 'one', authority: 'one-a' });
  member = await browsing({ role: 'board-member', partnership: 'one', authority: 'one-b' });
});
afterAll(() => app.stop());

const form = (kind: string) => `${pages}/new?kind=${kind}`;
const tried = (kind: string, given: Record<string, string>) => officer.submit(form(kind), given, `${pages}/new`);
const recorded = (kind: string, given: Record<string, string>) =>
  officer.submit(form(kind), { why: 'For the board', source: 'Paper 7', ...given }, pages);

describe('working something out on a page', () => {
  it('offers every kind, statements by year and by version where several share one, versions, and vintages', async () => {
    expect((await officer.get(pages)).text).toContain(`href="${pages}/new"`);
    const { text } = await officer.get(`${pages}/new`);
    for (const kind of ['shares', 'variance', 'true-up', 'compare']) expect(text).toContain(`new?kind=${kind}"`);
    const { text: choices } = await officer.get(form('shares'));
    expect(choices).toContain('value="shareStatement 2019-20"');
    expect(choices).toContain(`value="shareStatement 2020-21 ${versions[2]}"`);
    expect(choices).toContain(`value="agreementVersion ${versions[0]}"`);
    expect(choices).toContain('Share statement for 2020 to 2021, the days of version 3');
    expect((await officer.get(form('variance'))).text).not.toContain('shareStatement');
  });

  it('shows the answer and keeps nothing, then records it once, with why', async () => {
    const of = `shareStatement 2020-21 ${versions[2]}`;
    const before = await app.database.rowCounts();
    const { status, text } = await tried('shares', { of });
    expect(status).toBe(200);
    for (const said of ['Council A', '£3,640.00', 'Holds', 'Record this calculation']) expect(text).toContain(said);
    expect((await app.database.rowCounts())['calculation']).toBe(before['calculation']);
    const { location, status: made } = await recorded('shares', { of });
    expect([made, location]).toEqual([303, expect.stringContaining(`${pages}/`)]);
    const shown = (await officer.get(location)).text;
    for (const said of ['For the board', 'Paper 7', '£3,640.00', 'The share statement for 2020 to 2021']) {
      expect(shown).toContain(said);
    }
    const vintage = `calculation ${location.slice(pages.length + 1)}`;
    expect((await officer.get(form('true-up'))).text).toContain(`value="${vintage}"`);
    const same = await tried('true-up', { of: vintage, against: of });
    expect([same.status, same.text.includes('Put down to')]).toEqual([200, true]);
  });

  it('goes down a version’s ladders, and lays two side by side', async () => {
    const figures = { budget: '1000.00', forecast: '1100.00', balance: '5.00' };
    const over = await recorded('variance', { of: `agreementVersion ${versions[0]}`, ...figures });
    expect((await officer.get(over.location)).text).toContain('£100.00');
    const two = { of: `agreementVersion ${versions[1]}`, against: `agreementVersion ${versions[2]}` };
    const { text } = await tried('compare', two);
    const names = ['Version 2 of The agreement, from 1 April 2020', 'Version 3 of The agreement, from 1 October 2020'];
    for (const said of ['£3,650.00 more', ...names, `Each gap in pounds is to “${names[0]}”`])
      expect(text).toContain(said);
    const kept = (await officer.get((await recorded('compare', two)).location)).text;
    expect(names.every((name) => kept.includes(name))).toBe(true);
    expect(kept).not.toMatch(/>(First|Second)</);
  });

  it('lays a year that versions share together from what is recorded of each, and says what is not', async () => {
    const year = `/api/v1/${at}/calculations/years/2020-21`;
    const before = (await app.http.get(year)).body;
    expect(before).toMatchObject({ complete: false, parts: [{ days: 183, calculation: null }, { days: 182 }] });
    expect(before.checks[0]).toMatchObject({ check: 'every-day-is-recorded', holds: false });
    const { text: wanting } = await officer.get(`${pages}/years/2020-21`);
    for (const said of ['Not all of it is recorded', 'Nothing is recorded of these days', 'What is recorded of 2020'])
      expect(wanting).toContain(said);
    await recorded('shares', { of: `shareStatement 2020-21 ${versions[1]}` });
    const { body: whole } = await app.http.get(year);
    expect(whole).toMatchObject({ complete: true, total: '5470.00', unallocated: '0.00' });
    expect(whole.parts.map((part: Json) => [part.agreementVersion, part.calculation.total])).toEqual([
      [versions[1], '1830.00'],
      [versions[2], '3640.00'],
    ]);
    expect(whole.parts.every(({ calculation }: Json) => calculation.sameDigest === true)).toBe(true);
    expect(whole.partners.map(({ partner, amount }: Json) => [partner, amount])).toEqual([
      ['one-a', '2735.00'],
      ['one-b', '2735.00'],
    ]);
    expect(whole.checks.map(({ holds }: Json) => holds)).toEqual([true, true, true, true, true]);
    expect((await app.http.get(year)).body.digest).toBe(whole.digest);
    expect(whole.digest).not.toBe(before.digest);
    const { text } = await officer.get(`${pages}/years/2020-21`);
    for (const said of ['and all of it is recorded', '£2,735.00', '£5,470.00', whole.digest as string])
      expect(text).toContain(said);
    expect((await officer.get(`/${at}/share-statements/2020-21`)).text).toContain(`${pages}/years/2020-21"`);
    expect((await app.http.get(`${year}/all.csv`)).text).toContain(`year,,,,,one-b,2735.00,`);
    expect((await app.http.get(`/api/v1/${at}/calculations/years/1999-00`)).status).toBe(404);
    expect((await app.http.get(`${year}?fund=pool`)).status).toBe(422);
  });

  it('does not take for the year’s what somebody typed, nor for its days those of others', async () => {
    const typed = {
      year: '2019-20',
      agreementVersion: versions[0],
      kind: 'shares',
      document: schedule('2019-20', '9.00'),
    };
    await added(app, `${at}/calculations`, { ...typed, why: 'Typed' });
    const { body } = await app.http.get(`/api/v1/${at}/calculations/years/2019-20`);
    expect(body).toMatchObject({ complete: false, total: '0.00', parts: [{ calculation: null }] });
    expect((await member.get(`${pages}/years/2019-20`)).status).toBe(200);
    expect((await officer.get('/partnerships/two/calculations/years/2019-20')).status).toBe(404);
  });

  it('keeps what was chosen, and says beside each field what to put right', async () => {
    const nothing = await tried('true-up', {});
    expect(nothing.status).toBe(422);
    for (const field of ['of', 'against']) expect(nothing.text).toContain(`href="#${field}"`);
    const wrong = { of: `agreementVersion ${versions[0]}`, budget: 'much', forecast: '1.00', balance: '5.00' };
    const refused = await tried('variance', wrong);
    expect([refused.status, refused.text.includes('href="#budget"')]).toEqual([422, true]);
    expect(refused.text).toContain('Enter the budget in pounds');
    const gone = await tried('shares', { of: 'calculation 99999999-9999-4999-8999-999999999999' });
    expect([gone.status, gone.text.includes('href="#of"')]).toEqual([422, true]);
    const silent = await recorded('shares', { of: 'shareStatement 2019-20', why: '' });
    expect(silent.status).toBe(422);
    for (const said of ['Enter what it is for', '£500.00', 'value="Paper 7"']) expect(silent.text).toContain(said);
    const days = { of: 'shareStatement 2019-20', against: `agreementVersion ${versions[1]}` };
    expect((await tried('true-up', days)).text).toContain('href="#against"');
  });

  it('is for those who may record, in their own partnership', async () => {
    expect((await member.get(`${pages}/new`)).status).toBe(403);
    expect((await member.get(pages)).text).not.toContain(`href="${pages}/new"`);
    const forged = await member.submit('/partnerships', { kind: 'shares', of: 'shareStatement 2019-20' }, pages);
    expect(forged.status).toBe(403);
    expect((await officer.get(`/partnerships/two/calculations/new`)).status).toBe(404);
  });
});
