import { type LocalDate, readDate } from '../../engine/calendar/local-date.js';

export type Part = 'day' | 'month' | 'year';

/** What stood in each box, as it was typed. */
type Typed = Readonly<Record<Part, string>>;

/** The date that a page was asked for, none for today, or what is wrong with it and in which boxes. */
export type AsAt =
  | { readonly ok: true; readonly date: LocalDate | undefined; readonly typed: Typed }
  | { readonly ok: false; readonly message: string; readonly wrong: readonly Part[]; readonly typed: Typed };

type Query = Readonly<Record<string, unknown>>;

const parts = ['day', 'month', 'year'] as const;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads `asAt` as a link gives it (`2020-11-01`), or as the form does, in three boxes. All empty is today. */
export function readAsAt(query: Query): AsAt {
  return readDay(query, 'asAt', 'The date');
}

/** Reads a date that an address has under a name, whole or in three boxes; `called` is what people are told it is. */
export function readDay(query: Query, name: string, called: string): AsAt {
  const whole = text(query[name]);
  if (whole !== '') return readWhole(whole, called);
  const [day = '', month = '', year = ''] = parts.map((part) => text(query[`${name}-${part}`]));
  const typed = { day, month, year };
  const missing = parts.filter((part) => typed[part] === '');
  if (missing.length === 3) return { ok: true, date: undefined, typed };
  if (missing.length > 0)
    return { ok: false, message: `${called} must include a ${missing.join(' and a ')}`, wrong: missing, typed };
  return readParts(typed, called);
}

function readWhole(whole: string, called: string): AsAt {
  const looksLikeOne = /^\d+-\d+-\d+$/.test(whole);
  const [year = '', month = '', day = ''] = looksLikeOne ? whole.split('-').map((part) => part.replace(/^0+/, '')) : [];
  const typed = { day, month, year };
  const date = readDate(whole);
  return date
    ? { ok: true, date, typed }
    : { ok: false, message: `${called} must be a real date`, wrong: parts, typed };
}

function readParts(typed: Typed, called: string): AsAt {
  const refuse = (message: string, ...wrong: Part[]): AsAt => ({ ok: false, message, wrong, typed });
  const month = monthNumber(typed.month);
  if (!/^\d{4}$/.test(typed.year)) return refuse('The year must include 4 numbers', 'year');
  if (typed.year < '1900' || typed.year > '2199') return refuse('The year must be between 1900 and 2199', 'year');
  if (month === undefined) return refuse('The month must be from 1 to 12, or its name', 'month');
  const date = /^\d{1,2}$/.test(typed.day)
    ? readDate(`${typed.year}-${month}-${typed.day.padStart(2, '0')}`)
    : undefined;
  return date ? { ok: true, date, typed } : refuse(`${called} must be a real date`, ...parts);
}

/** `3`, `03`, `Mar` or `March` as `03`. */
function monthNumber(typed: string): string | undefined {
  const named = /^[a-z]{3,}$/i.test(typed) ? months.indexOf(typed.slice(0, 3).toLowerCase()) + 1 : 0;
  const number = /^\d{1,2}$/.test(typed) ? Number(typed) : named;
  return number >= 1 && number <= 12 ? String(number).padStart(2, '0') : undefined;
}

/** What a query holds under a name: its text; when it was given twice, what no date can be. */
function text(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value.trim() : '?';
}
