import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomFrom } from '../campaigns/random.js';
import { type Answer, type Http, startApp, type TestApp } from '../support/app.js';
import { anyCredentials } from '../support/bad-credentials.js';
import { made } from '../support/partnership.js';
import { sendRaw } from '../support/raw.js';
import { bodiesIn, parents, tableOf } from '../support/record-bodies.js';
import { addRowOfEach, idOf } from '../support/row-of-each.js';
import type { TestCapacity } from '../support/sessions.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await addRowOfEach(app.database, 'one');
  await addRowOfEach(app.database, 'two');
});
afterAll(() => app.stop());

const kinds = Object.keys(bodiesIn('one'));
const nowhere = '11111111-1111-4111-8111-111111111111';
const url = (partnership: string, kind: string, id = '') =>
  `/api/v1/partnerships/${partnership}/${kind}${id === '' ? '' : `/${id}`}`;
const roles: readonly TestCapacity['role'][] = ['finance-lead', 'finance-officer', 'lead-officer', 'committee-clerk'];
const asEach = () => Promise.all(roles.map((role) => app.as({ role, partnership: 'one', authority: 'one-a' })));

/** What was told, but for what differs between any two answers. */
function told({ status, body, headers }: Answer) {
  return {
    status,
    body: { ...body, instance: '' },
    headers: { ...headers, 'x-request-id': '', date: '', 'content-length': '' },
  };
}

describe('an identifier of another partnership gets no further than one of nobody’s:', () => {
  it.each(kinds)('%s, in the path, the query and the body', async (kind) => {
    const before = await app.database.rowCounts();
    const body = { ...made, ...bodiesIn('two')[kind] };
    for (const http of await asEach()) {
      const none = told(await http.get(url('nowhere', kind)));
      expect([403, 404]).toContain(none.status);
      expect(told(await http.get(url('two', kind)))).toEqual(none);
      for (const place of ['one', 'two'])
        expect(told(await http.get(url(place, kind, idOf(tableOf(kind), 'two'))))).toEqual(
          told(await http.get(url(place, kind, nowhere))),
        );
      expect(told(await http.post(url('two', kind), body))).toEqual(told(await http.post(url('nowhere', kind), body)));
      for (const filter of parents) {
        const swapped = (bodiesIn('two')[kind]?.[filter] as string | undefined) ?? 'two-a';
        const { status, text } = await http.get(`${url('one', kind)}?${filter}=${swapped}`);
        expect([status < 500, text.includes('"items":[{')]).toEqual([true, false]);
      }
    }
    expect({ ...(await app.database.rowCounts()), ...signedIn(before) }).toEqual(before);
  });

  // Any council may come to take part, whoever else it shares with: participations name one that is not in yet.
  it.each(kinds.filter((kind) => kind !== 'participations'))(
    'a parent of another’s named by a new row of %s',
    async (kind) => {
      const own = { ...made, ...bodiesIn('one')[kind] };
      for (const http of await asEach()) {
        for (const parent of parents.filter((name) => name in own)) {
          const foreign = bodiesIn('two')[kind]?.[parent];
          const before = await app.database.rowCounts();
          const answer = await http.post(url('one', kind), { ...own, [parent]: foreign });
          expect([403, 409, 422]).toContain(answer.status);
          const none = parent === 'authority' ? 'no-such' : nowhere;
          const unknown = told(await http.post(url('one', kind), { ...own, [parent]: none }));
          expect(told(answer)).toEqual(unknown);
          expect(answer.text).not.toContain('two');
          expect(await app.database.rowCounts()).toEqual(before);
        }
      }
    },
  );

  it('another council of the same partnership: its own row by its own officers alone', async () => {
    const officer = await app.as({ role: 'finance-officer', partnership: 'one', authority: 'one-a' });
    await app.database.sql(`insert into partnership_authority (partnership_id, authority_id, recorded_by)
      values ('one', 'two-a', 'Test')`);
    const before = await app.database.rowCounts();
    for (const kind of ['contributions', 'provisions', 'package-returns', 'planned-spends']) {
      const body = { ...made, ...bodiesIn('one')[kind], authority: 'two-a' };
      expect((await officer.post(url('one', kind), body)).status).toBe(403);
    }
    expect(await app.database.rowCounts()).toEqual(before);
  });

  it('a replay of another’s key learns nothing and gets nothing', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const two = await app.as({ role: 'finance-officer', partnership: 'two', authority: 'two-a' });
    const body = { ...made, ...bodiesIn('two')['provisions'], decidedOn: '2026-01-31', source: 'Secret of two' };
    expect((await two.post(url('two', 'provisions'), body, key)).status).toBe(201);
    for (const http of await asEach()) {
      for (const place of ['one', 'two']) {
        const answer = await http.post(url(place, 'provisions'), body, key);
        const fresh = await http.post(url(place, 'provisions'), body);
        expect(told(answer)).toEqual(told(fresh));
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.headers).not.toHaveProperty('idempotent-replayed');
        expect(answer.text).not.toContain('Secret of two');
      }
    }
  });
});

