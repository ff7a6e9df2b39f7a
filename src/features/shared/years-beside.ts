import { type FinancialYear, readFinancialYear } from '../../engine/calendar/financial-year.js';
import { type LocalDate, readDate } from '../../engine/calendar/local-date.js';

const FIRST_DAY = '1900-01-01' as LocalDate;

const starting = (start: number): FinancialYear | undefined =>
  readFinancialYear(`${start}-${String((start + 1) % 100).padStart(2, '0')}`);

/** The calendar year in which the financial year of a day begins, whether or not that is one that is handled. */
const startOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);

/** The financial year so many years later (earlier when negative); none where it is none that is handled. */
export function yearBeside(year: FinancialYear, years: number): FinancialYear | undefined {
  return starting(Number(year.slice(0, 4)) + years);
}

/** The last financial year that is over at the end of a day; none where it is none that is handled. */
export function yearOver(day: string): FinancialYear | undefined {
  return starting(startOf(day) - (day.slice(5) === '03-31' ? 0 : 1));
}

/** The first day of the financial year of a day; the first day there is, where that is earlier. */
export function yearBegan(day: LocalDate): LocalDate {
  return readDate(`${startOf(day)}-04-01`) ?? FIRST_DAY;
}
