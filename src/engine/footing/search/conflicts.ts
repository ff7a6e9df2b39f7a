import { type End, type Interval, between } from '../intervals/interval.js';
import { compare } from '../../money/fraction.js';
import { type Relation } from '../relations/relation.js';
import { type Table } from '../table.js';

/** Printed cells of which at least one is wrong, whatever the others are; in the order of the table. */
export type Conflict = readonly number[];

/** What one relation says that a cell would need, all else being as printed. */
export interface Need {
  readonly relation: Relation;
  /** Null when no value would do. */
  readonly interval: Interval | null;
}

/** What every relation says of every cell, all else being as printed: each relation is worked out once. */
export function needsOfCells(table: Table): readonly (readonly Need[])[] {
  const needs: Need[][] = table.cells.map(() => []);
  for (const relation of table.relations) {
    const found = relation.rule.needs(
      relation.cells.map((cell) => table.cells[cell]?.standsFor ?? { from: null, to: null }),
    );
    for (const [i, cell] of relation.cells.entries()) needs[cell]?.push({ relation, interval: found[i] ?? null });
  }
  return needs;
}

/** The printed cells of some relations, in the order of the table, but for those in `freed`. */
export function printedIn(table: Table, relations: readonly Relation[], freed: ReadonlySet<number>): Conflict {
  const cells = new Set(relations.flatMap(({ cells: all }) => all));
  return [...cells].filter((cell) => table.cells[cell]?.figure && !freed.has(cell)).sort((a, b) => a - b);
}

/** The two needs that are furthest apart, when no value meets both. */
function furthestApart(needs: readonly Need[]): readonly Need[] {
  const withFrom = needs.flatMap((need) => (need.interval?.from ? [{ need, end: need.interval.from }] : []));
  const withTo = needs.flatMap((need) => (need.interval?.to ? [{ need, end: need.interval.to }] : []));
  const isTighter = (a: End, b: End, side: 1 | -1): boolean => {
    const order = compare(a.at, b.at) * side;
    return order > 0 || (order === 0 && !a.closed && b.closed);
  };
  if (withFrom.length === 0 || withTo.length === 0) return [];
  const last = withFrom.reduce((best, one) => (isTighter(one.end, best.end, 1) ? one : best));
  const first = withTo.reduce((best, one) => (isTighter(one.end, best.end, -1) ? one : best));
  return between(last.end, first.end) ? [] : [last.need, first.need];
}

/** Conflicts seen at two relations name no more cells than this, the shortest first: more would cost more than they tell. */
const MOST_NAMED = 60_000;

function shortest(conflicts: readonly Conflict[]): readonly Conflict[] {
  let left = MOST_NAMED;
  return conflicts.toSorted((a, b) => a.length - b.length).filter(({ length }) => (left -= length) >= 0);
}

/**
 * The conflicts that are seen without following one relation into another: the figures of a relation that do not fit one
 * another, and for each cell two relations that would have it stand for different things, whatever is printed in it.
 */
export function firstConflicts(
  table: Table,
  needs: readonly (readonly Need[])[],
  failing: readonly Relation[],
): readonly Conflict[] {
  const none = new Set<number>();
  const alone = failing.map((relation) => printedIn(table, [relation], none));
  const apart = needs.flatMap((ofCell, cell) => {
    const found = furthestApart(ofCell).map(({ relation }) => relation);
    const never = ofCell.filter(({ interval }) => !interval).map(({ relation }) => [relation]);
    return [...(found.length > 0 ? [found] : []), ...never].map((pair) => printedIn(table, pair, new Set([cell])));
  });
  const all = [...alone, ...shortest(apart)];
  return [...new Map(all.map((conflict) => [conflict.join(' '), conflict])).values()];
}
