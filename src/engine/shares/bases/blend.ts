import { addParts, noParts, scaleParts } from '../../money/exact-parts.js';
import { type Fraction, compare, divide, fraction, sum } from '../../money/fraction.js';
import { readFigure } from '../../reading/decimal-field.js';
import { readFields } from '../../reading/fields.js';
import { readList } from '../../reading/list-field.js';
import { type Place, type Read, at, fault } from '../../reading/place.js';
import { countStretches } from '../count-stretches.js';
import { sayFigure } from '../say.js';
import { type Scope } from '../scope.js';
import { type Blend } from './basis.js';
import { type AnyBasis, type BasisRule } from './basis-rule.js';

const HUNDRED = fraction(100n);
const MOST = 20;

type Part = Blend['parts'][number];

function readPart(place: Place, raw: unknown, scope: Scope, any: AnyBasis): Read<Part> {
  const fields = readFields(place, raw, ['weight', 'basis']);
  if (!fields) return null;
  if (!scope.budget.spend(place, scope.members.length * countStretches(scope))) return null;
  const weight = readFigure(at(place, 'weight'), fields.get('weight'));
  const basis = any.read(at(place, 'basis'), fields.get('basis'), scope);
  return weight && basis && { weight, basis };
}

function readParts(place: Place, raw: unknown, scope: Scope, any: AnyBasis): Read<readonly Part[]> {
  const list = readList(place, raw, MOST);
  if (!list) return null;
  const parts = list.map((item, i) => readPart(at(place, i), item, scope, any));
  if (!parts.every((part) => part !== null)) return null;
  const total = sum(parts.map(({ weight }): Fraction => weight));
  if (compare(total, HUNDRED) === 0) return parts;
  const wanted = `Expected weights that total exactly 100; these come to ${sayFigure(total)}`;
  return fault(place, 'not-100-percent', wanted);
}

/**
 * Several bases, weights totalling 100 (formula.md, basis). Each gives its exact amounts of the whole, and they count by
 * weight, as `transition` blends old and new (our decision); stated amounts are weights here.
 */
export const blend: BasisRule<'blend'> = {
  fields: ['parts'],

  read(place, fields, scope, any) {
    const parts = readParts(at(place, 'parts'), fields.get('parts'), scope, any);
    return parts && { kind: 'blend', parts };
  },

  check(place, { parts }, net, any) {
    for (const [i, { basis }] of parts.entries()) any.checkWithin(at(at(at(place, 'parts'), i), 'basis'), basis, net);
  },

  stated: () => null,

  split({ parts }, ask, any) {
    return parts.reduce((so, { weight, basis }) => {
      return addParts(so, scaleParts(any.split(basis, ask), divide(weight, HUNDRED)));
    }, noParts(ask.present.length));
  },

  explain({ parts }, telling, any) {
    const told = parts.map(({ weight, basis }) => ({
      weight: sayFigure(weight),
      basis,
      ...any.explain(basis, telling),
    }));
    const words = told.map(({ weight, words: each }) => `${weight}% ${each}`).join('; ');
    return {
      words: `in ${parts.length} parts: ${words}`,
      inputs: { parts: told.map(({ weight, basis, inputs }) => ({ weight, kind: basis.kind, ...inputs })) },
    };
  },
};
