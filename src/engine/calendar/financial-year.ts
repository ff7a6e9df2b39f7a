import { type LocalDate } from './local-date.js';

/** 1 April to 31 March, named as councils do: `2019-20`, `1999-00`. */
export type FinancialYear = string & { readonly __text: 'financial-year' };

const SHAPE = /^(\d{4})-(\d{2})$/;

function named(start: number): FinancialYear {
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}` as FinancialYear;
}

/** A financial year as it is posted; undefined unless the second part follows the first (`2019-21` does not), 1900-01 to 2198-99. */
export function readFinancialYear(text: unknown): FinancialYear | undefined {
  const match = typeof text === 'string' && text.length === 7 ? SHAPE.exec(text) : null;
  if (match === null) return undefined;
  const start = Number(match[1]);
  return start >= 1900 && start <= 2198 && named(start) === match[0] ? named(start) : undefined;
}

/** The year's days: `2019-20` is 2019-04-01 until 2020-04-01. */
export function yearPeriod(year: FinancialYear): { readonly from: LocalDate; readonly until: LocalDate } {
  const start = Number(year.slice(0, 4));
  return { from: `${start}-04-01` as LocalDate, until: `${start + 1}-04-01` as LocalDate };
}

/** The financial year in which a London calendar date falls (INV-15). Throws a RangeError before 1 April 1900 or after 31 March 2199. */
export function financialYearOf(date: LocalDate): FinancialYear {
  const year = Number(date.slice(0, 4));
  const start = date.slice(5) < '04-01' ? year - 1 : year;
  if (start < 1900 || start > 2198) throw new RangeError(`${date} is in no financial year that is handled`);
  return named(start);
}
