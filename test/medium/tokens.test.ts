import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Action, ownershipOf, permissions } from '../../src/features/access/permissions.js';
import { personRoles, type PersonRole } from '../../src/features/access/roles.js';
import type { Route } from '../../src/platform/http/server.js';
import { type Answer, type Http, httpOf, startApp, type TestApp } from '../support/app.js';
import { startBeside } from '../support/beside.js';
import { bodyFor, cannotBeDone } from '../support/routes/bodies.js';
import { addressOf } from '../support/routes/cells.js';
import { makePlace, type Place } from '../support/routes/place.js';
import { provider, signInProviders } from '../support/routes/provider.js';

let app: TestApp;
let here: Place;
let officer: Http & { readonly grant: string };

const tokens = '/api/v1/account/tokens';
const receipts = '/api/v1/partnerships/aspire/receipts';
const asked = { label: 'Ledger', actions: ['contribution.read'], days: 30 };

beforeAll(async () => {
  app = await startApp({ signInProviders });
  app.setClock('2026-11-22');
  await app.loadDemonstration();
  here = await makePlace(app, { partnership: 'aspire', own: 'bcp', other: 'dorset', year: '2020-21', provider });
  officer = await app.as({ role: 'finance-officer', partnership: 'aspire', authority: 'bcp' });
});
afterAll(() => app.stop());

async function made(who: Http, given: object = {}) {
  const { status, body } = await who.post(tokens, { ...asked, ...given });
  expect([status, body.errors]).toEqual([201, undefined]);
  const { secret, ...token } = body as { secret: string; id: string; actions: string[]; expiresAt: string };
  return { token, secret, http: httpOf(app.url, secret) };
}

const refusal = ({ status, body }: Answer) => [status, body.errors?.[0]?.pointer, body.errors?.[0]?.code];

