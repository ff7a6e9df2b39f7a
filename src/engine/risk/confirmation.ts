import { type LocalDate, addDays } from '../calendar/local-date.js';
import { LAST_DATE, daysBefore } from './days.js';
import { type Certainty, type CertaintyChange, type RiskSource } from './position.js';

/** How far a source is confirmed, and by which change. */
export interface Confirmation {
  /** As the latest change left it; undefined when nothing was ever said. */
  readonly certainty: Certainty | undefined;
  /** The last day for which it is confirmed; undefined when there is none. */
  readonly until: LocalDate | undefined;
  /** The change that left `until` as it is. */
  readonly leftBy: CertaintyChange | undefined;
  /** The latest change. */
  readonly latest: CertaintyChange | undefined;
  /** The change since which the certainty has not been `confirmed`. */
  readonly doubtedBy: CertaintyChange | undefined;
}

const nothingSaid: Confirmation = {
  certainty: undefined,
  until: undefined,
  leftBy: undefined,
  latest: undefined,
  doubtedBy: undefined,
};

/** What a change does to an earlier confirmation when it states no date of its own. */
const withoutDate: Readonly<Record<Certainty, 'leaves' | 'ends'>> = {
  confirmed: 'leaves',
  announced: 'leaves',
  expected: 'leaves',
  'at-risk': 'ends',
  lost: 'ends',
};

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

/** The last day that stands confirmed after `change`, when `before` did before it. */
function untilAfter(change: CertaintyChange, before: LocalDate | undefined): LocalDate | undefined {
  if (change.confirmedUntil !== undefined) return change.confirmedUntil;
  if (before === undefined || withoutDate[change.certainty] === 'leaves') return before;
  return earlier(before, daysBefore(change.happenedOn, 1));
}

function after(before: Confirmation, change: CertaintyChange): Confirmation {
  const until = untilAfter(change, before.until);
  return {
    certainty: change.certainty,
    until,
    leftBy: until === before.until && before.latest ? before.leftBy : change,
    latest: change,
    doubtedBy: change.certainty === 'confirmed' ? undefined : (before.doubtedBy ?? change),
  };
}

/**
 * How far a source is confirmed after its changes, given in date order. A date that a change states stands. Without one,
 * "announced" and "expected" speak of what is to come and leave an earlier confirmation as it was; "at risk" and "lost" end
 * it with the day before they happened, so that what was confirmed and is past is never called into question (our decision).
 */
export function confirmationOf({ changes }: Pick<RiskSource, 'changes'>): Confirmation {
  return changes.reduce(after, nothingSaid);
}

/**
 * The first day for which the source is not confirmed: the day after the last confirmed one, or the source's start when it
 * never was; undefined when it is confirmed to the end of the calendar.
 */
export function firstDayOut(source: RiskSource, { until }: Confirmation): LocalDate | undefined {
  if (until === undefined) return source.startsOn;
  return until === LAST_DATE ? undefined : addDays(until, 1);
}
