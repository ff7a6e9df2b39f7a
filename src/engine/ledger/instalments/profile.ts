import { type FinancialYear, yearPeriod } from '../../calendar/financial-year.js';
import { addDays, type LocalDate } from '../../calendar/local-date.js';

/** How a year's share falls due: equal parts, at the start of each quarter or month or at its end. */
export const profiles = {
  'quarters-in-advance': { everyMonths: 3, arrears: false },
  'quarters-in-arrears': { everyMonths: 3, arrears: true },
  'months-in-advance': { everyMonths: 1, arrears: false },
  'months-in-arrears': { everyMonths: 1, arrears: true },
} as const satisfies Readonly<Record<string, { everyMonths: number; arrears: boolean }>>;

export type Profile = keyof typeof profiles;

/** The first of the month that comes `months` after the first of April of a year. */
function firstOf(year: FinancialYear, months: number): LocalDate {
  const start = Number(year.slice(0, 4));
  const month = 3 + months;
  const [inYear, ofYear] = month >= 12 ? [month - 12, start + 1] : [month, start];
  return `${ofYear}-${String(inYear + 1).padStart(2, '0')}-01` as LocalDate;
}

/** The days on which a year's share falls due, the earliest first: in advance the first day of each part, in arrears its last. */
export function dueDays(year: FinancialYear, profile: Profile): readonly LocalDate[] {
  const { everyMonths, arrears } = profiles[profile];
  const starts: LocalDate[] = [];
  for (let months = 0; months < 12; months += everyMonths) starts.push(firstOf(year, months));
  if (!arrears) return starts;
  const { until } = yearPeriod(year);
  return starts.map((_, index) => addDays(starts[index + 1] ?? until, -1));
}
