import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { ReadSession, Row, Value } from './session.js';
import type { Statement } from './statement.js';
import { SteadyClient } from './steady-client.js';

export const ACCESS_URL = 'ACCESS_URL';

/**
 * The door's own login: sessions, accounts and what guards them, which the login that serves requests cannot touch. A
 * small pool, so that a rush at the door leaves the connections of those inside alone.
 */
@Injectable()
export class AccessDatabase implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(@Inject(ACCESS_URL) url: string) {
    const limits = { statement_timeout: 10_000, lock_timeout: 2_000, idle_in_transaction_session_timeout: 15_000 };
    this.pool = new pg.Pool({
      connectionString: url,
      max: 3,
      Client: SteadyClient,
      application_name: 'poolkeeper access',
      ...limits,
    });
    // A connection that is lost while it waits is replaced by the next; without a listener it would end the process.
    this.pool.on('error', () => undefined);
  }

  /** One statement, a transaction of its own. */
  async rows<T extends object = Row>(asked: Statement, values: readonly Value[] = []): Promise<readonly T[]> {
    return (await this.pool.query<T>({ ...asked, values: [...values] })).rows;
  }

  async one<T extends object = Row>(asked: Statement, values: readonly Value[] = []): Promise<T | undefined> {
    return (await this.rows<T>(asked, values))[0];
  }

  /** Several statements, all of them or none. */
  async write<T>(work: (session: ReadSession) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const done = await work(sessionOn(client));
      await client.query('commit');
      return done;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

function sessionOn(client: pg.PoolClient): ReadSession {
  const rows = async <T extends object = Row>(asked: Statement, values: readonly Value[] = []) =>
    (await client.query<T>({ ...asked, values: [...values] })).rows;
  return {
    rows,
    one: async <T extends object = Row>(asked: Statement, values: readonly Value[] = []) =>
      (await rows<T>(asked, values))[0],
  };
}
