import { toGrid } from '../intervals/grid.js';
import { ANYTHING, type Interval, intersect, isSameInterval } from '../intervals/interval.js';
import { type Relation } from '../relations/relation.js';
import { type Table } from '../table.js';
import { type Work } from './work.js';

/**
 * What narrowing came to. `empty`: no values that the figures stand for fit these relations, which `because` names, with
 * others that had a hand in it. `open`: nothing of the kind was shown. `spent`: the work was not enough to say.
 */
export type Propagated =
  | { readonly kind: 'open'; readonly domains: readonly Interval[] }
  | { readonly kind: 'empty'; readonly because: readonly Relation[] }
  | { readonly kind: 'spent' };

/** What is asked: which relations hold, and which cells stand for anything, as though they were not printed. */
export interface Question {
  readonly using: readonly Relation[];
  readonly freed: ReadonlySet<number>;
}

/** A relation is looked at so many times and no more: some narrow one another for ever, by less and less. */
const MOST_ROUNDS = 40;

class Narrowing {
  readonly domains: Interval[];
  private readonly because: (Set<Relation> | undefined)[] = [];
  private readonly using: ReadonlySet<Relation>;
  private readonly waiting: Set<Relation>;

  constructor(
    private readonly table: Table,
    { using, freed }: Question,
  ) {
    this.domains = table.domains.slice();
    for (const cell of freed) this.domains[cell] = ANYTHING;
    this.using = new Set(using);
    this.waiting = new Set(using);
  }

  /** The relation that has waited longest. */
  next(): Relation | undefined {
    const [relation] = this.waiting;
    if (relation) this.waiting.delete(relation);
    return relation;
  }

  /** Narrows each cell of the relation to what it needs; false when there is nothing left of one. */
  narrow(relation: Relation): boolean {
    const needs = relation.rule.needs(relation.cells.map((cell) => this.domains[cell] ?? ANYTHING));
    return relation.cells.every((cell, i) => this.narrowCell(cell, needs[i] ?? null, relation));
  }

  private narrowCell(cell: number, need: Interval | null, relation: Relation): boolean {
    const before = this.domains[cell] ?? ANYTHING;
    const after = need && intersect(before, toGrid(need, this.table.grid));
    if (!after) return false;
    if (isSameInterval(before, after)) return true;
    this.domains[cell] = after;
    (this.because[cell] ??= new Set()).add(relation);
    for (const other of this.table.relationsOf[cell] ?? [])
      if (other !== relation && this.using.has(other)) this.waiting.add(other);
    return true;
  }

  /** Every relation that had a hand in what this one was given, and itself. */
  behind(relation: Relation): readonly Relation[] {
    const found = new Set([relation]);
    for (const one of found)
      for (const cell of one.cells) for (const other of this.because[cell] ?? []) found.add(other);
    return [...found];
  }
}

/**
 * Narrows what every cell may stand for by each relation in turn, until none narrows any further.
 *
 * What it proves: `empty` is a proof. Each step keeps every value that fits, ends that are carried on are rounded
 * outwards only, so where nothing is left no true values exist from which these figures could be printed. A single relation is judged exactly,
 * and so is a set of relations in which no two have more than one cell in common and which do not run in a circle.
 *
 * What it does not: `open` is no proof that true values exist. Where relations run in a circle (rows and columns that
 * both add up), narrowing looks at one relation at a time and may stop before it has seen that they cannot all hold; it
 * also stops after 40 rounds. A table is then said to hold although a cleverer look could find it wrong, never the other way.
 */
export function propagate(table: Table, question: Question, work: Work): Propagated {
  const narrowing = new Narrowing(table, question);
  let rounds = MOST_ROUNDS * question.using.reduce((sum, { cells }) => sum + cells.length, 0);
  for (let relation = narrowing.next(); relation && rounds > 0; relation = narrowing.next()) {
    rounds -= relation.cells.length;
    if (!work.spend(relation.cells.length)) return { kind: 'spent' };
    if (!narrowing.narrow(relation)) return { kind: 'empty', because: narrowing.behind(relation) };
  }
  return { kind: 'open', domains: narrowing.domains };
}