describe('a token', () => {
  it('acts in the capacity it was made in, does what it was made for, and nothing else', async () => {
    const { token, http } = await made(officer);
    expect(token).toMatchObject({ label: 'Ledger', role: 'finance-officer', partnership: 'aspire', authority: 'bcp' });
    expect(token.actions).toEqual(['contribution.read', 'partnership.read']);
    expect((await http.get('/api/v1/partnerships/aspire/contributions')).status).toBe(200);
    expect((await http.get('/api/v1/partnerships/adopt-south/contributions')).status).toBe(404);
    expect((await http.get(receipts)).status).toBe(403);
    const contribution = bodyFor('/api/v1/partnerships/:partnership/contributions', here, 'bcp', 1) ?? {};
    expect((await http.post('/api/v1/partnerships/aspire/contributions', contribution)).status).toBe(403);
  });

  it('is shown with its secret once, and kept by nothing that could be used', async () => {
    const { token, secret } = await made(officer, { label: 'Shown once' });
    const { text, body } = await officer.get(tokens);
    expect(body.items).toContainEqual(token);
    expect(text).not.toContain(secret);
    const rows = await app.database.sql(`select * from authz.session where id = $1`, [token.id]);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
  });

  it('stands for the days that were asked for', async () => {
    const { token, secret } = await made(officer, { days: 366 });
    const days = (Date.parse(token.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(365.9);
    expect(days).toBeLessThan(366.1);
    await app.database.sql(`update authz.session set expires_at = now() where id = $1`, [token.id]);
    expect((await httpOf(app.url, secret).get('/api/v1/partnerships/aspire')).status).toBe(401);
    expect((await officer.get(tokens)).body.items).not.toContainEqual(expect.objectContaining({ id: token.id }));
  });

  it.each([
    [
      'for an action that there is not',
      { actions: ['contribution.read', 'contribution.eat'] },
      '/actions/1',
      'not-an-action',
    ],
    ['for what everyone may do', { actions: ['health.read'] }, '/actions/0', 'not-an-action'],
    ['for what makes tokens', { actions: ['token.use'] }, '/actions/0', 'not-an-action'],
    ['for what its maker may not do', { actions: ['receipt.add'] }, '/actions/0', 'not-yours'],
    ['for nothing', { actions: [] }, '/actions', 'not-actions'],
    ['for what every object has', { actions: ['constructor'] }, '/actions/0', 'not-an-action'],
    ['for no day', { days: 0 }, '/days', 'not-a-count'],
    ['for longer than a year', { days: 367 }, '/days', 'not-a-count'],
    ['without a name', { label: ' ' }, '/label', 'not-words'],
  ])('is not made %s', async (_, change, pointer, code) => {
    const before = (await officer.get(tokens)).body.items.length;
    expect(refusal(await officer.post(tokens, { ...asked, ...change }))).toEqual([422, pointer, code]);
    expect((await officer.get(tokens)).body.items).toHaveLength(before);
  });

  it('has no say over tokens, and nobody has over another’s', async () => {
    const { token, http } = await made(officer);
    for (const asking of [
      http.get(tokens),
      http.post(tokens, asked),
      http.post(`${tokens}/${token.id}/end`, { reason: 'Me' }),
    ])
      expect((await asking).status).toBe(403);
    const other = await app.as({ role: 'finance-officer', partnership: 'aspire', authority: 'bcp' });
    expect((await other.post(`${tokens}/${token.id}/end`, { reason: 'Not mine' })).status).toBe(404);
    expect((await other.get(tokens)).body.items).toEqual([]);
    expect((await app.nobody.get(tokens)).status).toBe(401);
  });

  it('is not made in a capacity that has ended', async () => {
    const gone = await app.as({ role: 'chair', partnership: 'aspire', authority: 'bcp', until: '2026-01-01' });
    const { status, body } = await gone.post(tokens, { ...asked, actions: ['partnership.read'] });
    expect([status, body.type]).toEqual([403, '/api/problems/capacity-needed']);
  });

  it('that is ended, or whose role is, is worth nothing on the very next request, at every process', async () => {
    const other = await startBeside(app);
    try {
      const [one, two] = [await made(officer), await made(officer)];
      const statuses = async ({ secret }: { readonly secret: string }) => {
        const gets = [app.url, other.url].map((url) =>
          httpOf(url, secret).get('/api/v1/partnerships/aspire/contributions'),
        );
        return (await Promise.all(gets)).map(({ status }) => status);
      };
      expect([await statuses(one), await statuses(two)]).toEqual([
        [200, 200],
        [200, 200],
      ]);
      const ended = await officer.post(`${tokens}/${one.token.id}/end`, { reason: 'Switched off' });
      expect([ended.status, ended.body.stands]).toEqual([200, false]);
      expect([await statuses(one), await statuses(two)]).toEqual([
        [401, 401],
        [200, 200],
      ]);
      const lead = await app.as({ role: 'lead-officer', partnership: 'aspire', authority: 'bcp' });
      await lead.post(`/api/v1/partnerships/aspire/grants/${officer.grant}/end`, { reason: 'They have left' });
      expect(await statuses(two)).toEqual([403, 403]);
    } finally {
      await other.stop();
    }
  });

  it('is one of fifty at most', async () => {
    const clerk = await app.as({ role: 'committee-clerk', partnership: 'aspire', authority: 'bcp' });
    const given = { ...asked, actions: ['partnership.read'] };
    for (let n = 0; n < 50; n += 1) await made(clerk, given);
    expect(refusal(await clerk.post(tokens, given))).toEqual([409, '/label', 'too-many']);
  });
});

describe('a token made for one action', () => {
  const roles = Object.keys(personRoles) as PersonRole[];
  const inForce = roles.flatMap((role) =>
    (Object.keys(permissions) as Action[])
      .filter((action) => ownershipOf(role, action))
      .map((action) => [role, action] as const),
  );

  it('answers as its maker is answered, in every role, for every route of that action', async () => {
    const routes = (app.app.getHttpAdapter().getInstance() as unknown as { routeList: Route[] }).routeList;
    const makers = new Map<PersonRole, Http>();
    for (const role of roles) {
      const authority = role === 'auditor' ? {} : { authority: 'bcp' };
      const where = role === 'administrator' ? {} : { partnership: 'aspire', ...authority };
      makers.set(role, await app.as({ role, ...where }));
    }
    const faults: string[] = [];
    for (const [role, action] of inForce) {
      const maker = makers.get(role)!;
      const { http, token } = await made(maker, { actions: [action] });
      for (const route of routes.filter((one) => one.action === action && one.url.startsWith('/api/'))) {
        const fault = await answersAlike(route, maker, http);
        if (fault) faults.push(`${role}, made for ${action}: ${route.method} ${route.url} ${fault}`);
      }
      await maker.post(`${tokens}/${token.id}/end`, { reason: 'Tried' });
    }
    expect(faults).toEqual([]);
  }, 240_000);

  let n = 10_000;
  /** What is answered otherwise to the token; reading is the same to the letter, but for what a list of readings adds. */
  async function answersAlike(route: Route, maker: Http, http: Http): Promise<string | undefined> {
    const url = addressOf(route, here, 'own');
    if (route.method === 'GET') {
      const [whole, scoped] = [await maker.get(url), await http.get(url)];
      const same = whole.status === scoped.status && (url.includes('/audit') || whole.text === scoped.text);
      return same ? undefined : `answered ${scoped.status}, not ${whole.status}: ${scoped.text.slice(0, 200)}`;
    }
    if (route.method !== 'POST' || route.url in cannotBeDone) return undefined;
    const body = bodyFor(route.url, here, 'bcp', (n += 1)) ?? {};
    const sent = 'csv' in body ? http.post(url, body.csv, { 'content-type': 'text/csv' }) : http.post(url, body);
    const { status, text } = await sent;
    return status < 400 || status === 409 || route.url.endsWith('/erasure') ? undefined : `answered ${status}: ${text}`;
  }
});
