import type { OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { DatabaseOptions } from './database.js';
import type { ReadSession, Row, Value } from './session.js';
import type { Statement } from './statement.js';
import { SteadyClient } from './steady-client.js';

const limits = { statement_timeout: 10_000, lock_timeout: 2_000, idle_in_transaction_session_timeout: 15_000 };

/** A small pool of one login that opens no context: what it may do is what it was granted. */
export abstract class LoginPool implements ReadSession, OnApplicationShutdown {
  protected readonly pool: pg.Pool;

  protected constructor(
    settings: pg.PoolConfig,
    private readonly options: DatabaseOptions,
  ) {
    this.pool = new pg.Pool({ max: 3, Client: SteadyClient, ...limits, ...settings });
    // A connection that is lost while it waits is replaced by the next; without a listener it would end the process.
    this.pool.on('error', () => undefined);
  }

  /** One statement, a transaction of its own. */
  rows<T extends object = Row>(asked: Statement, values: readonly Value[] = []): Promise<readonly T[]> {
    return this.ask<T>(this.pool, asked, values);
  }

  async one<T extends object = Row>(asked: Statement, values: readonly Value[] = []): Promise<T | undefined> {
    return (await this.rows<T>(asked, values))[0];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  /** The questions of one connection, in whatever transaction it is in. */
  protected questionsOn(client: pg.PoolClient): ReadSession {
    const rows = <T extends object = Row>(asked: Statement, values: readonly Value[] = []) =>
      this.ask<T>(client, asked, values);
    return {
      rows,
      one: async <T extends object = Row>(asked: Statement, values: readonly Value[] = []) =>
        (await rows<T>(asked, values))[0],
    };
  }

  private async ask<T extends object>(
    where: pg.Pool | pg.PoolClient,
    { name, text }: Statement,
    values: readonly Value[],
  ): Promise<readonly T[]> {
    const query = { text, values: [...values], ...(this.options.namedStatements ? { name } : {}) };
    return (await where.query<T>(query)).rows;
  }
}
