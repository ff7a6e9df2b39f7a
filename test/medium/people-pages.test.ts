import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SESSION_COOKIE } from '../../src/platform/http/door.js';
import { startApp, type TestApp } from '../support/app.js';
import { Browsing } from '../support/browsing.js';
import { smallPartnership } from '../support/partnership.js';

type Who = Browsing & { readonly person: string; readonly grant: string };

let app: TestApp;
let administrator: Who;
let lead: Who;
let otherLead: Who;
let clerk: Who;

const from = { 'from-day': '1', 'from-month': '4', 'from-year': '2026' };
const until = { 'until-day': '31', 'until-month': '3', 'until-year': '2099' };
const roles = '/partnerships/one/people';

async function browsing(capacity: Parameters<TestApp['as']>[0]): Promise<Who> {
  const { secret, person, grant } = await app.as(capacity);
  const browser = new Browsing(app.url);
  browser.cookies.set(SESSION_COOKIE, secret);
  return Object.assign(browser, { person, grant });
}

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  administrator = await browsing({ role: 'administrator' });
  lead = await browsing({ role: 'lead-officer', partnership: 'one', authority: 'one-a' });
  otherLead = await browsing({ role: 'lead-officer', partnership: 'one', authority: 'one-b' });
  clerk = await browsing({ role: 'committee-clerk', partnership: 'one', authority: 'one-a' });
});
afterAll(() => app.stop());

/** Registers somebody and gives back their id. */
async function registered(name: string, authority = 'one-a'): Promise<string> {
  const { status, location } = await administrator.submit(
    ...(['/people/new', { name, authority, source: 'An email' }, '/people'] as const),
  );
  expect([status, location]).toEqual([303, expect.stringMatching(/^\/people\/[0-9a-f-]{36}$/)]);
  return location.slice('/people/'.length);
}

const give = (who: Who, given: Record<string, string>) =>
  who.submit(`${roles}/new`, { role: 'observer', authority: 'one-a', source: 'An email', ...from, ...given }, roles);

describe('the page of people', () => {
  it('registers somebody, lists them by name, and shows them', async () => {
    const id = await registered('Rosalind Achebe');
    const list = (await administrator.get('/people')).text;
    expect(list).toContain(`<a class="govuk-link" href="/people/${id}">Rosalind Achebe</a>`);
    expect((await administrator.get(`/people/${id}`)).text).toContain('Council one-a');
  });

  it('says what has to be put right beside each field, keeps what was typed, and stores nothing', async () => {
    const before = await app.database.rowCounts();
    const given = { name: ' ', authority: 'one-b', source: '' };
    const { status, text } = await administrator.submit('/people/new', given, '/people');
    expect(status).toBe(422);
    expect(text).toContain('<title>Error: Register a person');
    expect(text).toContain('<a href="#name">Enter their full name');
    expect(text).toContain('<a href="#source">Enter who asked for this');
    expect(text).toMatch(/<option value="one-b" selected>/);
    expect(await app.database.rowCounts()).toEqual(before);
  });

  it('makes a link to set up an account, shown once, that works', async () => {
    const id = await registered('Bea Achebe');
    const wrong = await administrator.submit(`/people/${id}`, { name: 'No Spaces!' }, `/people/${id}/enrolment`);
    expect([wrong.status, /href="#name"/.test(wrong.text)]).toEqual([422, true]);
    const { text } = await administrator.submit(`/people/${id}`, { name: 'b.achebe' }, `/people/${id}/enrolment`);
    const [link = ''] = /http:\/\/[^<]+\/enrol\/[\w-]{43}/.exec(text) ?? [];
    expect((await new Browsing(app.url).get(new URL(link).pathname)).text).toContain('Bea Achebe');
    expect((await administrator.get(`/people/${id}`)).text).not.toContain('/enrol/');
  });

  it('offers nobody what they may not do, and refuses it', async () => {
    const id = await registered('Cy Achebe');
    const { text } = await lead.get(`/people/${id}`);
    expect(text).toContain('Cy Achebe');
    expect(text).not.toContain('sign-in of its own');
    expect((await lead.get('/people')).text).not.toContain('/people/new');
    const before = await app.database.rowCounts();
    expect((await lead.submit('/people', { name: 'c.achebe' }, `/people/${id}/enrolment`)).status).toBe(403);
    expect((await clerk.get('/people')).status).toBe(403);
    expect(await app.database.rowCounts()).toEqual(before);
  });
});

