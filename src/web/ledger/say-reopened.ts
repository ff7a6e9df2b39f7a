import { londonDate } from '../../engine/calendar/london.js';
import type { ReopenedMonth } from '../../features/shared/reopened.js';
import { showDate } from '../shared/words.js';

/** A month in words: `2026-04-01` as `April 2026`. */
export const monthName = (startsOn: string): string => showDate(startsOn).replace(/^\d+ /, '');

/** `Finance lead of bcp` as `Finance lead of Bournemouth, Christchurch and Poole Council`. */
function office({ authority, authorityName, recordedBy }: ReopenedMonth['asked']): string {
  const own = ` of ${authority}`;
  return `${recordedBy.endsWith(own) ? recordedBy.slice(0, -own.length) : recordedBy} of ${authorityName}`;
}

/** That a month was closed and opened again: when, why, and by whom. */
export function sayReopened({ startsOn, reopenedAt, why, asked, approved }: ReopenedMonth): string {
  const when = showDate(londonDate(Date.parse(reopenedAt)));
  return `${monthName(startsOn)} was closed, and opened again on ${when}: “${why}”. Asked for by ${office(asked)}, approved by ${office(approved)}.`;
}
