import { type Relation } from '../relations/relation.js';
import { type Table } from '../table.js';
import { propagate } from './propagate.js';
import { type Work } from './work.js';

/**
 * As few of `relations`, which together leave nothing, as still leave nothing: take one away and they no longer do
 * (Junker's QuickXplain, which halves instead of trying one after the other). When the work is spent, or where a smaller
 * set does not show it, all of them.
 */
export function minimise(
  table: Table,
  relations: readonly Relation[],
  freed: ReadonlySet<number>,
  work: Work,
): readonly Relation[] {
  const isEmpty = (using: readonly Relation[]): boolean => propagate(table, { using, freed }, work).kind === 'empty';
  const needed = (kept: readonly Relation[], hasMore: boolean, asked: readonly Relation[]): readonly Relation[] => {
    if (work.isSpent() || (hasMore && isEmpty(kept))) return [];
    if (asked.length === 1) return asked;
    const middle = asked.length >> 1;
    const [first, second] = [asked.slice(0, middle), asked.slice(middle)];
    const ofSecond = needed([...kept, ...first], true, second);
    return [...needed([...kept, ...ofSecond], ofSecond.length > 0, first), ...ofSecond];
  };
  const least = needed([], false, relations);
  return least.length < relations.length && isEmpty(least) ? least : relations;
}
