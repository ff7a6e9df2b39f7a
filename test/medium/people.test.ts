import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personListing } from '../../src/features/people/person.reader.js';
import { type Answer, type Http, httpOf, startApp, type TestApp } from '../support/app.js';
import { startBeside } from '../support/beside.js';
import { added, made, smallPartnership } from '../support/partnership.js';
import { addAll, keepsTheRulesOfRecords, type RecordsUnderTest } from '../support/record-rules.js';

let app: TestApp;
let administrator: Http & { readonly person: string };
let lead: Http & { readonly person: string; readonly grant: string };
let otherLead: Http & { readonly person: string };

const grants = '/api/v1/partnerships/one/grants';
const days = { from: '2020-01-01', until: '2099-01-01' };

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  await smallPartnership(app, 'two');
  administrator = await app.as({ role: 'administrator' });
  lead = await app.as({ role: 'lead-officer', partnership: 'one', authority: 'one-a' });
  otherLead = await app.as({ role: 'lead-officer', partnership: 'one', authority: 'one-b' });
});
afterAll(() => app.stop());

async function somebody(): Promise<string> {
  return (await added(app, 'people', { name: 'Somebody New' })).id as string;
}

const give = (who: Http, given: object, where = grants) => who.post(where, { ...made, ...days, ...given });

async function given(who: Http, grant: object, where = grants) {
  const answer = await give(who, grant, where);
  expect([answer.status, answer.text]).toEqual([201, answer.text]);
  return answer.body as { id: string; person: string; inForce: boolean };
}

/** Refused by a rule, in words, with nothing stored. */
async function refused(asking: () => Promise<Answer>, status: number, code?: string) {
  const before = await app.database.rowCounts();
  const answer = await asking();
  expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([status, code]);
  expect(await app.database.rowCounts()).toEqual(before);
}

describe('people', () => {
  let records: RecordsUnderTest;
  beforeAll(async () => {
    records = await addAll(app, '/api/v1/people', [
      { ...made, name: 'Ann Other', authority: 'one-a' },
      { ...made, name: 'Bea Other', illustrative: false },
      { ...made, name: 'Cy Other', authority: 'two-a' },
    ]);
  });
  keepsTheRulesOfRecords(personListing, () => records, [
    { says: 'no name', change: { name: undefined }, pointer: '/name', code: 'missing-field' },
    { says: 'a name of spaces', change: { name: ' ' }, pointer: '/name', code: 'not-words' },
    {
      says: 'an authority that is not there',
      change: { authority: 'nowhere' },
      pointer: '/authority',
      code: 'not-there',
    },
  ]);

  it('are registered by administrators alone', async () => {
    expect((await administrator.post('/api/v1/people', { ...made, name: 'Dee Other' })).status).toBe(201);
    for (const who of [lead, await app.as({ role: 'auditor', partnership: 'one' })]) {
      await refused(() => who.post('/api/v1/people', { ...made, name: 'Eve Other' }), 403);
    }
  });

  it('are seen by their own council and where they have a role, and by nobody else', async () => {
    const names = async (who: Http) =>
      ((await who.get('/api/v1/people?limit=200')).body.items as { name: string }[]).map(({ name }) => name);
    const [ann, , cy] = records.views.map(({ id }) => String(id));
    expect(await names(lead)).toContain('Ann Other');
    expect(await names(lead)).not.toContain('Cy Other');
    expect((await lead.get(`/api/v1/people/${ann}`)).status).toBe(200);
    expect((await lead.get(`/api/v1/people/${cy}`)).status).toBe(404);
    await given(lead, { person: cy, role: 'observer', authority: 'one-a' });
    expect(await names(lead)).toContain('Cy Other');
    expect(await names(await app.as({ role: 'lead-officer', partnership: 'two', authority: 'two-a' }))).not.toContain(
      'Ann Other',
    );
  });
});

