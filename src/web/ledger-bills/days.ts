import type { LocalDate } from '../../engine/calendar/local-date.js';
import { dayErrors, dayInput } from '../as-at/as-at.view-model.js';
import { type AsAt, readDay } from '../as-at/read-as-at.js';
import type { Link } from '../shared/page.js';

const asks = {
  from: ['The first day', 'From', 'For example, 1 4 2026. Leave all three empty for the start of the financial year.'],
  asAt: ['The last day', 'As it stood at the end of', 'For example, 31 3 2026. Leave all three empty for today.'],
  knownAt: [
    'The day it was known by',
    'As it was known at the end of',
    'For example, 30 4 2026. What was recorded later is left out. Leave all three empty for all that is known now.',
  ],
} as const;

type Day = keyof typeof asks;

/** The days that a page was asked for: those that are dates, their boxes, and what is wrong with them. */
export interface DaysAsked {
  readonly ok: boolean;
  readonly days: Readonly<Partial<Record<Day, LocalDate>>>;
  readonly inputs: readonly object[];
  readonly errors: readonly Link[];
}

/** Reads days as links give them, or as a form does in three boxes. */
export function readDaysAsked(query: Readonly<Record<string, unknown>>, names: readonly Day[]): DaysAsked {
  const read = names.map((name): readonly [Day, AsAt] => [name, readDay(query, name, asks[name][0])]);
  const given = read.flatMap(([name, day]) => (day.ok && day.date ? [[name, day.date] as const] : []));
  return {
    ok: read.every(([, day]) => day.ok),
    days: Object.fromEntries(given),
    inputs: read.map(([name, day]) => dayInput(name, day, asks[name][1], asks[name][2])),
    errors: read.flatMap(([name, day]) => dayErrors(name, day)),
  };
}

/** The days in an address, after its question mark; nothing where none was asked for. */
export function daysIn(days: DaysAsked['days'], more: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries<string | undefined>({ ...more, ...days }).flatMap(([name, value]) =>
    value ? [[name, value] as [string, string]] : [],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
