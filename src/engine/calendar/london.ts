import { type LocalDate, dayNumber, fromDayNumber } from './local-date.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The year since which the rule below is in force. */
const FIRST_YEAR = 1996;

/** The day number on which an instant falls in UTC. */
function utcDay(epochMilliseconds: number): number {
  const part = epochMilliseconds % DAY;
  return (epochMilliseconds - (part < 0 ? part + DAY : part)) / DAY;
}

/** 01:00 UTC of the last Sunday of a month, in milliseconds; `last` is the month's last day (1970-01-01 was a Thursday). */
function changeOn(last: LocalDate): number {
  const day = dayNumber(last);
  return (day - ((day + 4) % 7)) * DAY + HOUR;
}

/**
 * The calendar date in London at an instant, given in whole milliseconds since 1970-01-01T00:00Z: an hour ahead of UTC
 * from 01:00 UTC on the last Sunday of March until 01:00 UTC on the last Sunday of October, else UTC (Summer Time Act
 * 1972 as amended by the Summer Time Order 2002). Throws a RangeError outside 1996 to 2199.
 */
export function londonDate(epochMilliseconds: number): LocalDate {
  const date = fromDayNumber(utcDay(epochMilliseconds));
  const year = date.slice(0, 4);
  if (Number(year) < FIRST_YEAR) throw new RangeError('London kept other summer times before 1996');
  const begins = changeOn(`${year}-03-31` as LocalDate);
  const ends = changeOn(`${year}-10-31` as LocalDate);
  const isSummer = begins <= epochMilliseconds && epochMilliseconds < ends;
  return isSummer ? fromDayNumber(utcDay(epochMilliseconds + HOUR)) : date;
}
