import type { TestDatabase } from '../../support/test-database.js';

type Plant = (database: TestDatabase) => Promise<unknown>;

/** Rewrites a function of the database, and refuses to when what was to be replaced is not there. */
export async function rewrite(database: TestDatabase, name: string, changes: readonly (readonly [string, string])[]) {
  const [found] = await database.sql<{ text: string }>(`select pg_get_functiondef('${name}'::regproc) as text`);
  let text = found?.text ?? '';
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${name} does not say ${from}`);
    text = text.replace(from, to);
  }
  await database.sql(text);
}

const onceAlone = [`when coalesce(current_setting('authz.context', true), '') <> '' then`, 'when false then'] as const;
const untilTheEnd = ['|| f.fields, true)', '|| f.fields, false)'] as const;
const anySignature = ['= left(c.given, 64)', 'is not null'] as const;

/** Faults that the campaign has to notice. Each is what somebody might do in good faith. */
export const planted: Readonly<Record<string, Plant>> = {
  /** A context that outlives its transaction: the database refuses what was not signed in this one. */
  'a context set for the session': (database) => rewrite(database, 'authz.open', [untilTheEnd]),
  /** The same, in a database whose helpers trust what they are told. */
  'a context set for the session that nobody checks': async (database) => {
    await rewrite(database, 'authz.open', [untilTheEnd, onceAlone]);
    await rewrite(database, 'authz.fields', [anySignature]);
    await rewrite(database, 'authz.reads', [anySignature]);
  },
  'a policy that is gone': (database) => database.sql('drop policy contribution_read on contribution'),
  'a policy that lets everyone read': (database) =>
    database.sql('alter policy contribution_read on contribution using (true)'),
};