/** The people that a test signs in are rows too. */
const signedIn = (before: Readonly<Record<string, number>>) => ({
  person: before['person'],
  role_grant: before['role_grant'],
});

describe('a session that is not, or no longer, what it was', () => {
  const officer = { role: 'finance-officer', partnership: 'one', authority: 'one-a' } as const;
  const list = url('one', 'provisions');
  const alter = (set: string, { person }: { person: string }) =>
    app.database.sql(`update authz.session set ${set} where person_id = $1`, [person]);

  it.each([
    ['has expired', `expires_at = now() - interval '1 second'`],
    ['has been idle', `seen_at = now() - interval '2 days'`],
    ['was ended', 'ended_at = now()'],
    ['has another secret by now', `secret_digest = sha256(gen_random_uuid()::text::bytea)`],
  ])('is nobody’s when it %s', async (_, set) => {
    for (const scope of [undefined, ['provision.read', 'provision.add']]) {
      const who = await app.as(scope ? { ...officer, scope } : officer);
      expect((await who.get(list)).status).toBe(200);
      await alter(set, who);
      await expectRefused(who, list, 401);
    }
  });

  it.each([
    ['ended yesterday', { until: '2020-01-01' }],
    ['begins another day', { from: '2090-01-01' }],
    ['waits for another council', { role: 'auditor', unapproved: true }],
  ] as const)('may do nothing while its role %s', async (_, change) => {
    const capacity = 'role' in change ? { partnership: 'one', ...change } : { ...officer, ...change };
    await expectRefused(await app.as(capacity), list, 403);
  });

  it('may do no more than its token was made for', async () => {
    const token = await app.as({ ...officer, scope: ['provision.read'] });
    expect((await token.get(list)).status).toBe(200);
    for (const kind of kinds.filter((name) => name !== 'provisions'))
      expect((await token.get(url('one', kind))).status).toBe(403);
    const before = await app.database.rowCounts();
    for (const kind of kinds)
      expect((await token.post(url('one', kind), { ...made, ...bodiesIn('one')[kind] })).status).toBe(403);
    expect(await app.database.rowCounts()).toEqual(before);
  });

  async function expectRefused(who: Http, where: string, status: number) {
    const before = await app.database.rowCounts();
    expect((await who.get(where)).status).toBe(status);
    expect((await who.post(where, { ...made, ...bodiesIn('one')['provisions'] })).status).toBe(status);
    expect(await app.database.rowCounts()).toEqual(before);
  }
});

describe('what is sent in place of a session', () => {
  const list = url('one', 'contributions');

  it('lets nobody in and breaks nothing: 1,000 cookies and headers, malformed, oversize, doubled, injected', async () => {
    const { secret } = await app.as({ role: 'finance-officer', partnership: 'one', authority: 'one-a' });
    const random = randomFrom(20_261_122);
    const statuses: Record<string, number> = {};
    for (let n = 0; n < 1_000; n += 50) {
      const sent = Array.from({ length: 50 }, () => anyCredentials(random, secret));
      const answers = await Promise.all(
        sent.map((lines) => {
          const head = `GET ${list} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n`;
          return sendRaw(app.url, Buffer.from(`${head}${lines}\r\n\r\n`, 'latin1'));
        }),
      );
      for (const [at, answer] of answers.entries()) {
        const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? answer;
        expect([sent[at]?.slice(0, 300), status]).toEqual([sent[at]?.slice(0, 300), expect.stringMatching(/^4\d\d$/)]);
        expect(answer.toLowerCase()).not.toMatch(/x-evil|set-cookie|"items"/);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    }
    expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['400', '401', '431']));
    expect((await app.http.get(list)).status).toBe(200);
  });

  it('names no partnership, role or person by headers of its own', async () => {
    const { secret } = await app.as({ role: 'observer', partnership: 'one', authority: 'one-a' });
    for (const name of [
      'x-partnership',
      'x-role',
      'x-person',
      'x-user',
      'x-forwarded-user',
      'authz.context',
      'x-original-url',
    ]) {
      const forged = { authorization: `Bearer ${secret}`, [name]: 'two', 'x-role': 'administrator' };
      expect((await app.nobody.get(list, forged)).status).toBe(403);
      expect((await app.nobody.get(url('two', 'decisions'), forged)).status).toBe(404);
      expect((await app.nobody.get(list, { [name]: 'demonstration' })).status).toBe(401);
    }
  });

  it('is nothing that a connection to the database could say of itself', async () => {
    const address = new URL(app.database.url('poolkeeper_api'));
    address.searchParams.set('options', `-c authz.context=${'0'.repeat(64)}two`);
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: address.toString() });
    await client.connect();
    await expect(client.query('select count(*) from contribution')).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });
});
