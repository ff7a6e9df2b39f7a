import { addDays, readDate } from '../../engine/calendar/local-date.js';
import { yearBegan } from '../../features/shared/years-beside.js';
import { showYear } from '../shared/words.js';

interface InForce {
  readonly from: string;
  readonly until: string | null;
}

/** A financial year that some version is in force in, and where its statement is. */
export interface StatementLink {
  readonly text: string;
  readonly href: string;
}

/** The longest that an agreement without an end is looked ahead. */
const YEARS_AHEAD = 1;
/** The first and the last financial year that are handled begin in these. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2198];

/** Every financial year in which some version is in force, the newest first, no further than the year after `today`'s. */
export function statementYears(partnership: string, days: readonly InForce[], today: string): readonly StatementLink[] {
  const last = startOf(today) + YEARS_AHEAD;
  const years = new Set(
    days.flatMap(({ from, until }) => span(startOf(from), until === null ? last : startOf(until, -1))),
  );
  return [...years]
    .sort((a, b) => b - a)
    .map((start) => `${start}-${String((start + 1) % 100).padStart(2, '0')}`)
    .map((year) => ({ text: showYear(year), href: `/partnerships/${partnership}/share-statements/${year}` }));
}

/** The calendar year in which the financial year of a date, moved by some days, begins, of those that are handled. */
function startOf(text: string, moved = 0): number {
  const date = readDate(text);
  if (!date) throw new Error('A date came past the door unchecked.');
  return Math.min(Math.max(Number(yearBegan(addDays(date, moved)).slice(0, 4)), FIRST_YEAR), LAST_YEAR);
}

function span(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}
