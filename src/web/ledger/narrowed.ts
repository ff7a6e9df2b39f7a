import { showYear } from '../shared/words.js';
import { accountWords } from './ledger-names.js';
import { named, nameOf, type Place } from './place.js';

/** What a list of entries is narrowed down to by the figure that led to it, in words. */
export function narrowed(place: Place, filters: Readonly<Record<string, string>>): readonly string[] {
  const { account, line, fund, financialYear } = filters;
  const [kind = '', of] = account?.split(':') ?? [];
  const whose = of === undefined || of === '' ? '' : `, ${place.names.has(of) ? nameOf(place, of) : named(of)}`;
  return [
    ...(account === undefined ? [] : [`${accountWords(kind).name}${whose}`]),
    ...(line === undefined || line === of ? [] : [`Line: ${named(line)}`]),
    ...(fund === undefined ? [] : [`Fund: ${named(fund)}`]),
    ...(financialYear === undefined ? [] : [`Financial year ${showYear(financialYear)}`]),
  ];
}
