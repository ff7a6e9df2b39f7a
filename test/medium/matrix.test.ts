import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Doorkeeper } from '../../src/features/access/doorkeeper.js';
import type { Route } from '../../src/platform/http/server.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask, askAll, type Ending, faultOf, toldApart } from '../support/routes/ask.js';
import { bodies, cannotBeDone } from '../support/routes/bodies.js';
import { addressOf, type Cell, everyCell } from '../support/routes/cells.js';
import { type Asker, everybody } from '../support/routes/people.js';
import { send } from '../support/send.js';
import { makePlace, type Place } from '../support/routes/place.js';
import { provider, signInProviders } from '../support/routes/provider.js';

let app: TestApp;
let here: Place;
let there: Place;
let askers: readonly Asker[];
let all: readonly Route[];
let routes: readonly Route[];

/** What people do with their own account and session, whatever their role: sign-in.test.ts walks it. */
const atTheDoor = ['sign-in.use', 'enrolment.use', 'account.use'];

beforeAll(async () => {
  app = await startApp({ signInProviders });
  app.setClock('2026-11-22');
  await app.loadDemonstration();
  here = await makePlace(app, { partnership: 'aspire', own: 'bcp', other: 'dorset', year: '2020-21', provider });
  const another = { partnership: 'adopt-south', own: 'hampshire', other: 'southampton', year: '2019-20' };
  there = await makePlace(app, another, here.ids);
  askers = await everybody(app, here);
  all = (app.app.getHttpAdapter().getInstance() as unknown as { routeList: Route[] }).routeList;
  routes = all.filter(({ action }) => !atTheDoor.includes(action ?? ''));
});
afterAll(() => app.stop());

const run = (cells: readonly Cell[]) => askAll(cells, (cell) => ask(app.url, cell, here, there));
const faults = (endings: readonly Ending[]) => endings.map(faultOf).filter((fault) => fault !== undefined);
const changes = ({ route, expected }: Cell) =>
  route.method !== 'GET' && route.method !== 'HEAD' && (expected === 'allowed' || expected === 'reached');

/** How many rows each table holds; of the audit trail, those that say that something was changed. */
async function rowCounts(): Promise<object> {
  const tables = await app.database.sql<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'r' and relname not like 'audit\\_%'
     and relnamespace in ('public'::regnamespace, 'authz'::regnamespace)`,
  );
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int from ${name}`);
  const trail = `select 'audit_entry', count(*)::int from audit_entry where event not in ('read', 'refused')`;
  return app.database.sql(`${[...counts, trail].join(' union all ')} order by 1`);
}

describe('every route, in every role, to everything', () => {
  it('says what it does', () => {
    expect(routes.length).toBeGreaterThan(100);
    expect(all.filter(({ action }) => action === undefined)).toEqual([]);
  });

  it('lets nobody at an account who is not signed in', async () => {
    const own = all.filter(({ action }) => action === 'account.use');
    expect(own.length).toBeGreaterThan(5);
    for (const { method, url } of own) {
      const { status } = await send(`${app.url}${url.replace(':id', here.ids['decisions'] ?? '')}`, {
        method,
        headers: {},
      });
      expect({ method, url, refused: status === 401 || status === 303 }).toEqual({ method, url, refused: true });
    }
  });

  it('has something to ask of each: who adds a route adds what it is sent to test/support/routes', () => {
    const posted = routes.filter(({ method }) => method === 'POST');
    expect(posted.filter(({ url }) => !(url in bodies)).map(({ url }) => url)).toEqual([]);
    for (const route of routes) expect(addressOf(route, here, 'own')).not.toContain(':');
  });

  it('ends as the table of permissions says, and what is not permitted stores nothing', async () => {
    const cells = everyCell(routes, askers);
    const before = await rowCounts();
    const still = await run(cells.filter((cell) => !changes(cell)));
    expect(faults(still)).toEqual([]);
    expect(await rowCounts()).toEqual(before);
    expect(toldApart(still)).toEqual([]);
    const changing = await run(cells.filter(changes));
    expect(faults(changing)).toEqual([]);
    expect(neverDone([...still, ...changing])).toEqual([]);
    const differing = still.filter(({ cell }) => cell.target === 'nowhere').length;
    console.log(
      `The matrix: ${cells.length} cells of ${routes.length} routes and ${askers.length} askers; ` +
        `${cells.length - changing.length} of them stored nothing, ${differing} pairs were told apart in nothing.`,
    );
    expect(cells.length).toBeGreaterThan(4000);
    expect(differing).toBeGreaterThan(300);
  }, 240_000);
});

describe('that is seen to fail when', () => {
  const observers = () =>
    everyCell(
      routes.filter(({ url }) => url.startsWith('/api/v1/partnerships/:partnership/contributions')),
      askers.filter(({ role }) => role === 'observer'),
    );
  /** The faults of an observer at contributions while something is as it should not be. */
  async function faultsWhile(change: string, back: string): Promise<readonly string[]> {
    expect(faults(await run(observers()))).toEqual([]);
    await app.database.sql(change);
    const found = faults(await run(observers()));
    await app.database.sql(back);
    return found;
  }

  it('a permission is wider in the database than in the table', async () => {
    const row = `role = 'observer' and action = 'contribution.read'`;
    const widened = `insert into authz.permission (role, action, ownership) values ('observer', 'contribution.read', 'partnership')`;
    const found = await faultsWhile(widened, `delete from authz.permission where ${row}`);
    expect(found[0]).toMatch(/observer \(in force\), own: GET .* answered 200 , not forbidden/);
  });

  it('sessions that ended are let in', async () => {
    const over = `update authz.session set ended_at = null, label = 'over' where ended_at is not null`;
    const found = await faultsWhile(over, `update authz.session set ended_at = now() where label = 'over'`);
    expect(found[0]).toMatch(/observer \(session ended\), own: GET .* answered 403 forbidden, not 401/);
  });

  it('whoever may not is told what is wrong with what they sent', async () => {
    const doorkeeper = app.app.get(Doorkeeper);
    const hear = doorkeeper.hear.bind(doorkeeper);
    Object.assign(doorkeeper, { hear: (thrown: unknown) => Promise.resolve(thrown) });
    const found = faults(await run(observers()));
    Object.assign(doorkeeper, { hear });
    expect(found.length).toBeGreaterThan(5);
    expect(found[0]).toMatch(/observer \(in force\), bad body: POST .* answered 422 invalid, not forbidden/);
  });
});

/** Routes that nobody in the matrix got done: what it sends them is no request that could be allowed. */
function neverDone(endings: readonly Ending[]): readonly string[] {
  const done = new Set(endings.filter(({ status }) => status < 400).map(({ cell }) => cell.route));
  return routes
    .filter((route) => !done.has(route) && !(route.url in cannotBeDone))
    .map(({ method, url }) => `${method} ${url}`);
}
