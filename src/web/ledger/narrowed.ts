import { showDate, showYear } from '../shared/words.js';
import { accountWords, entryName } from './ledger-names.js';
import { lineOf, named, nameOf, type Place } from './place.js';

const said = <T extends string>(value: T | undefined, words: (value: T) => string): readonly string[] =>
  value === undefined ? [] : [words(value)];

/** What a list of entries is narrowed down to, by the figure that led to it or by the form, in words. */
export function narrowed(place: Place, filters: Readonly<Record<string, string>>): readonly string[] {
  const { account, line, fund, financialYear, kind: happened, partner, from, asAt, knownAt } = filters;
  const [kind = '', of] = account?.split(':') ?? [];
  const whose = of ? `, ${place.names.has(of) ? nameOf(place, of) : lineOf(place, of)}` : '';
  const beside = (value: string | undefined) => (value === of ? undefined : value);
  return [
    ...said(happened, entryName),
    ...said(beside(partner), (one) => nameOf(place, one)),
    ...said(account, () => `${accountWords(kind).name}${whose}`),
    ...said(beside(line), (one) => `Line: ${lineOf(place, one)}`),
    ...said(fund, (one) => `Fund: ${named(one)}`),
    ...said(financialYear, (one) => `Financial year ${showYear(one)}`),
    ...said(from, (day) => `From ${showDate(day)}`),
    ...said(asAt, (day) => `Until ${showDate(day)}`),
    ...said(knownAt, (day) => `As known at ${showDate(day)}`),
  ];
}
