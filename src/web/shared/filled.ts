import { field } from '../../platform/http/pages/forms.js';

export const asItIs = (name: string): string => name;

/** What a form gave, as a use case takes it: the fields that have something in them, without the spaces around. */
export function filled(form: unknown, names: readonly string[], nameOf = asItIs): Record<string, string> {
  const given = names.map((name) => [name, field(form, nameOf(name)).trim()] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

const parts = ['day', 'month', 'year'] as const;

/** The three parts of a date, as they were typed. */
export function dateParts(form: unknown, name: string): Readonly<Record<(typeof parts)[number], string>> {
  const [day = '', month = '', year = ''] = parts.map((part) => field(form, `${name}-${part}`).trim());
  return { day, month, year };
}

/** A date typed in three parts, as `2026-11-22`; nothing where all are blank. What is no date comes out as none. */
export function dateIn(form: unknown, name: string): string | undefined {
  const { day, month, year } = dateParts(form, name);
  if (day + month + year === '') return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
