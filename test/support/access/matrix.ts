import type pg from 'pg';
import type { Guarded } from '../../../migrations/support/guard.js';
import { rowOfEach, type TableRow } from '../row-of-each.js';
import { type Capacity, nameOf } from './capacities.js';
import { mayAdd, mayRead } from './oracle.js';
import { letters, partnerships, rowFor, type World } from './world.js';

/** Does the work as the api role with a capacity's context, in the transaction that is open, and leaves no trace of it. */
async function acting<T>(client: pg.Client, capacity: Capacity, work: () => Promise<T>): Promise<T> {
  await client.query('savepoint acting; set local role poolkeeper_api');
  await client.query('select authz.open($1, $2, $3, $4)', [capacity.ticket, capacity.action, capacity.place, 'test']);
  const done = await work();
  await client.query('rollback to savepoint acting; release savepoint acting');
  return done;
}

/** Where what each capacity sees of these tables is not what it may, one by one. */
export async function* readFaults(client: pg.Client, world: World, tables: readonly Guarded[]) {
  const asked = tables.map(
    ({ table }) => `select '${table}' as name, (select array_agg(ctid::text) from ${table}) as seen`,
  );
  for (const capacity of world.capacities) {
    const { rows } = await acting(client, capacity, () =>
      client.query<{ name: string; seen: string[] | null }>(asked.join(' union all ')),
    );
    for (const guarded of tables) {
      const seen = new Set(rows.find(({ name }) => name === guarded.table)?.seen);
      for (const { at, row } of world.rows[guarded.table] ?? []) {
        const may = mayRead(capacity, guarded, row, world);
        if (seen.has(at) !== may)
          yield `${nameOf(capacity)} ${may ? 'does not see' : 'sees'} ${guarded.table} ${JSON.stringify(row)}`;
      }
    }
  }
}

/** Rows that might be added: of both partnerships, for each of its authorities, another's, and nobody's. */
export function attempts({ table, partnership, authority }: Guarded): readonly TableRow[] {
  return partnerships.flatMap((id) => {
    const foreign = id === 'one' ? 'two' : 'one';
    const rows = letters.map((letter) => rowFor(table, id, letter));
    if (!('authority_id' in (rowOfEach[table]?.(id) ?? {}))) rows.splice(1);
    const nobodys = partnership?.startsWith('coalesce') ? [nobodysLike(rows[0])] : [];
    const others = authority ? [`${foreign}-a`, null].map((whose) => ({ ...rows[0], [authority.column]: whose })) : [];
    return [...rows, ...others, ...nobodys];
  });
}

/** A grant of an administrator is in no partnership. */
function nobodysLike(row: TableRow = {}): TableRow {
  return { ...row, partnership_id: null, ...('authority_id' in row ? { authority_id: null } : {}) };
}

const refused = '42501';

/** Where a row that each capacity tries to add to these tables is not let through, or refused, as it should be. */
export async function* addFaults(client: pg.Client, world: World, tables: readonly Guarded[]) {
  const all = tables.flatMap((guarded) =>
    attempts(guarded).map((row) => ({ guarded, row, sql: insertion(client, guarded.table, row) })),
  );
  const texts = all.map(({ sql }) => sql);
  for (const capacity of world.capacities) {
    const { rows } = await acting(client, capacity, () =>
      client.query<{ ended: string }>('select try_and_undo(asked) as ended from unnest($1::text[]) asked', [texts]),
    );
    for (const [n, { guarded, row }] of all.entries()) {
      const ended = rows[n]?.ended ?? '';
      const may = mayAdd(capacity, guarded, row);
      if (ended === refused ? may : !may || !isPastThePolicy(ended))
        yield `${nameOf(capacity)} ${may ? 'cannot' : 'can'} add to ${guarded.table} ${JSON.stringify(row)} (${ended})`;
    }
  }
}

/** How many attempts those are for each capacity. */
export function countAttempts(tables: readonly Guarded[]): number {
  return tables.reduce((sum, guarded) => sum + attempts(guarded).length, 0);
}

/** It went in, or a key or a check that comes after the policy refused it. */
function isPastThePolicy(ended: string): boolean {
  return ended === 'UNDO1' || ended.startsWith('23');
}

function insertion(client: pg.Client, table: string, row: TableRow): string {
  const values = Object.values(row).map((value) => (value === null ? 'null' : client.escapeLiteral(String(value))));
  return `insert into ${table} (${Object.keys(row).join(', ')}) values (${values.join(', ')})`;
}
