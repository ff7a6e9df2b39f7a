import { type FinancialYear } from '../../calendar/financial-year.js';
import { type LocalDate } from '../../calendar/local-date.js';
import { type Pence } from '../../money/pence.js';
import { type Outcome } from '../../outcome.js';
import { readFields } from '../../reading/fields.js';
import { readMoney } from '../../reading/money-field.js';
import { type Place, type Read, at } from '../../reading/place.js';
import { readLineId, readMonth, readRows } from './read-row.js';

/** What one line is expected to spend in one month, named by its first day; below nothing where money comes back. */
export interface ForecastRow {
  readonly line: string;
  readonly month: LocalDate;
  readonly pence: Pence;
}

/** Five hundred lines, twelve months each. */
const MOST_ROWS = 6_000;

function readRow(place: Place, raw: unknown, year: FinancialYear): Read<ForecastRow> {
  const fields = readFields(place, raw, ['line', 'month', 'amount']);
  if (!fields) return null;
  const line = readLineId(at(place, 'line'), fields.get('line'));
  const month = readMonth(at(place, 'month'), fields.get('month'), year);
  const pence = readMoney(at(place, 'amount'), fields.get('amount'));
  return line === null || month === null || pence === null ? null : { line, month, pence };
}

/** The rows of a forecast of a year as they are posted, each line and month once; or every fault. */
export function readForecastRows(raw: unknown, year: FinancialYear): Outcome<readonly ForecastRow[]> {
  return readRows(
    raw,
    MOST_ROWS,
    (place, row) => readRow(place, row, year),
    ({ line, month }) => `${line} in ${month}`,
  );
}
