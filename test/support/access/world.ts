import { auditTables } from '../../../migrations/support/audit-tables.js';
import type { Guarded } from '../../../migrations/support/guard.js';
import { everyGuarded } from '../catalogue.js';
import {
  addRowOfEach,
  contentOfDraft,
  digestOfDraft,
  idOf,
  insertRow,
  rowOfEach,
  type TableRow,
  within,
} from '../row-of-each.js';
import { createTestDatabase, type TestDatabase } from '../test-database.js';
import { type Capacity, everyCapacity } from './capacities.js';

/** Two partnerships of three authorities each, a row of every kind for each of them, and somebody in every capacity. */
export interface World {
  readonly database: TestDatabase;
  readonly capacities: readonly Capacity[];
  /** Every row there is, by table. */
  readonly rows: Readonly<Record<string, readonly WorldRow[]>>;
}

/** A row as the administrator sees it, and the place by which it is told from the others of its table. */
export interface WorldRow {
  readonly at: string;
  readonly row: Readonly<Record<string, unknown>>;
}

export const partnerships = ['one', 'two'] as const;
export const letters = ['a', 'b', 'c'] as const;

/** Every table that somebody may read rows of, and what that takes. */
export const guardedTables: readonly Guarded[] = [
  ...everyGuarded,
  ...auditTables.map(({ table, read }) => ({ table, read, partnership: 'chain' })),
];

const named = ['authority', 'partnership'];

/** A row like the one of the first authority, for another one of the same partnership. */
export function rowFor(table: string, partnership: string, letter: string): TableRow {
  const row = rowOfEach[table]?.(partnership) ?? {};
  return {
    ...row,
    ...('id' in row && !named.includes(table) ? { id: idOf(`${table} ${letter}`, partnership) } : {}),
    ...('authority_id' in row ? { authority_id: `${partnership}-${letter}` } : {}),
    ...('grant_id' in row ? { grant_id: idOf(`role_grant ${letter}`, partnership) } : {}),
    ...otherwise[table]?.(partnership, letter),
  };
}

const ofDraft = (partnership: string, letter: string): TableRow => ({
  draft_id: idOf(`ledger_draft ${letter}`, partnership),
});

const otherwise: Readonly<Record<string, (partnership: string, letter: string) => TableRow>> = {
  authority: (partnership, letter) => ({ id: `${partnership}-${letter}`, name: `Council ${letter} of ${partnership}` }),
  participation: () => ({ role: 'partner' }),
  decision: (_, letter) => ({ reference: letter }),
  ...Object.fromEntries(
    ['import', 'import_reading', 'import_submission', 'import_outcome'].map((table) => [
      table,
      (partnership: string, letter: string) => ({
        id: idOf(letter === 'a' ? 'import' : `import ${letter}`, partnership),
      }),
    ]),
  ),
  import_part: (partnership, letter) => ({ import_id: idOf(`import ${letter}`, partnership) }),
  receipt: (partnership, letter) => ({ contribution_id: idOf(`contribution ${letter}`, partnership) }),
  ledger_draft_version: (partnership, letter) => ({
    ...ofDraft(partnership, letter),
    ...contentOfDraft(partnership, letter),
  }),
  ledger_outcome: (partnership, letter) => ({
    ...ofDraft(partnership, letter),
    ...digestOfDraft(partnership, letter),
  }),
  ledger_bill_event: (partnership, letter) => ({ bill_id: idOf(`contribution ${letter}`, partnership) }),
  ledger_reopening_outcome: (partnership, letter) => ({
    reopening_id: idOf(`ledger_reopening ${letter}`, partnership),
  }),
  role_grant: (partnership, letter) => ({ role: 'observer', person_id: idOf(`person ${letter}`, partnership) }),
  federated_identity: (partnership, letter) => ({
    person_id: idOf(`person ${letter}`, partnership),
    issuer: `https://login.${partnership}-${letter}.example`,
  }),
  audit_key: (partnership, letter) => ({ key_id: idOf(`key ${letter}`, partnership).replaceAll('-', '') }),
};

/** What the rows of an authority hang on, though they name none. */
const ofEach = ['role_grant_end', 'import', 'import_part', 'import_reading', 'import_submission'];

/** The tables of which every authority of a partnership has rows of its own. */
const ofAuthorities = Object.keys(rowOfEach).filter(
  (table) => table === 'authority' || 'authority_id' in rowOfEach[table]!('one') || ofEach.includes(table),
);

export async function makeWorld(): Promise<World> {
  const database = await createTestDatabase();
  for (const partnership of partnerships) await addRows(database, partnership);
  const capacities = await everyCapacity(database, partnerships, letters);
  await database.sql(checkpoints);
  await database.sql(helper);
  return { database, capacities, rows: await everyRow(database) };
}

async function addRows(database: TestDatabase, partnership: string): Promise<void> {
  await addRowOfEach(database, partnership);
  await database.as('poolkeeper_api', (client) =>
    within(client, partnership, async () => {
      for (const letter of letters.slice(1)) {
        for (const table of ofAuthorities) await insertRow(client, table, rowFor(table, partnership, letter));
      }
    }),
  );
}

/** A checkpoint of each chain, which a function keeps only for whoever signs; and a cosignature of each of a partnership's. */
const checkpoints = `
  insert into audit_checkpoint (chain, size, hash, note, key_id, signature)
    select chain, position, hash, 'note', repeat('0', 32), decode(repeat('00', 64), 'hex') from audit_entry where position = 1;
  insert into audit_cosignature (chain, size, authority_id, key_id, signature, recorded_by)
    select partnership_id, 1, authority_id, key_id, decode(repeat('00', 64), 'hex'), 'Test' from audit_key`;

/**
 * Tries a statement as whoever asks, undoes it, and says how it ended. The rules that are no policy run before
 * policies do, and would hide what those say.
 */
const helper = `
  create function try_and_undo(asked text) returns text language plpgsql as $$
  begin
    execute asked;
    raise exception using errcode = 'UNDO1';
  exception when others then
    return sqlstate;
  end $$;
  alter table role_grant disable trigger role_grant_rules;
  alter table role_grant_approval disable trigger role_grant_approval_rules;
  alter table role_grant_end disable trigger role_grant_end_rules;
  alter table federated_identity disable trigger federated_identity_rules;
  alter table import_submission disable trigger import_submission_weighed`;

async function everyRow(database: TestDatabase): Promise<World['rows']> {
  const found = await Promise.all(
    guardedTables.map(
      async ({ table }) =>
        [table, await database.sql<WorldRow>(`select ctid::text as at, to_jsonb(t) as row from ${table} t`)] as const,
    ),
  );
  return Object.fromEntries(found);
}
