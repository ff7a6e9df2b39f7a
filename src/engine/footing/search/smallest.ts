import { type Relation } from '../relations/relation.js';
import { type Table } from '../table.js';
import { masksOf } from './candidates.js';
import { type Conflict, printedIn } from './conflicts.js';
import { minimise } from './minimise.js';
import { type Propagated, propagate } from './propagate.js';
import { smallestCover } from './smallest-cover.js';
import { Work } from './work.js';

/** The fewest cells whose correction leaves nothing to show wrong. */
export interface Smallest {
  /** Null when the work was spent before it was known. */
  readonly cells: readonly number[] | null;
  /** No fewer than this many are wrong, known or not. */
  readonly atLeast: number;
  /** Other sets of as many, that differ from it in one cell. */
  readonly alternatives: readonly (readonly number[])[];
  /** Whether those are all of them. */
  readonly hasAllAlternatives: boolean;
}

/** What finding the smallest set may cost, and what finding others like it may cost. */
const MOST_SEARCH = 150_000;
const MOST_ALTERNATIVES_WORK = 60_000;
const MOST_ALTERNATIVES = 20;

/** A conflict is thinned only while that costs less than this. */
const MOST_THINNING = 5_000;

const freeing = (table: Table, cells: Iterable<number>, work: Work): Propagated =>
  propagate(table, { using: table.relations, freed: new Set(cells) }, work);

/** The printed cells of a contradiction, without those whose figure it does not take to show it. */
function thinned(table: Table, using: readonly Relation[], freed: ReadonlySet<number>, work: Work): Conflict {
  const cells = printedIn(table, using, freed);
  const size = using.reduce((sum, { cells: all }) => sum + all.length, 0);
  if (using.length === 1 || size * cells.length > MOST_THINNING) return cells;
  const loose = new Set(freed);
  for (const cell of cells) {
    loose.add(cell);
    if (propagate(table, { using, freed: loose }, work).kind !== 'empty') loose.delete(cell);
  }
  return cells.filter((cell) => !loose.has(cell));
}

/** Sets that differ from the one found in one cell and do as well, each shown by narrowing again. */
function alternativesTo(table: Table, cells: readonly number[], conflicts: readonly Conflict[], work: Work) {
  const masks = masksOf(conflicts);
  const found: number[][] = [];
  for (const left of cells) {
    const kept = cells.filter((cell) => cell !== left);
    const open = kept.reduce((all, cell) => all & ~(masks.get(cell) ?? 0n), (1n << BigInt(conflicts.length)) - 1n);
    const others = [...masks].filter(([cell, mask]) => !cells.includes(cell) && (open & ~mask) === 0n);
    for (const other of others.map(([cell]) => cell).sort((a, b) => a - b)) {
      if (found.length === MOST_ALTERNATIVES || work.isSpent()) return { found, hasAll: false };
      if (freeing(table, [...kept, other], work).kind === 'open') found.push([...kept, other].sort((a, b) => a - b));
    }
  }
  return { found, hasAll: !work.isSpent() };
}

/**
 * The fewest printed cells of which it is enough to correct these, whatever they are corrected to, for narrowing to find
 * nothing wrong any more. It is a true least number: the smallest set that has a cell of every conflict known so far is
 * tried on the whole table; where that still leaves a contradiction, that is one more conflict, and so on. What is known
 * to be in conflict is a proof, so no smaller set can do; that the set does is as good as narrowing is (see `propagate`).
 */
export function findSmallest(table: Table, first: readonly Conflict[]): Smallest {
  const work = new Work(MOST_SEARCH);
  const conflicts = [...first];
  for (let atLeast = 1; ;) {
    const cells = smallestCover(conflicts, work);
    if (cells) atLeast = cells.length;
    const left = cells && freeing(table, cells, work);
    if (!left || left.kind === 'spent' || work.isSpent())
      return { cells: null, atLeast, alternatives: [], hasAllAlternatives: false };
    if (left.kind === 'open') {
      const { found, hasAll } = alternativesTo(table, cells, conflicts, new Work(MOST_ALTERNATIVES_WORK));
      return { cells, atLeast, alternatives: found, hasAllAlternatives: hasAll };
    }
    const freed = new Set(cells);
    conflicts.push(thinned(table, minimise(table, left.because, freed, work), freed, work));
  }
}
