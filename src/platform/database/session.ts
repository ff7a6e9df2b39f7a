import type { EntityManager } from 'typeorm';
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
  readonly writes: true;
  /** TypeORM's manager on this transaction's own connection, for inserts. */
  readonly manager: EntityManager;
}
