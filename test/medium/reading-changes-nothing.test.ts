import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Http, startApp, type TestApp } from '../support/app.js';
import { fill, routesOf } from '../support/routes.js';
import { addRowOfEach } from '../support/row-of-each.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await addRowOfEach(app.database, 'one');
});
afterAll(() => app.stop());

/** A digest of all that every table holds, but for the trail and for when sessions were last seen. */
async function everything(): Promise<Readonly<Record<string, string>>> {
  const tables = await app.database.sql<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c where c.relkind = 'r'
      and c.relnamespace in ('public'::regnamespace, 'authz'::regnamespace, 'audit'::regnamespace)
      and c.relname not in ('audit_head', 'audit_entry', 'audit_detail')`);
  const asked = tables.map(
    ({
      name,
    }) => `select '${name}' as name, md5(string_agg((to_jsonb(t) - 'seen_at')::text, ',' order by to_jsonb(t)::text)) as digest
      from ${name} t`,
  );
  const rows = await app.database.sql<{ name: string; digest: string | null }>(asked.join(' union all '));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest ?? '']));
}

const trail = () =>
  app.database.sql<{ event: string }>(`select distinct event from audit_entry
    where (chain, position) not in (select chain, position from known_entry)`);

it.each(['observer', 'auditor', 'nobody'] as const)(
  'reading as %s changes nothing, whatever is read (INV-06)',
  async (role) => {
    const who: Http =
      role === 'nobody'
        ? app.nobody
        : await app.as({ role, partnership: 'one', ...(role === 'auditor' ? {} : { authority: 'one-a' }) });
    await app.database.sql(
      'drop table if exists known_entry; create table known_entry as select chain, position from audit_entry',
    );
    const before = await everything();
    const statuses: Record<string, number> = {};
    for (const route of routesOf(app, 'GET')) {
      const url = fill(route, 'one');
      for (const asked of [url, `${url}?limit=1&asAt=2026-01-01`]) {
        const { status } = await who.get(asked);
        expect([asked, status < 500 || asked.startsWith('/health/ready')]).toEqual([asked, true]);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    }
    expect(await everything()).toEqual(before);
    const noted = (await trail()).map(({ event }) => event);
    expect(noted.filter((event) => event !== 'read' && event !== 'refused')).toEqual([]);
    expect(statuses[role === 'nobody' ? '401' : '200']).toBeGreaterThan(10);
  },
);

it('and one row more would be noticed', async () => {
  const before = await everything();
  await app.http.post('/api/v1/authorities', { id: 'new', name: 'New', kind: 'county', source: 'Test' });
  expect(await everything()).not.toEqual(before);
});

it('a transaction opened to read refuses to write, whoever opened it', async () => {
  await app.database.as('poolkeeper_api', async (client) => {
    await client.query('begin');
    await client.query('select authz.open_to_read($1, $2, $3, $4)', [
      app.service.ticket,
      'partnership.read',
      'one',
      '',
    ]);
    const adding = client.query(`insert into partnership_authority values ('one', 'one-a')`);
    await expect(adding).rejects.toMatchObject({ code: '25006' });
  });
});
