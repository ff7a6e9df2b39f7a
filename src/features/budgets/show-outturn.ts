import type { LocalDate } from '../../engine/calendar/local-date.js';
import type { FinancialYear } from '../../engine/calendar/financial-year.js';
import { monthsOf } from '../../engine/ledger/budget/months.js';
import type { Outturn, OutturnCheck, OutturnFacts } from '../../engine/ledger/budget/outturn.js';
import type { Pence } from '../../engine/money/pence.js';
import { toPounds } from '../shared/money.js';
import type { LedgerOutturn, OutturnFigures } from './dto/outturn.js';
import type { OutturnRow } from './outturn.query.js';

const inPence = <T extends { readonly pence: string }>(rows: readonly T[]) =>
  rows.map((row) => ({ ...row, pence: BigInt(row.pence) as Pence }));

/** What an outturn is worked out from: to the month that the report states, else to the last that is closed. */
export function factsOf(row: OutturnRow, year: FinancialYear): OutturnFacts {
  const month = <T extends { readonly month: string }>(one: T) => ({ ...one, month: one.month as LocalDate });
  return {
    actualsTo: (row.report?.actualsTo ?? row.closed_to) as LocalDate | null,
    months: monthsOf(year),
    budget: inPence(row.budget),
    spent: inPence(row.spent).map(month),
    committed: inPence(row.committed),
    forecast: inPence(row.report?.rows ?? []).map(month),
  };
}

function inPounds(figures: Readonly<Record<keyof OutturnFigures, bigint>>): OutturnFigures {
  const { budget, actual, since, committed, forecast, outturn, variance } = figures;
  return {
    ...{ budget: toPounds(budget), actual: toPounds(actual), since: toPounds(since), committed: toPounds(committed) },
    ...{ forecast: toPounds(forecast), outturn: toPounds(outturn), variance: toPounds(variance) },
  };
}

const words: Readonly<Record<OutturnCheck['check'], string>> = {
  'budget-foots': 'The budgets of the lines come to the budget.',
  'actual-foots': 'What was spent on the lines comes to what the ledger says was spent.',
  'committed-foots': 'What is committed on the lines comes to what orders still hold.',
  'forecast-foots': 'What is forecast for the lines comes to the forecast.',
  'outturn-foots': 'The outturns of the lines come to actual and forecast together.',
  'every-month-forecast': 'Every line has a forecast of each month after the actual spending.',
};

function sayCheck({ check, holds, off }: OutturnCheck) {
  if (holds) return { check, holds, says: words[check] };
  const not =
    check === 'every-month-forecast'
      ? 'This does not hold: what has none counts as nothing.'
      : `It is ${toPounds(off)} off.`;
  return { check, holds, says: `${words[check]} ${not}` };
}

/** The lines, totals and checks of an outturn, in pounds and words. */
export function showOutturn({ lines, total, checks }: Outturn): Pick<LedgerOutturn, 'lines' | 'total' | 'checks'> {
  return {
    lines: lines.map((line) => ({ line: line.line, name: line.name, ...inPounds(line) })),
    total: inPounds(total),
    checks: checks.map(sayCheck),
  };
}
