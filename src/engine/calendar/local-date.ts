/** A calendar date, `YYYY-MM-DD`, Gregorian, 1900 to 2199. As text it sorts as time does. */
export type LocalDate = string & { readonly __text: 'local-date' };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Days before each month of a year that is not a leap year; index 12 is the whole year. */
const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const;
/** Days from 1 January of year 1 to 1 January 1970. */
const TO_1970 = 719_162;
const FIRST = -25_567; // 1900-01-01
const LAST = 84_005; // 2199-12-31

/** Whole part of a ÷ b for whole numbers that are not negative. */
function whole(a: number, b: number): number {
  return (a - (a % b)) / b;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of the year before the first of `month` (1 to 13). */
function daysBefore(year: number, month: number): number {
  return (BEFORE_MONTH[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0);
}

/** Days from 1 January of year 1 to 1 January of `year`. */
function daysBeforeYear(year: number): number {
  const past = year - 1;
  return 365 * past + whole(past, 4) - whole(past, 100) + whole(past, 400);
}

/** A date as it is posted; undefined unless it is one (`2019-02-29` is not) from 1900 to 2199. */
export function readDate(text: unknown): LocalDate | undefined {
  const match = typeof text === 'string' && text.length === 10 ? SHAPE.exec(text) : null;
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return undefined;
  const length = daysBefore(year, month + 1) - daysBefore(year, month);
  return day >= 1 && day <= length ? (match[0] as LocalDate) : undefined;
}

/** Days since 1970-01-01; negative before it. */
export function dayNumber(date: LocalDate): number {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  return daysBeforeYear(year) + daysBefore(year, month) + day - 1 - TO_1970;
}

/** The date that is `days` days after 1970-01-01. Throws a RangeError outside 1900 to 2199 or off a whole day. */
export function fromDayNumber(days: number): LocalDate {
  if (!Number.isInteger(days) || days < FIRST || days > LAST) throw new RangeError(`No date for day ${days}`);
  const count = days + TO_1970;
  let year = whole(count, 366) + 1;
  while (daysBeforeYear(year + 1) <= count) year += 1;
  const ofYear = count - daysBeforeYear(year);
  let month = 1;
  while (daysBefore(year, month + 1) <= ofYear) month += 1;
  const day = ofYear - daysBefore(year, month) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;
}

/** The date `days` later (earlier when negative). Throws a RangeError outside 1900 to 2199. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** How many days from `from` to `until`: 1 from a day to the next, negative backwards. */
export function daysBetween(from: LocalDate, until: LocalDate): number {
  return dayNumber(until) - dayNumber(from);
}
