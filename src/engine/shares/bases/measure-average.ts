import { type FinancialYear } from '../../calendar/financial-year.js';
import { type Fraction, ONE, ZERO, add, divide, fraction, isZero, multiply, sum } from '../../money/fraction.js';
import { readFigure } from '../../reading/decimal-field.js';
import { readFields, readKeyed } from '../../reading/fields.js';
import { type Place, type Read, at, fault, note } from '../../reading/place.js';
import { type Average } from './basis.js';

/** One member's value in one year. */
export interface YearValue {
  readonly year: FinancialYear;
  readonly value: Fraction;
}

function readWeights(place: Place, raw: unknown, over: readonly FinancialYear[]): Read<Average> {
  const fields = readKeyed(place, raw);
  if (!fields) return null;
  for (const year of fields.keys()) {
    if (fields.has(year) && !over.some((one) => one === year))
      fault(at(place, year), 'unknown-field', `Expected only years of "over"`);
  }
  const weights = over.map((year) => [year, readFigure(at(place, year), fields.get(year))] as const);
  const read = weights.flatMap(([year, weight]) => (weight ? [[year, weight] as const] : []));
  if (read.length < over.length) return null;
  return read.some(([, weight]) => !isZero(weight))
    ? new Map(read)
    : fault(place, 'no-weight', 'Expected at least one year with a weight above 0; all are 0');
}

/** How the years make one figure: `"mean"` (also when left out), `"sum"`, or `{ "weights": { year: weight } }` for each year. */
export function readAverage(place: Place, raw: unknown, over: readonly FinancialYear[]): Read<Average> {
  if (raw === undefined || raw === 'mean') return 'mean';
  if (raw === 'sum') return 'sum';
  if (typeof raw !== 'object') return note(place, 'not-one-of', '"mean", "sum" or { "weights": … }', raw);
  const fields = readFields(place, raw, ['weights']);
  return fields && readWeights(at(place, 'weights'), fields.get('weights'), over);
}

/** One member's figure from the values it has; nothing when it has none. */
export function averageOf(average: Average, values: readonly YearValue[]): Fraction {
  if (values.length === 0) return ZERO;
  const total = sum(values.map(({ value }) => value));
  if (average === 'sum') return total;
  if (average === 'mean') return divide(total, fraction(BigInt(values.length)));
  const weightOf = (year: FinancialYear): Fraction => average.get(year) ?? ONE;
  const weights = sum(values.map(({ year }) => weightOf(year)));
  if (isZero(weights)) return weights;
  const weighted = values.reduce((so, { year, value }) => add(so, multiply(value, weightOf(year))), ZERO);
  return divide(weighted, weights);
}
