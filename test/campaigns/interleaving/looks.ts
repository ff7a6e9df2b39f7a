import type { Guarded } from '../../../migrations/support/guard.js';
import type { ReadSession } from '../../../src/platform/database/session.js';
import { type Statement, statement } from '../../../src/platform/database/statement.js';
import { type Capacity, nameOf } from '../../support/access/capacities.js';
import { mayRead, type Owned } from '../../support/access/oracle.js';
import { guardedTables, type World } from '../../support/access/world.js';

/** What a look at one table finds: how many rows of each partnership, or each person. */
interface Look {
  readonly guarded: Guarded;
  readonly asked: Statement;
  /** A row of each, and how many there were before anything was added. */
  readonly known: ReadonlyMap<string, { readonly row: Owned; readonly count: number }>;
}

const keyOf = ({ table, partnership }: Guarded) => (table === 'person' ? 'id' : (partnership ?? `'all'`));

export function makeLooks(world: World): readonly Look[] {
  return guardedTables.map((guarded) => {
    const known = new Map<string, { row: Owned; count: number }>();
    const column = /^coalesce\((\w+)/.exec(keyOf(guarded))?.[1] ?? keyOf(guarded);
    for (const { row } of world.rows[guarded.table] ?? []) {
      const key = column === `'all'` ? 'all' : ((row[column] as string | null) ?? '*');
      known.set(key, { row, count: (known.get(key)?.count ?? 0) + 1 });
    }
    const text = `select ${keyOf(guarded)}::text as key, count(*)::int as count from ${guarded.table} group by 1`;
    return { guarded, asked: statement(text), known };
  });
}

/** Looks at a table as whoever the session acts for; says what is seen that may not be, or missing that may. */
export async function look(
  session: ReadSession,
  { guarded, asked, known }: Look,
  capacity: Capacity,
  world: World,
): Promise<readonly string[]> {
  const found = await session.rows<{ key: string; count: number }>(asked);
  const seen = new Map(found.map(({ key, count }) => [key, count]));
  const strange = found.filter(({ key }) => !known.has(key)).map(({ key }) => `sees ${guarded.table} of ${key}`);
  const wrong = [...known].flatMap(([key, { row, count }]) => {
    const may = mayRead(capacity, guarded, row, world);
    const got = seen.get(key) ?? 0;
    if (may ? got >= count : got === 0) return [];
    return [`sees ${got} rows of ${guarded.table} of ${key}, and may ${may ? `see ${count} at least` : 'see none'}`];
  });
  return [...strange, ...wrong].map((words) => `${nameOf(capacity)} ${words}`);
}

const me = statement(`select authz.partnership() as place, authz.role() as role, authz.authority() as authority,
  authz.request() as request, authz.action() as action`);

/** Whether a transaction knows exactly who it was opened for, and for which request, where it is that request's alone. */
export async function lookInTheMirror(
  session: ReadSession,
  { role, authority, place, action }: Capacity,
  request?: string,
): Promise<readonly string[]> {
  const found = await session.one<{ request: string }>(me);
  const wanted = { place, role, authority, request: request ?? found?.request, action };
  const same = JSON.stringify(found) === JSON.stringify(wanted);
  return same ? [] : [`${JSON.stringify(wanted)} was taken for ${JSON.stringify(found)}`];
}
