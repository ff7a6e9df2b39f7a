import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { AccessDatabase } from '../../src/platform/database/access-database.js';
import { Database } from '../../src/platform/database/database.js';
import { statement } from '../../src/platform/database/statement.js';
import { SteadyClient } from '../../src/platform/database/steady-client.js';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const one = statement('select 1 as one');
const endAll = (login: string) =>
  app.database.sql('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1 and datname = $2', [
    login,
    app.database.name,
  ]);

describe('a connection that the database ends fails what was asked on it, never the process:', () => {
  it('in the middle of a change at the door', async () => {
    const access = app.app.get(AccessDatabase);
    const changing = access.write(async (session) => {
      await session.rows(one);
      await endAll('poolkeeper_access');
      await sleep(100);
      await session.rows(one);
    });
    await expect(changing).rejects.toThrow();
    await sleep(100);
    expect(await access.rows(one)).toEqual([{ one: 1 }]);
  });

  it('in the middle of a change inside', async () => {
    const context = { ticket: app.service.ticket, action: 'partnership.read', partnership: '*', request: 'test' };
    const changing = app.app.get(Database).write(context, async (session) => {
      await session.rows(one);
      await endAll('poolkeeper_api');
      await sleep(100);
      await session.rows(one);
    });
    await expect(changing).rejects.toThrow();
    expect(await app.app.get(Database).questions(context).rows(one)).toEqual([{ one: 1 }]);
  });

  it('while it waits, and while it is handed over with nobody listening', async () => {
    const client = new SteadyClient(app.database.url('poolkeeper_api'));
    await client.connect();
    const gone = new Promise((resolve) => client.once('end', resolve));
    await endAll('poolkeeper_api');
    await gone;
    await expect(client.query('select 1')).rejects.toThrow();
    const plain = new pg.Client(app.database.url('poolkeeper_api'));
    expect([plain.listenerCount('error'), client.listenerCount('error')]).toEqual([0, 1]);
  });
});
