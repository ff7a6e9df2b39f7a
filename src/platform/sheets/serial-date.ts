const DAY = 86_400_000;
/** The day that spreadsheets count from, as far as they are right: they hold that 1900 was a leap year. */
const START = Date.UTC(1899, 11, 30);
/** The day after the one that never was. */
const FIRST_SAFE = 61;
const LAST = 2_958_465;

/** The number that a spreadsheet keeps for a date; none for days before 1 March 1900, where spreadsheets disagree. */
export function serialOf(date: string): number | undefined {
  const serial = (Date.parse(`${date}T00:00:00Z`) - START) / DAY;
  return serial >= FIRST_SAFE && serial <= LAST ? serial : undefined;
}
