import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startProcess } from '../support/process.js';
import { startApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/test-database.js';

let test: TestApp;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());

const ready = async () => {
  const { status, body } = await test.http.get('/health/ready');
  return [status, body.detail];
};

it('is ready on a database that is as it should be', async () => {
  expect(await ready()).toEqual([200, undefined]);
  expect((await test.http.get('/health/live')).body).toEqual({ status: 'live' });
});

it.each([
  ['a table without row-level security', 'alter table receipt disable row level security', 'enable'],
  ['a table whose owner is not held', 'alter table receipt no force row level security', 'force'],
])('is not ready with %s', async (_, breaking, mending) => {
  await test.database.sql(breaking);
  expect(await ready()).toEqual([503, 'Not ready: a table has no row-level security.']);
  await test.database.sql(`alter table receipt ${mending} row level security`);
  expect(await ready()).toEqual([200, undefined]);
});

it.each(['poolkeeper_api', 'poolkeeper_public', 'poolkeeper_access', 'public'])(
  'is not ready where %s may make temporary tables',
  async (login) => {
    const change = (verb: string, of: string) =>
      test.database.sql(`${verb} temporary on database ${test.database.name} ${of} ${login}`);
    await change('grant', 'to');
    expect(await ready()).toEqual([503, 'Not ready: a database login may make temporary tables.']);
    await change('revoke', 'from');
    expect(await ready()).toEqual([200, undefined]);
  },
);

it('is not ready on the migrations of another release', async () => {
  await test.database.sql(`insert into migrations (timestamp, name) values (1, 'Later1')`);
  expect(await ready()).toEqual([503, 'Not ready: the migrations that ran are not those of this release.']);
  await test.database.sql(`delete from migrations where name = 'Later1'`);
});

it('does not start on a database that would not hold its rows apart', async () => {
  const database = await createTestDatabase();
  try {
    await database.sql('alter table receipt no force row level security');
    const starting = startProcess({ env: { DATABASE_URL: database.adminUrl } });
    await expect(starting).rejects.toThrow(/would not be safe to serve: a table has no row-level security/);
  } finally {
    await database.drop();
  }
});

it('does not start with an address that another login could not be put into', async () => {
  const starting = startProcess({ env: { DATABASE_URL: 'postgres://u@localhost/x' } });
  await expect(starting).rejects.toThrow(/DATABASE_URL: expected postgres:/);
});
