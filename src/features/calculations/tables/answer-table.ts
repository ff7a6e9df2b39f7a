import type { Outcome } from '../../../engine/outcome.js';
import { type Cell, writeCsv } from '../../../platform/http/csv.js';
import type { CalculationKind, calculators } from '../kinds.js';

/** The answer of one kind of calculation. */
export type AnswerOf<K extends CalculationKind> =
  ReturnType<(typeof calculators)[K]> extends Outcome<infer A> ? A : never;

/** A table of figures, one line each; what has no figure is empty. */
export interface AnswerTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Pounds as a number, so that a spreadsheet adds it up and one below nothing stays a number; exact as far as money is handled. */
export const figure = (pounds: string): number => Number(pounds);

type Tables = { readonly [K in CalculationKind]: (answer: AnswerOf<K>) => AnswerTable };

const tables: Tables = {
  shares: ({ partners, unallocated }) => ({
    header: ['partner', 'pot', 'line', 'amount'],
    rows: [
      ...partners.flatMap(({ partner, pots }) =>
        pots.flatMap(({ pot, shared, lines }) => [
          [partner, pot, null, figure(shared)],
          ...lines.map(({ line, amount }) => [partner, pot, line, figure(amount)]),
        ]),
      ),
      ...unallocated.map(({ pot, line = null, amount }) => [null, pot, line, figure(amount)]),
    ],
  }),

  variance: ({ steps, toDecide }) => ({
    header: ['of', 'cause', 'line', 'step', 'clause', 'partner', 'amount'],
    rows: [
      ...steps.flatMap(({ of, cause = null, line = null, kind, clause = null, partners, took }) => {
        const whose = Object.entries(partners);
        const on: readonly (readonly [string | null, string])[] = whose.length > 0 ? whose : [[null, signed(of, took)]];
        return on.map(([partner, amount]) => [of, cause, line, kind, clause, partner, figure(amount)]);
      }),
      ...toDecide.map(({ of, cause = null, line = null, amount }) => [
        ...[of, cause, line, 'undetermined', null, null],
        figure(signed(of, amount)),
      ]),
    ],
  }),

  footing: ({ contradictions }) => ({
    header: ['relation', 'row', 'partner', 'column', 'stated', 'from', 'to'],
    rows: contradictions.flatMap(({ relation, row, cells }) =>
      cells.map(({ partner, column, stated, would }) => [
        ...[relation, row, partner, column, stated],
        ...[would?.from ?? null, would?.to ?? null],
      ]),
    ),
  }),

  'true-up': ({ partners, unallocated }) => ({
    header: [
      'partner',
      'pot',
      'recorded',
      'later',
      'difference',
      'data',
      'spend',
      'rule',
      'membership',
      'several causes',
    ],
    rows: [
      ...partners.flatMap(({ partner, pots }) => pots.map((pot) => [partner, ...trueUpCells(pot)])),
      ...unallocated.map((pot) => [null, ...trueUpCells(pot)]),
    ],
  }),

  compare: ({ partners, alternatives }) => ({
    header: ['partner', 'alternative', 'amount', 'gap', 'percent'],
    rows: [
      ...partners.flatMap(({ partner, amounts }) =>
        amounts.map(({ alternative, amount, gap, percent }) => [
          ...[partner, alternative, figure(amount), figure(gap)],
          percent === undefined ? null : figure(percent),
        ]),
      ),
      ...alternatives
        .filter(({ unallocated }) => unallocated !== '0.00')
        .map(({ id, unallocated }) => [null, id, figure(unallocated), null, null]),
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
  return [pot, ...amounts.map(figure)];
}

/** The answer of a recorded calculation as a table for a spreadsheet: what is in its column of amounts adds up to its total. */
export function answerCsv(kind: CalculationKind, answer: object): string {
  const { header, rows } = (tables[kind] as (answer: object) => AnswerTable)(answer);
  return writeCsv(header, rows);
}
