import type { Guarded } from '../../../migrations/support/guard.js';
import type { Value } from '../../../src/platform/database/session.js';
import { type Statement, statement } from '../../../src/platform/database/statement.js';
import { attempts } from '../../support/access/matrix.js';
import { guardedTables } from '../../support/access/world.js';
import { rowOfEach, type TableRow } from '../../support/row-of-each.js';
import type { Random } from '../random.js';

/** A row that is about to be added, if the policies let it. */
export interface Addition {
  readonly guarded: Guarded;
  readonly row: TableRow;
  readonly id: string;
  readonly asked: Statement;
  readonly values: readonly Value[];
}

/** Kinds of record with ids of their own that change nothing about who may do what. */
const kinds = guardedTables.filter(
  ({ table, add }) =>
    add !== undefined &&
    table !== 'role_grant' &&
    'partnership_id' in (rowOfEach[table]?.('one') ?? {}) &&
    'id' in (rowOfEach[table]?.('one') ?? {}),
);

export function anyAddition(random: Random): Addition {
  const guarded = random.of(kinds);
  const id = anyUuid(random);
  const row = { ...random.of(attempts(guarded)), id, ...different[guarded.table]?.(random) };
  const columns = Object.keys(row);
  const places = columns.map((_, n) => `$${n + 1}`).join(', ');
  const asked = statement(`insert into ${guarded.table} (${columns.join(', ')}) values (${places})`);
  return { guarded, row, id, asked, values: Object.values(row) };
}

const anyDay = (random: Random) => `${random.between(2030, 2999)}-0${random.between(1, 9)}-${random.between(10, 27)}`;

/** So that most rows that may be added are not there yet. */
const different: Readonly<Record<string, (random: Random) => TableRow>> = {
  participation: (random) => {
    const day = anyDay(random);
    return { starts_on: day, ends_before: day.replace(/\d\d$/, '28') };
  },
  decision: (random) => ({ reference: anyUuid(random) }),
  agreement: (random) => ({ title: anyUuid(random) }),
  provision: (random) => ({ decided_on: anyDay(random) }),
  funding_source: (random) => ({ name: anyUuid(random) }),
  funding_amount: (random) => ({ announced_on: anyDay(random) }),
  certainty_change: (random) => ({ happened_on: anyDay(random) }),
  planned_spend: (random) => ({ planned_on: anyDay(random) }),
  package_return: (random) => ({ counted_on: anyDay(random) }),
  audit_key: (random) => ({ key_id: anyUuid(random).replaceAll('-', '') }),
};

export function anyUuid(random: Random): string {
  const hex = Array.from({ length: 8 }, () => random.between(0, 0xffff).toString(16).padStart(4, '0')).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}
