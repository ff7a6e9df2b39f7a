import { type LocalDate, addDays, readDate } from '../../engine/calendar/local-date.js';
import type { LedgerClosing } from '../../features/ledger/dto/closing.js';
import type { LedgerReopening } from '../../features/ledger/dto/reopening.js';

export type MonthState = 'closed' | 'reopened' | 'open';

/** A month of the ledger with its closings, the newest first, and what was asked about each. */
export interface Month {
  readonly startsOn: string;
  readonly state: MonthState;
  readonly closings: readonly LedgerClosing[];
}

/** What the pages of months rest on. `first` is the first day that anything was posted for; none where nothing was. */
export interface MonthsKnown {
  readonly closings: readonly LedgerClosing[];
  readonly reopenings: readonly LedgerReopening[];
  readonly first: string | undefined;
  readonly today: string;
}

/** Every month that was ever closed, the latest first, and how it stands. */
export function monthsOf({ closings, reopenings }: MonthsKnown): readonly Month[] {
  const opened = new Set(reopenings.filter(({ state }) => state === 'approved').map(({ closing }) => closing));
  const days = [...new Set(closings.map(({ startsOn }) => startsOn))].sort().reverse();
  return days.map((startsOn) => {
    const own = closings.filter((one) => one.startsOn === startsOn).sort((a, b) => b.number - a.number);
    return { startsOn, state: own.some(({ id }) => !opened.has(id)) ? 'closed' : 'reopened', closings: own };
  });
}

/** The closing that may be opened again: the newest of the latest month that is closed. */
export function latestClosing(known: MonthsKnown): LedgerClosing | undefined {
  return monthsOf(known).find(({ state }) => state === 'closed')?.closings[0];
}

/** The first month that is open and to be closed next, and whether it is over; none where nothing was posted. */
export function nextMonth(known: MonthsKnown) {
  const latest = latestClosing(known)?.startsOn;
  const from = latest === undefined ? known.first : dayOfNextMonth(latest);
  if (from === undefined) return undefined;
  const startsOn = `${from.slice(0, 8)}01`;
  const endsBefore = dayOfNextMonth(startsOn);
  const lastDay = addDays(endsBefore, -1);
  return { startsOn, lastDay, isOver: endsBefore <= known.today };
}

function dayOfNextMonth(day: string): LocalDate {
  const first = readDate(`${day.slice(0, 8)}01`);
  if (!first) throw new RangeError(`No month of ${day}`);
  return readDate(`${addDays(first, 31).slice(0, 8)}01`) ?? first;
}
