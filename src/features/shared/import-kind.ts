import type { Type } from '@nestjs/common';
import type { Context } from '../../platform/database/context.js';
import type { ReadSession } from '../../platform/database/session.js';
import type { Action } from '../access/permissions.js';

/** What the rows of a file may be. */
export const importKindNames = [
  'contributions',
  'receipts',
  'spending',
  'provisions',
  'measures',
  'host-ledger',
] as const;
export type ImportKindName = (typeof importKindNames)[number];

/**
 * What moves money of the pool: somebody else approves it before it is posted, which the database holds. What a council's
 * own budget provides enters no ledger; and a figure that shares are driven by counts once a decision puts the agreement
 * version in force whose document holds it.
 */
export const moneyKinds: readonly string[] = ['contributions', 'receipts', 'spending'] satisfies ImportKindName[];

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
  readonly name: ImportKindName;
  /** What one is given, and what one shows: a sheet's columns are the fields of the first, and those of the other are set aside. */
  readonly add: Type;
  readonly view: Type;
  /** The staged column that holds each field. */
  readonly columns: Readonly<Record<string, string>>;
  /** Whether columns that nobody knows are set aside, as whoever keeps the sheet has them for something else. */
  readonly setsOthersAside?: true;
  /** Checks rows against what is recorded, all in a few questions. */
  check(asked: RowsAsked): Promise<readonly CheckedRow[]>;
  /** Ids among these that are recorded already. */
  readonly known: string;
  /** How it is added without anybody's approval, by whoever may do that; nothing where nobody may. */
  readonly direct?: {
    readonly action: Action;
    /** `insert into … select … from :rows as r(…)`, `:rows` being the staged rows of `:partnership`. */
    readonly adds: string;
  };
}

/** Every kind that a sheet may bring; and, by room, the kinds of the rooms that have some. */
export const IMPORT_KINDS = 'IMPORT_KINDS';

/** The kinds that one room brings. */
export const importKindsOf = (room: string) => `${IMPORT_KINDS} of ${room}`;
