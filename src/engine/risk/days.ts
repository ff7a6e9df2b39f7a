import { type LocalDate, addDays, daysBetween } from '../calendar/local-date.js';

/** The ends of the calendar that is handled. */
const FIRST_DATE = '1900-01-01' as LocalDate;
export const LAST_DATE = '2199-12-31' as LocalDate;

/** The later of dates; those that are undefined do not count. */
export function latestOf(first: LocalDate, ...others: readonly (LocalDate | undefined)[]): LocalDate {
  return others.reduce<LocalDate>((latest, date) => (date !== undefined && date > latest ? date : latest), first);
}

/** The earliest of dates; undefined when there are none. */
export function earliestOf(dates: readonly LocalDate[]): LocalDate | undefined {
  return dates.reduce<LocalDate | undefined>(
    (first, date) => (first === undefined || date < first ? date : first),
    undefined,
  );
}

/** The date `days` before, and no earlier than the calendar goes. */
export function daysBefore(date: LocalDate, days: number): LocalDate {
  return daysBetween(FIRST_DATE, date) < days ? FIRST_DATE : addDays(date, -days);
}
