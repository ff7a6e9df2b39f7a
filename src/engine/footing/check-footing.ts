import { accept, type Outcome } from '../outcome.js';
import { ENGINE_VERSION } from '../version.js';
import { type CellName, type FootingAnswer, type Search, type WorkingStep } from './answer.js';
import { type Display } from './display.js';
import { type FootingDocument } from './document.js';
import { readFootingDocument } from './read-document.js';
import { sayCell, sayList } from './say.js';
import { needsOfCells, firstConflicts } from './search/conflicts.js';
import { type Contradictions, failingAlone, findContradictions } from './search/contradictions.js';
import { type Smallest, findSmallest } from './search/smallest.js';
import { checkFormulas, nameCells, showContradiction } from './show.js';
import { propagate } from './search/propagate.js';
import { Work } from './search/work.js';
import { type Relation } from './relations/relation.js';
import { type Table, layOut } from './table.js';

/** Enough for the rounds of the largest table that is read. */
const MOST_FIRST = 150_000;

const NOTHING_WRONG: Smallest = { cells: [], atLeast: 0, alternatives: [], hasAllAlternatives: true };

const readAs: Readonly<Record<Display, string>> = {
  rounded: 'Each figure stands for everything within half of its last digit, both ends included.',
  truncated:
    'Each figure was cut off towards nothing: it stands for itself and up to one of its last digit further from nothing.',
  either: 'Each figure may be rounded or cut off: it stands for whatever one or the other allows.',
};

function saySearch({ isComplete }: Contradictions, { cells, atLeast }: Smallest): Search {
  const complete = isComplete && cells !== null;
  if (complete)
    return {
      complete,
      atLeast,
      says: 'Every relation was narrowed until nothing changed, within the bound of the search.',
    };
  const least = `at least ${atLeast} ${atLeast === 1 ? 'cell is' : 'cells are'} wrong`;
  const says =
    cells === null
      ? `The search reached its bound before the smallest set was known: ${least}, and none is named.`
      : 'The search reached its bound before every contradiction was told; there may be more.';
  return { complete, atLeast, says };
}

function sayVerdict(count: number, smallest: readonly CellName[], search: Search): string {
  if (count === 0) return 'Nothing that is printed contradicts anything else.';
  const told = `${count} ${count === 1 ? 'contradiction' : 'contradictions'}.`;
  if (smallest.length === 0) return `The figures cannot all be right: ${told} ${search.says}`;
  return `The figures cannot all be right: ${told} It is enough to correct ${sayList(smallest.map(sayCell))}.`;
}

function work(
  document: FootingDocument,
  table: Table,
  answer: Omit<FootingAnswer, 'working' | 'digest' | 'engine' | 'checks'>,
) {
  const printed = table.cells.filter(({ figure }) => figure).length;
  const others = answer.alternatives.map((set) => sayList(set.map(sayCell)));
  const steps: [string, string][] = [
    ['reading', `${printed} figures, ${document.display}. ${readAs[document.display]}`],
    ['relations', `${table.relations.length} relations are held against them, one by one and together.`],
    ...answer.contradictions.map(({ words }): [string, string] => ['contradiction', words]),
    ...(answer.holds ? [] : [['smallest', answer.words] as [string, string]]),
    ...(others.length > 0
      ? [['alternatives', `As few would do in another way: ${sayList(others, 'or')}.`] as [string, string]]
      : []),
    ['search', answer.search.says],
  ];
  return steps.map(([rule, words], i): WorkingStep => ({ step: i + 1, rule, words }));
}

/** Those of the smallest set that are in a relation which fails by its own figures. */
function corrected({ cells }: Smallest, failing: readonly Relation[]): ReadonlySet<number> {
  const inFailing = new Set(failing.flatMap((relation) => relation.cells));
  return new Set(cells?.filter((cell) => inFailing.has(cell)) ?? []);
}

/**
 * Whether a printed table adds up, what in it does not, and the fewest cells that explain it (formula.md, section 3).
 * `holds: false` is a proof; `holds: true` says that none was found, see `propagate`.
 */
export function checkFooting(document: FootingDocument): FootingAnswer {
  const table = layOut(document);
  const needs = needsOfCells(table);
  const failing = failingAlone(table, needs);
  const asked = propagate(table, { using: table.relations, freed: new Set() }, new Work(MOST_FIRST));
  const holds = failing.length === 0 && asked.kind !== 'empty';
  const found = holds ? NOTHING_WRONG : findSmallest(table, firstConflicts(table, needs, failing));
  const contradictions = holds
    ? { found: [], isComplete: asked.kind === 'open' }
    : findContradictions(table, needs, failing, corrected(found, failing));
  const search = saySearch(contradictions, found);
  const smallest = nameCells(table, found.cells ?? []);
  const answer = {
    holds,
    words: sayVerdict(contradictions.found.length, smallest, search),
    contradictions: contradictions.found.map((one) => showContradiction(table, one)),
    smallest,
    alternatives: found.alternatives.map((cells) => nameCells(table, cells)),
    search,
  };
  const checks = checkFormulas(table, new Set(failing));
  return { ...answer, working: work(document, table, answer), checks, digest: document.digest, engine: ENGINE_VERSION };
}

/** Reads a posted table and checks it: the answer, or everything that is wrong with the document. */
export function answerFooting(raw: unknown): Outcome<FootingAnswer> {
  const read = readFootingDocument(raw);
  return read.ok ? accept(checkFooting(read.value)) : read;
}
