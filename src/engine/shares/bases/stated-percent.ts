import { overOne } from '../../money/exact-parts.js';
import { type Fraction, ZERO, compare, fraction, sum } from '../../money/fraction.js';
import { readFigure } from '../../reading/decimal-field.js';
import { at, fault } from '../../reading/place.js';
import { zipById } from '../ids.js';
import { readByMember } from '../read-by-member.js';
import { sayFigure, sayList } from '../say.js';
import { type BasisRule } from './basis-rule.js';
import { splitByWeights } from './weights.js';

const HUNDRED = fraction(100n);

/** The percentages that the agreement states; they total exactly 100 (formula.md, basis). Who is left out has none. */
export const statedPercent: BasisRule<'stated-percent'> = {
  fields: ['percent'],

  read(place, fields, scope) {
    const read = readByMember(at(place, 'percent'), fields.get('percent'), scope, readFigure);
    if (!read) return null;
    const percent = read.map((figure): Fraction => figure ?? ZERO);
    const total = sum(percent);
    if (compare(total, HUNDRED) === 0) return { kind: 'stated-percent', percent, weights: overOne(percent).parts };
    const came = `Expected percentages that total exactly 100; these come to ${sayFigure(total)}`;
    return fault(at(place, 'percent'), 'not-100-percent', came);
  },

  check: () => undefined,
  stated: () => null,
  split: (basis, ask) => splitByWeights(basis.weights, ask),

  explain({ percent }, { ids, names }) {
    const figures = percent.map(sayFigure);
    const each = names.map((name, position) => `${name} ${figures[position] ?? ''}%`);
    return { words: `by the percentages stated: ${sayList(each)}`, inputs: { percent: zipById(ids, figures) } };
  },
};
