import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Context } from './context.js';
import { askAlone } from './question.js';
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

  private get pool(): Pool {
    return (this.source.driver as PostgresDriver).master as Pool;
  }

  /** Questions that each stand alone: every one is a read-only transaction of its own, in one round trip. */
  questions(context: Context): ReadSession {
    const rows = <R extends object = Row>(asked: Statement, values: readonly Value[] = []) =>
      this.question<R>(context, asked, values);
    return {
      rows,
      one: async <R extends object = Row>(asked: Statement, values: readonly Value[] = []) =>
        (await rows<R>(asked, values))[0],
    };
  }

  private question<R extends object>(
    context: Context,
    asked: Statement,
    values: readonly Value[],
  ): Promise<readonly R[]> {
    const joined = this.current.getStore();
    if (joined) return joined.session.rows<R>(asked, values);
    if (this.options.namedStatements) return askAlone<R>(this.pool, context, asked, values);
    return this.read(context, (session) => session.rows<R>(asked, values));
  }

  /** Questions that must see one state of the records. The transaction is read only, so none of them can write. */
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
      const opening = this.opening(client, context, begin);
      const [opened, done] = await Promise.allSettled([opening, work(runner, client)]);
      if (opened.status === 'rejected') throw opened.reason;
      if (done.status === 'rejected') throw done.reason;
      await this.ask(client, commit, []);
      return done.value;
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
