import type { Outcome } from '../../../engine/outcome.js';
import { type Cell, writeCsv } from '../../../platform/http/csv.js';
import type { Column, Table } from '../../../platform/sheets/table.js';
import type { CalculationKind, calculators } from '../kinds.js';

/** The answer of one kind of calculation. */
export type AnswerOf<K extends CalculationKind> =
  ReturnType<(typeof calculators)[K]> extends Outcome<infer A> ? A : never;

/** A table of figures, one line each; what has no figure is empty. Money is text in pounds. */
type AnswerTable = Pick<Table, 'columns' | 'rows'>;

/** Columns of which those named by `money` hold pounds. */
function columns(names: string, money = 'amount'): readonly Column[] {
  const pounds = money.split(', ');
  return names.split(', ').map((name) => ({ name, kind: pounds.includes(name) ? 'money' : 'text' }));
}

type Tables = { readonly [K in CalculationKind]: (answer: AnswerOf<K>) => AnswerTable };

const tables: Tables = {
  shares: ({ partners, unallocated }) => ({
    columns: columns('partner, pot, line, amount'),
    rows: [
      ...partners.flatMap(({ partner, pots }) =>
        pots.flatMap(({ pot, shared, lines }) => [
          [partner, pot, null, shared],
          ...lines.map(({ line, amount }) => [partner, pot, line, amount]),
        ]),
      ),
      ...unallocated.map(({ pot, line = null, amount }) => [null, pot, line, amount]),
    ],
  }),

  variance: ({ steps, toDecide }) => ({
    columns: columns('of, cause, line, step, clause, partner, amount'),
    rows: [
      ...steps.flatMap(({ of, cause = null, line = null, kind, clause = null, partners, took }) => {
        const whose = Object.entries(partners);
        const on: readonly (readonly [string | null, string])[] = whose.length > 0 ? whose : [[null, signed(of, took)]];
        return on.map(([partner, amount]) => [of, cause, line, kind, clause, partner, amount]);
      }),
      ...toDecide.map(({ of, cause = null, line = null, amount }) => [
        ...[of, cause, line, 'undetermined', null, null],
        signed(of, amount),
      ]),
    ],
  }),

  footing: ({ contradictions }) => ({
    columns: columns('relation, row, partner, column, stated, from, to'),
    rows: contradictions.flatMap(({ relation, row, cells }) =>
      cells.map(({ partner, column, stated, would }) => [
        ...[relation, row, partner, column, stated],
        ...[would?.from ?? null, would?.to ?? null],
      ]),
    ),
  }),

  'true-up': ({ partners, unallocated }) => ({
    columns: columns(
      'partner, pot, recorded, later, difference, data, spend, rule, membership, several causes',
      'recorded, later, difference, data, spend, rule, membership, several causes',
    ),
    rows: [
      ...partners.flatMap(({ partner, pots }) => pots.map((pot) => [partner, ...trueUpCells(pot)])),
      ...unallocated.map((pot) => [null, ...trueUpCells(pot)]),
    ],
  }),

  compare: ({ partners, alternatives }) => ({
    columns: columns('partner, alternative, amount, gap, percent', 'amount, gap'),
    rows: [
      ...partners.flatMap(({ partner, amounts }) =>
        amounts.map(({ alternative, amount, gap, percent }) => [
          ...[partner, alternative, amount, gap],
          percent ?? null,
        ]),
      ),
      ...alternatives
        .filter(({ unallocated }) => unallocated !== '0.00')
        .map(({ id, unallocated }) => [null, id, unallocated, null, null]),
    ],
  }),
};

/** What is below nothing for partners stands so where it falls on none, too: the column adds up to the variance. */
function signed(of: 'overspend' | 'underspend', amount: string): string {
  return of === 'underspend' && Number(amount) !== 0 ? `-${amount}` : amount;
}

type PotTrueUp = AnswerOf<'true-up'>['unallocated'][number];

function trueUpCells({ pot, recorded, later, difference, because }: PotTrueUp): readonly Cell[] {
  const one = (cause: string) =>
    because.find(({ causes }) => causes.length === 1 && causes[0] === cause)?.amount ?? '0.00';
  const several = because.find(({ causes }) => causes.length > 1)?.amount ?? '0.00';
  const amounts = [recorded, later, difference, one('data'), one('spend'), one('rule'), one('membership'), several];
  return [pot, ...amounts];
}

/** The answer of a recorded calculation as a table for a spreadsheet: what is in its column of amounts adds up to its total. */
export function answerTable(kind: CalculationKind, answer: object): Table {
  return { name: kind, ...(tables[kind] as (answer: object) => AnswerTable)(answer) };
}

/** The same as CSV: pounds as numbers, so that one below nothing is no text, and exact as far as money is handled. */
export function answerCsv(kind: CalculationKind, answer: object): string {
  const { columns: named, rows } = answerTable(kind, answer);
  const cellOf = (value: Cell, position: number) =>
    named[position]?.kind === 'money' && value !== null ? Number(value) : value;
  return writeCsv(
    named.map(({ name }) => name),
    rows.map((row) => row.map(cellOf)),
  );
}