describe('a role', () => {
  it('is given by the lead officer of the authority it belongs to, and says who has it, from when, and who gave it', async () => {
    const person = await somebody();
    const grant = await given(lead, { person, role: 'finance-officer', authority: 'one-a' });
    expect(grant).toEqual({
      id: expect.any(String),
      person,
      personName: 'Somebody New',
      role: 'finance-officer',
      authority: 'one-a',
      ...days,
      givenBy: lead.person,
      givenFor: 'one-a',
      approved: null,
      ended: null,
      inForce: true,
      ...made,
      recordedAt: expect.any(String),
      recordedBy: 'Lead officer of one-a',
    });
    expect((await lead.get(`${grants}/${grant.id}`)).body).toEqual(grant);
    expect((await administrator.get(`${grants}?person=${person}`)).body.items).toEqual([grant]);
    expect((await lead.get(`/api/v1/partnerships/two/grants/${grant.id}`)).status).toBe(404);
  });

  it.each([
    ['another authority’s', { authority: 'one-b' }, 403, undefined],
    ['of a council that takes no part', { authority: 'two-a' }, 403, undefined],
    ['of an authority without one', { authority: undefined }, 422, 'not-here'],
    ['administrator, in a partnership', { role: 'administrator', authority: undefined }, 409, 'not-yours-to-give'],
    ['auditor, for an authority', { role: 'auditor' }, 422, 'not-here'],
    ['auditor, for ever', { role: 'auditor', authority: undefined, until: undefined }, 422, 'missing-field'],
    ['ending before it starts', { from: '2030-01-02', until: '2030-01-02' }, 422, 'not-after-from'],
    ['of nobody who is registered', { person: '11111111-1111-4111-8111-111111111111' }, 422, 'not-there'],
    ['that there is not', { role: 'king' }, 422, 'not-a-choice'],
  ])('is not given: %s', async (_, change, status, code) => {
    const person = await somebody();
    await refused(() => give(lead, { person, role: 'board-member', authority: 'one-a', ...change }), status, code);
  });

  it('is never given to oneself', async () => {
    const grant = { person: lead.person, role: 'chair', authority: 'one-a' };
    await refused(() => give(lead, grant), 409, 'oneself');
    const own = { ...made, ...days, person: administrator.person };
    await refused(() => administrator.post('/api/v1/grants', own), 409, 'oneself');
  });

  it('of finance lead is of the host alone', async () => {
    const person = await somebody();
    const asLead = { person, role: 'finance-lead' };
    await refused(() => give(otherLead, { ...asLead, authority: 'one-b' }), 422, 'not-host');
    await given(lead, { ...asLead, authority: 'one-a' });
  });

  it('of lead officer is first given by the administrator, and then by the lead officer', async () => {
    await smallPartnership(app, 'three');
    const three = '/api/v1/partnerships/three/grants';
    const leading = async () => ({ person: await somebody(), role: 'lead-officer', authority: 'three-a' });
    await given(administrator, await leading(), three);
    const second = await leading();
    await refused(() => give(administrator, second, three), 409, 'not-yours-to-give');
    const officer = { ...second, role: 'finance-officer' };
    await refused(() => give(administrator, officer, three), 409, 'not-yours-to-give');
    const first = await app.as({ role: 'lead-officer', partnership: 'three', authority: 'three-a' });
    await given(first, second, three);
  });

  it('is named for the first time once, however many try at once', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, somebody));
    const naming = people.map((person) =>
      give(administrator, { person, role: 'lead-officer', authority: 'two-b' }, '/api/v1/partnerships/two/grants'),
    );
    const statuses = (await Promise.all(naming)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it('that sees figures and an administrator’s are never one person’s, whichever comes first or both at once', async () => {
    const named = (person: string) => administrator.post('/api/v1/grants', { ...made, ...days, person });
    const [officer, keeper] = [await somebody(), await somebody()];
    await given(lead, { person: officer, role: 'observer', authority: 'one-a' });
    await refused(() => named(officer), 409, 'holds-the-other');
    expect((await named(keeper)).status).toBe(201);
    await refused(() => give(lead, { person: keeper, role: 'observer', authority: 'one-a' }), 409, 'holds-the-other');
    for (let round = 0; round < 5; round += 1) {
      const person = await somebody();
      const both = await Promise.all([named(person), give(lead, { person, role: 'chair', authority: 'one-a' })]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    }
  });
});

describe('an auditor', () => {
  const audit = async () => given(lead, { person: await somebody(), role: 'auditor' });
  const agree = (who: Http, id: string, authority: string) =>
    who.post(`${grants}/${id}/approvals`, { source: 'Letter', authority });

  it('acts only once a second council has agreed', async () => {
    const grant = await audit();
    expect(grant.inForce).toBe(false);
    await refused(() => agree(lead, grant.id, 'one-a'), 409, 'same-council');
    await refused(() => agree(otherLead, grant.id, 'two-a'), 403);
    const { status, body } = await agree(otherLead, grant.id, 'one-b');
    expect([status, body.inForce]).toEqual([200, true]);
    expect(body.approved).toEqual({ authority: 'one-b', by: 'Lead officer of one-b', at: expect.any(String) });
    await refused(() => agree(otherLead, grant.id, 'one-b'), 409, 'already-recorded');
    await refused(() => agree(administrator, grant.id, 'one-b'), 403);
  });

  it('is refused at the door until then', async () => {
    const [waiting, agreed] = [true, undefined].map((unapproved) =>
      app.as({ role: 'auditor', partnership: 'one', ...(unapproved ? { unapproved } : {}) }),
    );
    const status = async (who: typeof waiting) => (await (await who!).get('/api/v1/partnerships/one/receipts')).status;
    expect([await status(waiting), await status(agreed)]).toEqual([403, 200]);
  });

  it('is what alone is agreed on', async () => {
    const { id } = await given(lead, { person: await somebody(), role: 'chair', authority: 'one-a' });
    await refused(() => agree(otherLead, id, 'one-b'), 409, 'needs-none');
    await refused(() => agree(otherLead, '11111111-1111-4111-8111-111111111111', 'one-b'), 404);
  });
});

describe('a role that ends', () => {
  const end = (who: Http, id: string) => who.post(`${grants}/${id}/end`, { reason: 'They have left' });

  it('is refused on the very next request, by every process', async () => {
    const other = await startBeside(app);
    try {
      for (let round = 0; round < 5; round += 1) {
        const officer = await app.as({ role: 'finance-officer', partnership: 'one', authority: 'one-a' });
        const both = [officer, httpOf(other.url, officer.secret)];
        const statuses = () =>
          Promise.all(both.map(async (http) => (await http.get('/api/v1/partnerships/one/receipts')).status));
        expect(await statuses()).toEqual([200, 200]);
        expect((await end(lead, officer.grant)).body).toMatchObject({
          inForce: false,
          ended: { reason: 'They have left', by: 'Lead officer of one-a', at: expect.any(String) },
        });
        expect(await statuses()).toEqual([403, 403]);
      }
    } finally {
      await other.stop();
    }
  });

  it('is ended once, by its own council or an administrator', async () => {
    const grantOf = async () => (await given(lead, { person: await somebody(), role: 'chair', authority: 'one-a' })).id;
    const id = await grantOf();
    await refused(() => end(otherLead, id), 409, 'not-yours-to-end');
    expect((await end(administrator, id)).status).toBe(200);
    await refused(() => end(lead, id), 409, 'already-recorded');
    await refused(() => end(lead, '11111111-1111-4111-8111-111111111111'), 404);
    const elsewhere = await app.as({ role: 'lead-officer', partnership: 'two', authority: 'two-a' });
    const again = await grantOf();
    await refused(() => end(elsewhere, again), 404);
  });

  it('of an administrator is ended like any other', async () => {
    const { body } = await administrator.post('/api/v1/grants', { ...made, ...days, person: await somebody() });
    const leaving = () => administrator.post(`/api/v1/grants/${String(body.id)}/end`, { reason: 'They have left' });
    await refused(() => lead.post(`/api/v1/grants/${String(body.id)}/end`, { reason: 'Mine' }), 403);
    expect((await leaving()).body).toMatchObject({ id: body.id, authority: null, inForce: false });
    await refused(leaving, 409, 'already-recorded');
    expect((await administrator.get(`/api/v1/grants/${String(body.id)}`)).body.ended.reason).toBe('They have left');
  });

  it.each([
    ['before its first day', { from: '2098-01-01', until: '2099-01-01' }],
    ['from the day it ends', { from: '2020-01-01', until: new Date().toISOString().slice(0, 10) }],
  ])('is not acted in %s', async (_, dates) => {
    const officer = await app.as({ role: 'finance-officer', partnership: 'one', authority: 'one-a', ...dates });
    const { status, body } = await officer.get('/api/v1/partnerships/one/receipts');
    expect([status, body.type]).toEqual([403, '/api/problems/capacity-needed']);
  });
});
