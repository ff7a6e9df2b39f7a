import { type FinancialYear } from '../../calendar/financial-year.js';
import { pointTo } from '../../outcome.js';
import { type Place, type Read, fault, placeAt } from '../../reading/place.js';
import { type Measure } from '../measure.js';
import { type Partner } from '../partner.js';
import { type Missing } from './basis.js';
import { type YearValue } from './measure-average.js';

interface Wanted {
  /** The id of a member that need not have a value. */
  readonly spared?: string | undefined;
  readonly measure: Measure;
  readonly over: readonly FinancialYear[];
  readonly missing: Missing;
}

/** Where a member's value for a year stands, or would stand, in the posted document. */
function valuePlace(place: Place, measure: Measure, ...keys: readonly string[]): Place {
  return placeAt(['values', ...keys].reduce(pointTo, measure.pointer), place.faults);
}

/** Notes each year that the measure does not have at all. */
function refuseYears(place: Place, { measure, over }: Wanted): boolean {
  const absent = over.filter((year) => !measure.values.has(year));
  for (const year of absent) {
    const wanted = `Expected values of "${measure.id}" for ${year}, which a basis is over; there are none`;
    fault(valuePlace(place, measure, year), 'missing-driver', wanted);
  }
  return absent.length > 0;
}

/** The values that one member has; null, with a fault, when it lacks one that may not be missing. */
function valuesOf(place: Place, wanted: Wanted, id: string): Read<readonly YearValue[]> {
  const { measure, over, missing } = wanted;
  const had: YearValue[] = [];
  for (const year of over) {
    const value = measure.values.get(year)?.get(id);
    if (value) had.push({ year, value });
  }
  if (had.length === over.length || (missing === 'available-years' && had.length > 0)) return had;
  if (had.length === 0 && id === wanted.spared) return had;
  if (missing === 'available-years') {
    const says = `Expected a value of "${measure.id}" for "${id}" in at least one of ${over.join(', ')}; there is none`;
    return fault(valuePlace(place, measure), 'missing-driver', says);
  }
  for (const year of over.filter((one) => measure.values.get(one)?.has(id) === false)) {
    const says = `Expected a value of "${measure.id}" for "${id}" in ${year}; there is none`;
    fault(valuePlace(place, measure, year, id), 'missing-driver', says);
  }
  return null;
}

/** Every member's values for the years asked; null, with a fault for each that is missing (formula.md, refusals). */
export function collectValues(
  place: Place,
  wanted: Wanted,
  members: readonly Partner[],
): Read<readonly (readonly YearValue[])[]> {
  if (wanted.missing === 'refuse' && refuseYears(place, wanted)) return null;
  const values = members.map(({ id }) => valuesOf(place, wanted, id));
  return values.every((ofMember) => ofMember !== null) ? values : null;
}
