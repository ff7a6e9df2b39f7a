import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { added, smallPartnership } from '../support/partnership.js';
import { provider, signInProviders } from '../support/routes/provider.js';

type Who = Awaited<ReturnType<TestApp['as']>>;

let test: TestApp;
let administrator: Who;
let lead: Who;
let person: string;
let grant: string;
let identity: string;

beforeAll(async () => {
  test = await startApp({ signInProviders });
  await smallPartnership(test, 'here');
  await added(test, 'authorities', { id: 'bcp', name: 'BCP', kind: 'unitary' });
  administrator = await test.as({ role: 'administrator' });
  lead = await test.as({ role: 'lead-officer', partnership: 'here', authority: 'here-a' });
  person = (await added(test, 'people', { name: 'Somebody', authority: 'bcp' })).id as string;
  identity = (await added(test, `people/${person}/identities`, { provider, subject: 'somebody' })).id as string;
  const given = { person, role: 'observer', authority: 'here-a', from: '2020-01-01' };
  grant = (await added(test, 'partnerships/here/grants', given)).id as string;
});
afterAll(() => test.stop());

interface Noted {
  readonly chain: string;
  readonly subject: string;
  readonly subject_id: string | null;
  readonly action: string;
  readonly person: string;
}

/** What the trails say was read since then, oldest first. */
async function readSince<T>(work: () => Promise<T>): Promise<readonly Noted[]> {
  const known = await test.database.sql<{ chain: string; size: string }>('select chain, size::text from audit_head');
  await work();
  const sizes = Object.fromEntries(known.map(({ chain, size }) => [chain, Number(size)]));
  const all = await test.database.sql<Noted & { position: string }>(
    `select chain, position::text, subject, subject_id, action, person from audit_entry where event = 'read' order by position`,
  );
  const isNew = ({ chain, position }: { chain: string; position: string }) => Number(position) > (sizes[chain] ?? 0);
  return all.filter(isNew).map(({ chain, subject, subject_id, action, person: who }) => ({
    chain,
    subject,
    subject_id,
    action,
    person: who,
  }));
}

/** Reads it and gives back what was noted. */
async function noted(who: Who, address: string, status = 200): Promise<readonly Noted[]> {
  return readSince(async () =>
    expect([address, (await who.get(`/api/v1/${address}`)).status]).toEqual([address, status]),
  );
}

describe('each reading of who somebody is, or what they may do, is one entry', () => {
  it('of people: in the chain of all for an administrator, in their own partnership for others', async () => {
    const what = { subject: 'person', action: 'person.read' };
    expect(await noted(administrator, 'people')).toEqual([
      { chain: '*', ...what, subject_id: null, person: administrator.person },
    ]);
    expect(await noted(administrator, `people/${person}`)).toEqual([
      { chain: '*', ...what, subject_id: person, person: administrator.person },
    ]);
    expect(await noted(lead, `people/${person}`)).toEqual([
      { chain: 'here', ...what, subject_id: person, person: lead.person },
    ]);
  });

  it('of roles, and of administrators', async () => {
    const what = { subject: 'role_grant', action: 'grant.read', person: lead.person };
    expect(await noted(lead, 'partnerships/here/grants')).toEqual([{ chain: 'here', ...what, subject_id: null }]);
    expect(await noted(lead, `partnerships/here/grants/${grant}`)).toEqual([
      { chain: 'here', ...what, subject_id: grant },
    ]);
    expect(await noted(administrator, 'grants')).toMatchObject([{ chain: '*', action: 'administrator.read' }]);
    expect(await noted(administrator, `grants/${administrator.grant}`)).toMatchObject([
      { chain: '*', subject_id: administrator.grant },
    ]);
  });

  it.each([
    'people/all.csv',
    'people/all.xlsx',
    'grants/all.csv',
    'people?limit=1',
    'partnerships/here/grants/all.csv',
  ])('and of all of them at once: %s', async (address) => {
    const who = address.startsWith('partnerships') ? lead : administrator;
    const read = await noted(who, address);
    expect(read).toMatchObject([{ subject_id: null, person: who.person }]);
  });

  it('of what a provider calls somebody', async () => {
    const what = { chain: '*', subject: 'federated_identity', action: 'identity.read', person: administrator.person };
    expect(await noted(administrator, `people/${person}/identities`)).toEqual([{ ...what, subject_id: null }]);
    expect(await noted(administrator, `people/${person}/identities/${identity}`)).toEqual([
      { ...what, subject_id: identity },
    ]);
  });

  it('on a page as by the API', async () => {
    const cookie = `__Host-poolkeeper=${lead.secret}`;
    const read = await readSince(() => test.nobody.get(`/partnerships/here/people/${grant}`, { cookie }));
    expect(read).toMatchObject([{ chain: 'here', subject: 'role_grant', subject_id: grant, person: lead.person }]);
  });

  it('but nothing is noted as read that was not there, nor what is plain', async () => {
    expect(await noted(administrator, `people/${grant}`, 404)).toEqual([]);
    expect(await noted(lead, 'partnerships/there/grants', 404)).toEqual([]);
    expect(await noted(lead, 'partnerships/here/contributions')).toEqual([]);
  });
});
