import { type Interval, intersect } from '../intervals/interval.js';
import { type Relation } from '../relations/relation.js';
import { type Table } from '../table.js';
import { type Need, printedIn } from './conflicts.js';
import { minimise } from './minimise.js';
import { propagate } from './propagate.js';
import { Work } from './work.js';

/**
 * Relations that cannot all hold, with what each of their cells would need: null where no value would do, nothing where
 * the work was not enough to tell.
 */
export interface Contradiction {
  readonly relations: readonly Relation[];
  readonly needs: ReadonlyMap<number, Interval | null>;
}

export interface Contradictions {
  readonly found: readonly Contradiction[];
  /** Whether the work was enough to look for all. */
  readonly isComplete: boolean;
}

/** What finding them may cost, and what each may cost to say what its cells would need. */
const MOST_WORK = 150_000;
const MOST_WORK_EACH = 20_000;

/** The relations whose own figures do not fit one another, all else aside. */
export function failingAlone(table: Table, needs: readonly (readonly Need[])[]): readonly Relation[] {
  const failing = new Set<Relation>();
  needs.forEach((ofCell, cell) => {
    const stands = table.cells[cell]?.standsFor;
    for (const { relation, interval } of ofCell)
      if (!interval || (stands && !intersect(stands, interval))) failing.add(relation);
  });
  return table.relations.filter((relation) => failing.has(relation));
}

const isOfRise = ({ kind }: Relation): boolean => kind === 'amount' || kind === 'risePercent';

/** One that follows from others is not told beside one of its row that does not. */
function told(failing: readonly Relation[]): readonly Relation[] {
  const bases = failing.filter((relation) => isOfRise(relation) && !relation.isDerived);
  const rows = new Set(bases.map(({ row }) => row));
  return failing.filter(({ isDerived, row }) => !isDerived || !rows.has(row));
}

function alone(relation: Relation, needs: readonly (readonly Need[])[]): Contradiction {
  const ofCell = (cell: number) => needs[cell]?.find((need) => need.relation === relation)?.interval ?? null;
  return { relations: [relation], needs: new Map(relation.cells.map((cell) => [cell, ofCell(cell)])) };
}

/** What cells would need for relations that only together leave nothing: each is asked with that cell freed. */
function together(table: Table, relations: readonly Relation[], corrected: ReadonlySet<number>): Contradiction {
  const work = new Work(MOST_WORK_EACH);
  const needs = new Map<number, Interval | null>();
  for (const cell of printedIn(table, relations, corrected)) {
    const asked = propagate(table, { using: relations, freed: new Set([...corrected, cell]) }, work);
    if (asked.kind === 'empty') needs.set(cell, null);
    if (asked.kind === 'open') needs.set(cell, asked.domains[cell] ?? null);
  }
  return { relations, needs };
}

const isWithin = (some: ReadonlySet<number>, all: ReadonlySet<number>): boolean =>
  [...some].every((one) => all.has(one));

/** Whether one that was told has all printed cells of these, or these all of one that was told: it is the same slip seen twice. */
function isToldBy(table: Table, told: readonly Contradiction[], relations: readonly Relation[]): boolean {
  const printed = (some: readonly Relation[]) => new Set(printedIn(table, some, new Set()));
  const cells = printed(relations);
  return told.some((one) => {
    const others = printed(one.relations);
    return isWithin(others, cells) || isWithin(cells, others);
  });
}

/**
 * Every relation that fails by its own figures, and then sets of relations, as small as may be, that cannot all hold
 * together. The cells that are already to be corrected for the first, `corrected`, may be anything for the second; no two of
 * those sets share a relation, and none repeats what another says of the same cells.
 */
export function findContradictions(
  table: Table,
  needs: readonly (readonly Need[])[],
  failing: readonly Relation[],
  corrected: ReadonlySet<number>,
): Contradictions {
  const work = new Work(MOST_WORK);
  const found = told(failing).map((relation) => alone(relation, needs));
  const gone = new Set(failing);
  for (;;) {
    const using = table.relations.filter((relation) => !gone.has(relation));
    const asked = propagate(table, { using, freed: corrected }, work);
    if (asked.kind !== 'empty') return { found, isComplete: asked.kind === 'open' };
    const least = new Set(minimise(table, asked.because, corrected, work));
    const relations = table.relations.filter((relation) => least.has(relation));
    if (!isToldBy(table, found, relations)) found.push(together(table, relations, corrected));
    for (const relation of relations) gone.add(relation);
  }
}
