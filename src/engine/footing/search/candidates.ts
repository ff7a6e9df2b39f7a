import { type Conflict } from './conflicts.js';
import { type Work } from './work.js';

/** A cell, standing for all cells that are in the same conflicts and come after it. */
export interface Candidate {
  readonly cell: number;
  /** One bit for each conflict that it is in. */
  readonly mask: bigint;
}

/** For each cell the conflicts that it is in, one bit each. */
export function masksOf(conflicts: readonly Conflict[]): ReadonlyMap<number, bigint> {
  const found = new Map<number, bigint>();
  conflicts.forEach((conflict, i) => {
    for (const cell of conflict) found.set(cell, (found.get(cell) ?? 0n) | (1n << BigInt(i)));
  });
  return found;
}

const bitsOf = (mask: bigint): number => mask.toString(2).replaceAll('0', '').length;

/**
 * The cells that a smallest set can be made of: what explains most comes first, of those that explain the same the first
 * of the table, and none whose conflicts another is in as well.
 */
export function candidatesFor(conflicts: readonly Conflict[], work: Work): readonly Candidate[] {
  const first = new Map<bigint, number>();
  for (const [cell, mask] of masksOf(conflicts)) {
    const known = first.get(mask);
    if (known === undefined || cell < known) first.set(mask, cell);
  }
  const all = [...first].map(([mask, cell]) => ({ cell, mask, count: bitsOf(mask) }));
  all.sort((a, b) => b.count - a.count || a.cell - b.cell);
  const kept: Candidate[] = [];
  for (const { cell, mask } of all) {
    if (!work.spend(1 + (kept.length >> 1))) break;
    if (!kept.some((other) => (mask & ~other.mask) === 0n)) kept.push({ cell, mask });
  }
  return kept;
}
