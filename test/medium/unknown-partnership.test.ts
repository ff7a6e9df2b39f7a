import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, startApp, type TestApp } from '../support/app.js';
import { added, made, smallPartnership } from '../support/partnership.js';

let app: TestApp;
const ids: Record<string, string> = {};
const nowhere = '11111111-1111-4111-8111-111111111111';

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  await smallPartnership(app, 'two');
  for (const [kind, body] of Object.entries(bodies('one-a', nowhere))) {
    if (['receipts', 'funding-amounts', 'certainty-changes', 'planned-spends', 'package-returns'].includes(kind))
      continue;
    ids[kind] = (await added(app, `partnerships/one/${kind}`, body)).id;
  }
  const rest = bodies('one-a', ids['funding-sources'] ?? '', ids['contributions'] ?? '');
  for (const [kind, body] of Object.entries(rest))
    ids[kind] ??= (await added(app, `partnerships/one/${kind}`, body)).id;
});
afterAll(() => app.stop());

/** A body of each kind of record that would fit, were the partnership there. */
function bodies(authority: string, fundingSource: string, contribution = nowhere): Readonly<Record<string, object>> {
  const days = { from: '2030-04-01', until: '2031-04-01' };
  const approved = { outcome: 'approved', approves: 'formula' };
  return {
    participations: { authority: 'two-a', role: 'invited', ...days },
    decisions: { authority, body: 'Cabinet', reference: '1', takenOn: '2026-01-01', ...approved, title: 'It' },
    agreements: { title: 'Agreement', ...days },
    contributions: { authority, dueOn: '2026-04-01', amount: '1.00', what: 'Bill' },
    receipts: { contribution, receivedOn: '2026-04-01', amount: '1.00', reference: 'BACS' },
    provisions: { authority, financialYear: '2026-27', amount: '1.00', decidedOn: '2026-01-01' },
    'funding-sources': { name: 'Fund', funder: 'Trust', route: 'off-formula', paysFor: 'Therapy', from: '2020-01-01' },
    'funding-amounts': { fundingSource, ...days, amount: '1.00', announcedOn: '2026-01-01' },
    'certainty-changes': { fundingSource, certainty: 'lost', happenedOn: '2026-01-01' },
    'planned-spends': { fundingSource, ...days, amount: '1.00', plannedOn: '2026-01-01' },
    'package-returns': { fundingSource, authority, countedOn: '2026-01-01', children: 1, costEach: '1.00' },
  };
}

/** Status, body and headers, but for what differs between any two answers. */
function told({ status, body, headers }: Answer) {
  const { instance, ...rest } = body as Record<string, unknown>;
  expect(instance).toBe(`urn:uuid:${String(headers['x-request-id'])}`);
  const kept = { ...headers, 'x-request-id': 'its own', date: 'its own' };
  return { status, rest, kept };
}

describe('"not there" and "not yours" are one answer (INV-24):', () => {
  const partnerships = ['nowhere', 'No-Such', '*', '%2a', 'a'.repeat(64), "o'ne", 'one%00', '..%2fone'];

  it.each(Object.keys(bodies('', '')))('%s, however they are asked for', async (kind) => {
    const before = await app.database.rowCounts();
    const expected = told(await app.http.get('/api/v1/partnerships/nowhere'));
    expect(expected).toMatchObject({ status: 404, rest: { type: '/api/problems/not-found', status: 404 } });
    const body = { ...made, ...bodies('one-a', nowhere)[kind] };
    for (const partnership of partnerships) {
      const base = `/api/v1/partnerships/${partnership}/${kind}`;
      expect([base, told(await app.http.get(base))]).toEqual([base, expected]);
      expect([base, told(await app.http.get(`${base}/${ids[kind] ?? ''}`))]).toEqual([base, expected]);
      expect([base, told(await app.http.post(base, body))]).toEqual([base, expected]);
    }
    const own = `/api/v1/partnerships/one/${kind}`;
    expect((await app.http.get(`${own}/${ids[kind] ?? ''}`)).status).toBe(200);
    for (const other of [
      `/api/v1/partnerships/two/${kind}/${ids[kind] ?? ''}`,
      `${own}/${nowhere}`,
      `${own}/not-an-id`,
    ]) {
      expect([other, told(await app.http.get(other))]).toEqual([other, expected]);
    }
    expect(await app.database.rowCounts()).toEqual(before);
  });

  it.each(['nowhere', 'No-Such', '*', '%00'])('the partnership and the authority %s', async (id) => {
    const expected = told(await app.http.get('/api/v1/partnerships/nowhere'));
    expect(told(await app.http.get(`/api/v1/partnerships/${id}`))).toEqual(expected);
    expect(told(await app.http.get(`/api/v1/authorities/${id}`))).toEqual(expected);
  });

  it('an empty list of a partnership that is there is an answer', async () => {
    for (const kind of Object.keys(bodies('', '')).filter((name) => name !== 'participations')) {
      const { status, body } = await app.http.get(`/api/v1/partnerships/two/${kind}`);
      expect({ status, body }).toEqual({ status: 200, body: { items: [], next: null } });
    }
  });
});
