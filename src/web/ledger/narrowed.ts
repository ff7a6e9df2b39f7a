import { showDate, showYear } from '../shared/words.js';
import { accountWords, entryName } from './ledger-names.js';
import { named, nameOf, type Place } from './place.js';

const daysIn = {
  from: 'From',
  asAt: 'Until',
  knownAt: 'As known at',
} as const;

/** What a list of entries is narrowed down to, by the figure that led to it or by the form, in words. */
export function narrowed(place: Place, filters: Readonly<Record<string, string>>): readonly string[] {
  const { account, line, fund, financialYear, kind: happened, partner } = filters;
  const [kind = '', of] = account?.split(':') ?? [];
  const whose = of === undefined || of === '' ? '' : `, ${place.names.has(of) ? nameOf(place, of) : named(of)}`;
  const days = Object.entries(daysIn).flatMap(([name, says]) => {
    const day = filters[name];
    return day === undefined ? [] : [`${says} ${showDate(day)}`];
  });
  return [
    ...(happened === undefined ? [] : [entryName(happened)]),
    ...(partner === undefined || partner === of ? [] : [nameOf(place, partner)]),
    ...(account === undefined ? [] : [`${accountWords(kind).name}${whose}`]),
    ...(line === undefined || line === of ? [] : [`Line: ${named(line)}`]),
    ...(fund === undefined ? [] : [`Fund: ${named(fund)}`]),
    ...(financialYear === undefined ? [] : [`Financial year ${showYear(financialYear)}`]),
    ...days,
  ];
}
