import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Context } from './context.js';
import type { ReadSession, Row, Value, WriteSession } from './session.js';
import { type Statement, statement } from './statement.js';

const beginRead = statement('begin transaction read only');
const beginWrite = statement('begin transaction');
const open = statement('select authz.open($1, $2, $3)');
const commit = statement('commit');
const rollback = statement('rollback');

export const DATABASE_OPTIONS = 'DATABASE_OPTIONS';

export interface DatabaseOptions {
  readonly namedStatements: boolean;
}

/** The one door to the database. Each call is one transaction that carries who acts, in which capacity. */
@Injectable()
export class Database {
  private readonly current = new AsyncLocalStorage<{ session: WriteSession; context: Context }>();

  constructor(
    private readonly source: DataSource,
    @Inject(DATABASE_OPTIONS) private readonly options: DatabaseOptions,
  ) {}

  /** A question. The transaction is read only, so nothing asked through it can write. */
  async read<T>(context: Context, work: (session: ReadSession) => Promise<T>): Promise<T> {
    const joined = this.current.getStore();
    if (joined) return work(joined.session);
    return this.transaction(context, beginRead, (runner, client) => work(this.session(runner, client)));
  }

  /** A change: all of it or none. A write inside a write joins the outer one. */
  async write<T>(context: Context, work: (session: WriteSession) => Promise<T>): Promise<T> {
    const joined = this.current.getStore();
    if (joined) return this.join(joined, context, work);
    return this.transaction(context, beginWrite, (runner, client) => {
      const session = this.session(runner, client);
      return this.current.run({ session, context }, () => work(session));
    });
  }

  private join<T>(
    outer: { session: WriteSession; context: Context },
    context: Context,
    work: (session: WriteSession) => Promise<T>,
  ): Promise<T> {
    const same = outer.context.actor === context.actor && outer.context.capacity === context.capacity;
    if (!same) throw new Error('A write cannot join a transaction that somebody else began.');
    return work(outer.session);
  }

  /**
   * Begin, context, work and end on one connection. The first two are sent with the first question of the work rather
   * than before it, so they cost no round trip of their own.
   */
  private async transaction<T>(
    context: Context,
    begin: Statement,
    work: (runner: QueryRunner, client: PoolClient) => Promise<T>,
  ): Promise<T> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    try {
      const opened = this.opening(client, context, begin);
      const [result] = await Promise.all([work(runner, client), opened]);
      await this.ask(client, commit, []);
      return result;
    } catch (error) {
      await this.ask(client, rollback, []).catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async opening(client: PoolClient, context: Context, begin: Statement): Promise<void> {
    const began = this.ask(client, begin, []);
    const opened = this.ask(client, open, [context.actor, context.capacity, context.partnership]);
    await Promise.all([began, opened]);
  }

  private session(runner: QueryRunner, client: PoolClient): WriteSession {
    return {
      writes: true,
      manager: runner.manager,
      rows: <R extends object = Row>(asked: Statement, values: readonly Value[] = []) =>
        this.ask<R>(client, asked, values),
      one: async <R extends object = Row>(asked: Statement, values: readonly Value[] = []) =>
        (await this.ask<R>(client, asked, values))[0],
    };
  }

  private async ask<R extends object = Row>(
    client: PoolClient,
    { name, text }: Statement,
    values: readonly Value[],
  ): Promise<readonly R[]> {
    const query = { text, values: [...values], ...(this.options.namedStatements ? { name } : {}) };
    const { rows } = await client.query<R>(query);
    return rows;
  }
}
