import { readFinancialYear, type FinancialYear } from '../../calendar/financial-year.js';
import { overOne } from '../../money/exact-parts.js';
import { type Fraction, isZero, sum } from '../../money/fraction.js';
import { readList } from '../../reading/list-field.js';
import { readOneOf } from '../../reading/one-of.js';
import { type Place, type Read, at, fault, note } from '../../reading/place.js';
import { type Measure } from '../measure.js';
import { type Scope } from '../scope.js';
import { type Average, type ByMeasure } from './basis.js';
import { type BasisRule } from './basis-rule.js';
import { explainMeasure } from './explain-measure.js';
import { averageOf, readAverage } from './measure-average.js';
import { collectValues } from './measure-values.js';
import { splitByWeights } from './weights.js';

function readMeasureName(place: Place, raw: unknown, scope: Scope): Read<Measure> {
  const measure = typeof raw === 'string' ? scope.measures.get(raw) : undefined;
  if (measure) return measure;
  if (typeof raw === 'string' && !scope.hasAllMeasures) return null;
  return note(place, 'unknown-measure', 'the id of one of the measures', raw);
}

/** The years of a measure, each once, at least one. */
function readYears(place: Place, raw: unknown): Read<readonly FinancialYear[]> {
  const list = readList(place, raw);
  if (!list) return null;
  if (list.length === 0) return fault(place, 'missing-driver', 'Expected at least one financial year; came none');
  const years = list.map(
    (item, i) => readFinancialYear(item) ?? note(at(place, i), 'not-a-year', 'a year such as "2019-20"', item ?? null),
  );
  const seen = new Set<string>();
  for (const [i, year] of years.entries()) {
    if (year !== null && seen.has(year))
      fault(at(place, i), 'duplicate-id', `Expected each year once; "${year}" came before`);
    if (year !== null) seen.add(year);
  }
  return years.every((year) => year !== null) && seen.size === years.length ? years : null;
}

interface Parts {
  readonly measure: Measure;
  readonly over: readonly FinancialYear[];
  readonly average: Average;
  readonly missing: ByMeasure['missing'];
}

/** Each member's averaged figure, unless one is missing or all are nothing. */
function weigh(place: Place, parts: Parts, scope: Scope): Read<ByMeasure> {
  if (!scope.budget.spend(place, scope.members.length * parts.over.length)) return null;
  const spared = scope.spared === undefined ? undefined : scope.members[scope.spared]?.id;
  const { measure, over, average, missing } = parts;
  const values = collectValues(place, { measure, over, missing, spared }, scope.members);
  if (!values) return null;
  const figures = values.map((ofMember): Fraction => averageOf(average, ofMember));
  const weights = overOne(figures).parts;
  if (!isZero(sum(figures))) return { kind: 'measure', measure, over, average, missing, figures, weights };
  return fault(place, 'no-weight', `Expected a figure above 0 in "${measure.id}" for at least one member; all are 0`);
}

/** In proportion to a measure over one or more years (formula.md, basis). */
export const measure: BasisRule<'measure'> = {
  fields: ['measure', 'over', 'average', 'missing'],

  read(place, fields, scope) {
    const named = readMeasureName(at(place, 'measure'), fields.get('measure'), scope);
    const over = readYears(at(place, 'over'), fields.get('over'));
    const average = over && readAverage(at(place, 'average'), fields.get('average'), over);
    const missing = readOneOf(at(place, 'missing'), fields.get('missing') ?? 'refuse', ['refuse', 'available-years']);
    return named && over && average && missing && weigh(place, { measure: named, over, average, missing }, scope);
  },

  check: () => undefined,
  stated: () => null,
  split: (basis, ask) => splitByWeights(basis.weights, ask),
  explain: explainMeasure,
};
