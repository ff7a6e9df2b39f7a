import { type FinancialYear } from '../../calendar/financial-year.js';
import { type LocalDate } from '../../calendar/local-date.js';

/** The first day of each month of a financial year, April to March. */
export function monthsOf(year: FinancialYear): readonly LocalDate[] {
  const start = Number(year.slice(0, 4));
  return Array.from({ length: 12 }, (_, at) => {
    const month = at < 9 ? at + 4 : at - 8;
    return `${at < 9 ? start : start + 1}-${String(month).padStart(2, '0')}-01` as LocalDate;
  });
}
