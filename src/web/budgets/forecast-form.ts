import { monthsOf } from '../../engine/ledger/budget/months.js';
import type { FinancialYear } from '../../engine/calendar/financial-year.js';
import type { Forecast } from '../../features/budgets/dto/forecast.js';
import type { OutturnLine } from '../../features/budgets/dto/outturn.js';
import { field } from '../../platform/http/pages/forms.js';
import { poundsIn } from '../ledger-drafts/typed.js';
import { dateIn, filled } from '../shared/filled.js';
import type { PutRight } from '../shared/put-right.js';

/** What the form asks in plain text. */
export const forecastFields = ['report', 'actualsTo', 'source'];

/** The box of one line's one month. */
export const boxOf = (line: string, month: string): string => `amount-${line}-${month.slice(0, 7)}`;

interface Row {
  readonly line: string;
  readonly month: string;
  readonly amount: string;
}

/** What stands in the boxes, by line and month; what is empty says nothing. */
export function rowsIn(form: unknown, lines: readonly string[], year: FinancialYear): readonly Row[] {
  return lines.flatMap((line) =>
    monthsOf(year).flatMap((month) => {
      const typed = field(form, boxOf(line, month)).trim();
      return typed === '' ? [] : [{ line, month, amount: poundsIn(typed) }];
    }),
  );
}

/** What the form gave, as a use case takes it. */
export function forecastIn(
  form: unknown,
  { year, fund }: { readonly year: FinancialYear; readonly fund: string },
  rows: readonly Row[],
): object {
  const madeOn = dateIn(form, 'madeOn');
  return {
    ...filled(form, forecastFields),
    financialYear: year,
    fund,
    rows,
    ...(madeOn === undefined ? {} : { madeOn }),
  };
}

/** What the boxes hold: what was typed, or to begin with what the report before said. */
export function boxesOf(
  form: unknown,
  before: Forecast | undefined,
  lines: readonly OutturnLine[],
  year: FinancialYear,
) {
  const said = new Map(before?.rows.map(({ line, month, amount }) => [boxOf(line, month), amount]));
  const boxes = lines.flatMap(({ line }) => monthsOf(year).map((month) => boxOf(line, month)));
  return new Map(boxes.map((box) => [box, form === undefined ? (said.get(box) ?? '') : field(form, box)]));
}

/** What is wrong with a row leads to its box. */
export function atBoxes({ status, errors }: PutRight, rows: readonly Row[]): PutRight {
  const [first] = rows;
  return {
    status,
    errors: errors.map(({ text, href = '' }) => {
      const [, number] = /^#rows\/(\d+)/.exec(href) ?? [];
      const row = number === undefined ? undefined : rows[Number(number)];
      if (row)
        return {
          text: `Enter pounds, such as 103000.00, or leave it empty: “${row.amount}”`,
          href: `#${boxOf(row.line, row.month)}`,
        };
      return href === '#rows'
        ? { text: 'Enter at least one amount', href: first ? `#${boxOf(first.line, first.month)}` : '#boxes' }
        : { text, href };
    }),
  };
}