describe('the page of a partnership’s roles', () => {
  it('gives a role to its last day, and lists it', async () => {
    const person = await registered('Dee Achebe');
    const { status, location } = await give(lead, { person, ...until });
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/partnerships\/one\/people\/[0-9a-f-]{36}$/)]);
    const { text } = await lead.get(location);
    for (const said of ['Observer: Dee Achebe', 'In force', '1 April 2026 to 31 March 2099', 'Lead officer of one-a'])
      expect(text).toContain(said);
    const kept = await lead.get(roles);
    expect(kept.text).toContain(`href="${location}"`);
    const [row] = await app.database.sql(`select ends_before::text as until from role_grant where person_id = $1`, [
      person,
    ]);
    expect(row).toEqual({ until: '2099-04-01' });
  });

  it.each([
    ['no person', { person: '' }, '#person', 'Choose a person'],
    ['no role', { role: '' }, '#role', 'Choose a role'],
    ['no council', { authority: '' }, '#authority', 'Choose a council, except'],
    ['no first day', { 'from-day': '' }, '#from', 'Enter the first day as a real date'],
    ['a day that is none', { 'from-day': '31' }, '#from', 'Enter the first day as a real date'],
    ['a last day before the first', { ...until, 'until-year': '2020' }, '#until', 'Enter the last day as a real date'],
    ['an auditor for ever', { role: 'auditor', authority: '' }, '#until', 'Enter the last day: an auditor'],
    [
      'a finance lead of another than the host',
      { role: 'finance-lead', authority: 'one-b' },
      '#authority',
      'Only the host',
    ],
  ])('says how to put right %s', async (_, change, href, words) => {
    const person = await registered('Gus Achebe');
    const before = await app.database.rowCounts();
    const who = 'authority' in change && change.authority === 'one-b' ? otherLead : lead;
    const { status, text } = await give(who, { person, ...change });
    expect([status, text.includes(`<a href="${href}">${words}`)]).toEqual([422, true]);
    expect(await app.database.rowCounts()).toEqual(before);
  });

  it('has an auditor agreed to by a second council', async () => {
    const person = await registered('Eve Achebe', '');
    const { location } = await give(lead, { person, role: 'auditor', authority: '', ...until });
    expect((await lead.get(location)).text).toContain('Waits for a second council');
    const agree = (who: Who) => who.submit(location, { source: 'A letter' }, `${location}/approval`);
    expect((await agree(lead)).text).toContain('An auditor is approved by the lead officer of a council other than');
    expect((await agree(otherLead)).status).toBe(303);
    expect((await lead.get(location)).text).toContain('Lead officer of one-b');
  });

  it('ends a role with a reason, once', async () => {
    const person = await registered('Flo Achebe');
    const { location } = await give(lead, { person });
    const end = (who: Who, reason: string) => who.submit(location, { reason }, `${location}/end`);
    expect((await end(lead, ' ')).text).toContain('<a href="#reason">Enter why it ends');
    expect((await end(otherLead, 'Mine')).text).toContain('A role is ended by the lead officer of the authority');
    expect((await end(lead, 'They have left')).status).toBe(303);
    const { text } = await lead.get(location);
    expect([text.includes('They have left'), text.includes('End this role')]).toEqual([true, false]);
    const [, token = ''] = /name="formToken" value="([^"]+)"/.exec((await lead.get(`${roles}/new`)).text) ?? [];
    expect((await lead.post(`${location}/end`, { formToken: token, reason: 'Again' })).text).toContain('ended already');
  });

  it('is not there for another partnership, nor for those without a say', async () => {
    await smallPartnership(app, 'two');
    expect((await lead.get('/partnerships/two/people')).status).toBe(404);
    expect((await clerk.get(roles)).status).toBe(403);
    expect((await clerk.get('/partnerships/one')).text).not.toContain(roles);
    expect((await lead.get('/partnerships/one')).text).toContain(roles);
  });
});
