import { type CellName, type FootingCheck, type ShownCell, type ShownContradiction } from './answer.js';
import { type Relation } from './relations/relation.js';
import { sayCell, sayList, sayRange, showRange } from './say.js';
import { type Contradiction } from './search/contradictions.js';
import { type Table } from './table.js';

/** The names of cells by their positions. */
export function nameCells(table: Table, cells: readonly number[]): readonly CellName[] {
  return cells.flatMap((at) => {
    const cell = table.cells[at];
    return cell ? [{ partner: cell.partner, column: cell.column }] : [];
  });
}

function shownCells(table: Table, { relations, needs }: Contradiction): readonly ShownCell[] {
  const cells = [...new Set(relations.flatMap((relation) => relation.cells))].sort((a, b) => a - b);
  return cells.flatMap((at) => {
    const cell = table.cells[at];
    if (!cell?.figure) return [];
    const need = needs.get(at);
    const would = need ? showRange(need, cell) : null;
    return [{ partner: cell.partner, column: cell.column, stated: cell.figure.text, would }];
  });
}

const only = <T>(items: readonly T[]): T | null => (new Set(items).size === 1 ? (items[0] ?? null) : null);

/** A contradiction with its figures, and in words. */
export function showContradiction(table: Table, contradiction: Contradiction): ShownContradiction {
  const { relations } = contradiction;
  const formulas = [...new Set(relations.map(({ words }) => words))];
  const row = only(relations.map((relation) => relation.row));
  const cells = shownCells(table, contradiction);
  const where = row === null ? '' : `${row}: `;
  const cannot = relations.length === 1 ? 'cannot hold' : 'cannot all hold';
  const needs = cells.flatMap(({ would, stated, ...cell }) =>
    would ? [`${sayCell(cell)}, printed ${stated}, would stand for ${sayRange(would)}`] : [],
  );
  const given = needs.length > 0 ? `. The others as printed, ${sayList(needs, 'or')}.` : '.';
  return { relation: formulas.join('; '), row, cells, words: `${where}${formulas.join('; ')} ${cannot}${given}` };
}

/** Each formula of the table with the number of places where its own figures fit it. */
export function checkFormulas(table: Table, failing: ReadonlySet<Relation>): readonly FootingCheck[] {
  const formulas = new Map<string, { all: number; failing: number }>();
  for (const relation of table.relations) {
    const count = formulas.get(relation.words) ?? { all: 0, failing: 0 };
    formulas.set(relation.words, { all: count.all + 1, failing: count.failing + (failing.has(relation) ? 1 : 0) });
  }
  return [...formulas].map(([check, count]) => {
    const fits = `${count.all - count.failing} of ${count.all}`;
    return { check, holds: count.failing === 0, says: `The figures fit it in ${fits} places.` };
  });
}
