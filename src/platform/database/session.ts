import type { EntityManager } from 'typeorm';
import type { Context } from './context.js';
import { type Statement } from './statement.js';

/** What a query may be given: text, whole numbers, yes or no, nothing, lists of these, or JSON already written as text. */
export type Value = string | number | bigint | boolean | null | readonly string[];

export type Row = Record<string, unknown>;

/** One read-only transaction. */
export interface ReadSession {
  rows<T extends object = Row>(statement: Statement, values?: readonly Value[]): Promise<readonly T[]>;
  one<T extends object = Row>(statement: Statement, values?: readonly Value[]): Promise<T | undefined>;
}

/** One transaction that may write. Only `Database.write` makes one, so a write outside its transaction does not compile. */
export interface WriteSession extends ReadSession {
  /** Who writes: a use case that is given this context joins the transaction rather than beginning its own. */
  readonly context: Context;
  /** TypeORM's manager on this transaction's own connection, for inserts. */
  readonly manager: EntityManager;
}

/** A context inside a transaction already open. */
interface Joining extends Context {
  readonly joins: WriteSession;
}

/** The context with which others may join a transaction. */
export function joining(context: Context, joins: WriteSession): Context {
  const inside: Joining = { ...context, joins };
  return inside;
}

/** The transaction that a context joins, when it does. */
export function joinedBy(context: Context): WriteSession | undefined {
  return (context as Partial<Joining>).joins;
}
