import { type AsAt, readDay } from '../as-at/read-as-at.js';

/** What the list of entries was asked: the filters as its reader takes them, and the dates as they were typed. */
export interface EntriesAsked {
  readonly filters: Readonly<Record<string, string>>;
  readonly from: AsAt;
  readonly asAt: AsAt;
  readonly knownAt: AsAt;
}

const texts = ['kind', 'partner', 'account', 'line', 'fund', 'financialYear', 'cursor'];
const dates = { from: 'The first day', asAt: 'The last day', knownAt: 'The day it was known by' } as const;

/** Reads what the form or a link asks; what is left blank, and what is not known, asks nothing. */
export function readEntriesAsked(query: Readonly<Record<string, unknown>>): EntriesAsked {
  const given = texts.flatMap((name) => {
    const value = query[name];
    return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as const] : [];
  });
  const days = {
    from: readDay(query, 'from', dates.from),
    asAt: readDay(query, 'asAt', dates.asAt),
    knownAt: readDay(query, 'knownAt', dates.knownAt),
  };
  const read = Object.entries(days).flatMap(([name, day]) => (day.ok && day.date ? [[name, day.date] as const] : []));
  return { filters: Object.fromEntries([...given, ...read]), ...days };
}

/** Whether every date that was asked for is one. */
export function isSound({ from, asAt, knownAt }: EntriesAsked): boolean {
  return from.ok && asAt.ok && knownAt.ok;
}
