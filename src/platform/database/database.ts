import { Inject, Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Context } from './context.js';
import { Gather } from './gather.js';
import { sendTogether } from './send-together.js';
import { joinedBy, joining, type ReadSession, type Row, type Value, type WriteSession } from './session.js';
import { type Statement, statement } from './statement.js';

const beginRead = statement('begin transaction read only');
const beginWrite = statement('begin transaction');
const open = statement('select where authz.open($1, $2, $3, $4)');
const commit = statement('commit');
const rollback = statement('rollback');

export const DATABASE_OPTIONS = 'DATABASE_OPTIONS';

export interface DatabaseOptions {
  readonly namedStatements: boolean;
}

/** The one door to the database. Each call is one transaction that carries who acts, in which capacity. */
@Injectable()
export class Database {
  constructor(
    private readonly source: DataSource,
    @Inject(DATABASE_OPTIONS) private readonly options: DatabaseOptions,
  ) {}

  private gathered: Gather | undefined;

  private get gather(): Gather {
    return (this.gathered ??= new Gather(this.pool));
  }

  private get pool(): Pool {
    return (this.source.driver as PostgresDriver).master as Pool;
  }

  /** Questions that each stand alone: read only, in one round trip, together with what else is asked alike at that moment. */
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
    const joined = joinedBy(context);
    if (joined) return joined.rows<R>(asked, values);
    if (this.options.namedStatements) {
      return this.gather.ask(context, { statement: asked, values }) as Promise<readonly R[]>;
    }
    return this.read(context, (session) => session.rows<R>(asked, values));
  }

  /** Questions that must see one state of the records. The transaction is read only, so none of them can write. */
  async read<T>(context: Context, work: (session: ReadSession) => Promise<T>): Promise<T> {
    const joined = joinedBy(context);
    if (joined) return work(joined);
    return this.transaction(context, beginRead, (runner, client) => work(this.session(context, runner, client)));
  }

  /** A change: all of it or none. With a session's own context it joins that session's transaction. */
  async write<T>(context: Context, work: (session: WriteSession) => Promise<T>): Promise<T> {
    const joined = joinedBy(context);
    if (joined) return work(joined);
    return this.transaction(context, beginWrite, (runner, client) => work(this.session(context, runner, client)));
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
    sendTogether(client);
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
    const opened = this.ask(client, open, [context.ticket, context.action, context.partnership, context.request]);
    await Promise.all([began, opened]);
  }

  private session(given: Context, runner: QueryRunner, client: PoolClient): WriteSession {
    const rows = <R extends object = Row>(asked: Statement, values: readonly Value[] = []) =>
      this.ask<R>(client, asked, values);
    return {
      rows,
      one: async <R extends object = Row>(asked: Statement, values: readonly Value[] = []) =>
        (await rows<R>(asked, values))[0],
      manager: runner.manager,
      get context() {
        return joining(given, this);
      },
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
