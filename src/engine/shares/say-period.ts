import { type LocalDate, addDays } from '../calendar/local-date.js';
import { type Period, days } from '../calendar/period.js';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `1 April 2020`. */
export function sayDate(date: LocalDate): string {
  return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}

/** `1 day`, `2 days`. */
export function sayDays(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** `from 1 April 2020 to 31 March 2021 (365 days)`: the last day that counts, as people say it. */
export function sayStretch({ period }: { readonly period: Period }): string {
  const last = addDays(period.until, -1);
  return `from ${sayDate(period.from)} to ${sayDate(last)} (${sayDays(days(period))})`;
}
