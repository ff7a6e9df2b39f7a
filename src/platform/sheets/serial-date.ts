const DAY = 86_400_000;
/** The day that spreadsheets count from, as far as they are right: they hold that 1900 was a leap year. */
const START = Date.UTC(1899, 11, 30);
const START_1904 = Date.UTC(1904, 0, 1);
/** The day after the one that never was. */
const FIRST_SAFE = 61;
const LAST = 2_958_465;

/** The number that a spreadsheet keeps for a date; none for days before 1 March 1900, where spreadsheets disagree. */
export function serialOf(date: string): number | undefined {
  const serial = (Date.parse(`${date}T00:00:00Z`) - START) / DAY;
  return serial >= FIRST_SAFE && serial <= LAST ? serial : undefined;
}

/**
 * The date that a spreadsheet shows for a number. Of day 60 it shows 29 February 1900, which never was: so does this, and
 * whoever checks dates refuses it. None where the number is no whole day, or beyond the year 9999.
 */
export function dateOfSerial(number: string, from1904: boolean): string | undefined {
  const serial = /^\d{1,7}(\.0+)?$/.test(number) ? Number.parseInt(number, 10) : undefined;
  if (serial === undefined || serial > LAST) return undefined;
  if (from1904) return dayAfter(START_1904, serial);
  if (serial === 60) return '1900-02-29';
  if (serial === 0) return undefined;
  return dayAfter(START, serial < 60 ? serial + 1 : serial);
}

function dayAfter(start: number, days: number): string | undefined {
  const text = new Date(start + days * DAY).toISOString();
  return /^\d{4}-/.test(text) ? text.slice(0, 10) : undefined;
}
