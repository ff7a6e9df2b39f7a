import type { FinancialYear } from '../../engine/calendar/financial-year.js';
import { monthsOf } from '../../engine/ledger/budget/months.js';
import type { OutturnLine } from '../../features/budgets/dto/outturn.js';
import { ledgerCrumbs, ledgerOf, type Place } from '../ledger/place.js';
import type { dateParts } from '../shared/filled.js';
import { dateInput, select, textInput, type Typed } from '../shared/inputs.js';
import { showYear } from '../shared/words.js';
import { boxOf } from './forecast-form.js';
import { showMonth } from './outturn.view-model.js';

/** What stands in the form, and where it goes. */
export interface Forecasting {
  readonly year: FinancialYear;
  readonly fund: string;
  readonly lines: readonly OutturnLine[];
  readonly boxes: ReadonlyMap<string, string>;
  readonly typed: Typed;
  readonly day: ReturnType<typeof dateParts>;
  readonly key: string;
}

/** The form with which all that a report says of a year is entered, line by line and month by month. */
export function forecastPage(place: Place, { year, fund, lines, boxes, typed, day, key }: Forecasting) {
  const months = monthsOf(year);
  const wrong = new Set(typed.errors.map(({ href }) => href));
  const outturn = {
    text: `Budget and outturn ${showYear(year)}`,
    href: `${ledgerOf(place)}/outturn/${year}?fund=${fund}`,
  };
  return {
    page: {
      title: `Enter a forecast of ${showYear(year)}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, outturn, { text: 'Enter a forecast' }),
      ...(typed.errors.length > 0 ? { errors: typed.errors } : {}),
    },
    ...{ partnership: place.partnership.name, year, fund, key, action: `${ledgerOf(place)}/forecasts` },
    months: months.map((month) => showMonth(month)),
    ...asks(typed, day, months),
    lines: lines.map(({ line, name }) => ({
      name,
      boxes: months.map((month) => {
        const box = boxOf(line, month);
        return {
          id: box,
          label: `${name}, ${showMonth(month)}`,
          value: boxes.get(box) ?? '',
          wrong: wrong.has(`#${box}`),
        };
      }),
    })),
  };
}

/** What the form asks besides the amounts. */
function asks(typed: Typed, day: Forecasting['day'], months: readonly string[]) {
  return {
    report: textInput(
      typed,
      'report',
      'The report that carries it',
      'For example, Month 6 monitoring, to the board of 12 October',
    ),
    day: dateInput(typed, 'madeOn', 'The day of the report', day, 'For example, 12 10 2026'),
    actualsTo: select(
      typed,
      'actualsTo',
      'The last month whose actual spending counts',
      months.map((month) => ({ value: month, text: showMonth(month) })),
      'If you choose none, it is the last month that is closed',
    ),
    source: textInput(typed, 'source', 'Where this comes from', 'For example, the monitoring report with its item'),
  };
}

/** What to say of each field, in the order in which the form has them. */
export const forecastSays = {
  ' key-used-otherwise': 'This form was sent already. Open a new one to enter something else',
  report: 'Enter what the report is called',
  madeOn: 'Enter the day of the report as a real date',
  actualsTo: 'Choose a month that had begun on the day of the report',
  source: 'Enter where this comes from',
};
