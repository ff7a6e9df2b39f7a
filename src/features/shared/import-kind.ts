import type { Type } from '@nestjs/common';
import type { Context } from '../../platform/database/context.js';
import type { ReadSession } from '../../platform/database/session.js';
import type { Action } from '../access/permissions.js';

/** One row of a sheet whose fields fit: what a person wrote, as the API would take it. */
export type GivenRow = Readonly<Record<string, string | number | boolean | undefined>>;

/** A row as it will be added, by its columns. */
export type StagedRow = Readonly<Record<string, string | boolean | null>>;

/** What is wrong with a field of a row, beside its form. */
export interface RowFault {
  readonly field: string;
  readonly code: string;
  readonly detail: string;
}

/** What checking a lot of rows needs to know. */
export interface RowsAsked {
  readonly context: Context;
  readonly session: ReadSession;
  readonly partnership: string;
  readonly rows: readonly GivenRow[];
}

export interface CheckedRow {
  readonly staged?: StagedRow;
  readonly faults: readonly RowFault[];
}

/** A kind of record that a sheet may bring many of. The room that keeps the records says how they are checked and added. */
export interface ImportKind {
  readonly name: string;
  /** What adding one is called in the table of permissions, without anybody's approval. */
  readonly action: Action;
  /** What proposing one is called there, of a kind that moves money: somebody else approves what was read. */
  readonly proposing?: Action;
  /** What one is given, and what one shows: a sheet's columns are the fields of the first, and those of the other are set aside. */
  readonly add: Type;
  readonly view: Type;
  /** Checks rows against what is recorded, all in a few questions. */
  check(asked: RowsAsked): Promise<readonly CheckedRow[]>;
  /** Ids among these that are recorded already. */
  readonly known: string;
  /** `insert into … select … from :rows as r(…)`, `:rows` being the staged rows of `:partnership`. */
  readonly adds: string;
}

export const IMPORT_KINDS = 'IMPORT_KINDS';
