import { type Fraction } from '../money/fraction.js';
import { standsFor } from './display.js';
import { type Cells, type FootingDocument } from './document.js';
import { type Figure } from './figure.js';
import { toGrid } from './intervals/grid.js';
import { ANYTHING, type Interval } from './intervals/interval.js';
import { type Relation } from './relations/relation.js';
import { columnRelations } from './relations/down-columns.js';
import { lineRelations } from './relations/of-line.js';

/** One place of a table, printed or missing. */
export interface Cell {
  /** Null on the totals line. */
  readonly partner: string | null;
  readonly column: string;
  readonly unit: Fraction;
  readonly figure: Figure | undefined;
  readonly standsFor: Interval;
}

/** Every place of a table in the order in which it is read, the totals line last, and every rule between them. */
export interface Table {
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
  /** What each cell stands for, as printed. */
  readonly domains: readonly Interval[];
  /** The relations of each cell. */
  readonly relationsOf: readonly (readonly Relation[])[];
  /** The denominator of everything that is worked out: every end of what a printed figure stands for is a whole number of it. */
  readonly grid: bigint;
}

/** Further digits that are kept of what is worked out, behind those that are printed. */
const GUARD = 9n;

function cellsOf({ columns, rows, totals, display }: FootingDocument): readonly Cell[] {
  const line = (partner: string | null, cells: Cells): Cell[] =>
    columns.map(({ id, unit }) => {
      const figure = cells.get(id);
      return {
        partner,
        column: id,
        unit,
        figure,
        standsFor: figure ? standsFor(figure, unit, display) : ANYTHING,
      };
    });
  return [...rows.flatMap(({ partner, cells }) => line(partner, cells)), ...line(null, totals)];
}

function gridOf(cells: readonly Cell[]): bigint {
  const finest = cells.reduce((most, { figure, unit }) => {
    const scale = figure ? unit.denominator * 10n ** BigInt(figure.decimals) : 1n;
    return scale > most ? scale : most;
  }, 1n);
  return 2n * finest * 10n ** GUARD;
}

function alongLines(document: FootingDocument, cells: readonly Cell[]): readonly Relation[] {
  const ids = document.columns.map(({ id }) => id);
  const at = new Map(ids.map((id, i) => [id, i]));
  const relations = lineRelations(new Set(ids), document.relations);
  const lines = [...document.rows.map(({ partner }) => partner), null];
  return lines.flatMap((row, i) =>
    relations.flatMap(({ columns, needsFirst, ...relation }) => {
      const places = columns.map((column) => i * ids.length + (at.get(column) ?? 0));
      return needsFirst && !cells[places[0] ?? 0]?.figure ? [] : [{ ...relation, row, cells: places }];
    }),
  );
}

/** A document as cells and the relations between them. */
export function layOut(document: FootingDocument): Table {
  const printed = cellsOf(document);
  const grid = gridOf(printed);
  const cells = printed.map((cell) => ({ ...cell, standsFor: toGrid(cell.standsFor, grid) }));
  const relations = [...alongLines(document, cells), ...columnRelations(document, cells)];
  const relationsOf: Relation[][] = cells.map(() => []);
  for (const relation of relations) for (const cell of relation.cells) relationsOf[cell]?.push(relation);
  const domains = cells.map(({ standsFor: interval }) => interval);
  return { cells, domains, relations, relationsOf, grid };
}
