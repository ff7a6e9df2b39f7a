import { scaleParts } from '../../money/exact-parts.js';
import { type Fraction, compare, fraction, multiply, readDecimal } from '../../money/fraction.js';
import { type Place, type Read, at, fault, note } from '../../reading/place.js';
import { sayFigure, sayPounds } from '../say.js';
import { type AdjustmentRule } from './adjustment-rule.js';

/** A rate in percent; an index may also fall, but by no more than everything. */
function readRate(place: Place, raw: unknown): Read<Fraction> {
  const isFall = typeof raw === 'string' && raw.startsWith('-');
  const size = readDecimal(isFall ? raw.slice(1) : raw);
  if (!size) return note(place, 'not-a-decimal', 'a percentage as text, such as "2.5"', raw);
  const rate = isFall ? multiply(size, fraction(-1n)) : size;
  if (compare(rate, fraction(-100n)) >= 0) return rate;
  return fault(place, 'not-a-decimal', 'Expected a rate that takes off no more than everything, "-100" or above');
}

/** Rate = the lesser of the two; every amount and the total × (1 + rate ÷ 100) (formula.md, adjustments). */
export const indexation: AdjustmentRule<'index'> = {
  fields: ['percent', 'cap'],

  read(place, fields) {
    const percent = readRate(at(place, 'percent'), fields.get('percent'));
    const raw = fields.get('cap');
    const cap = raw === undefined ? undefined : readRate(at(place, 'cap'), raw);
    return percent && cap !== null ? { kind: 'index', percent, cap } : null;
  },

  apply({ percent, cap }, account) {
    const isCapped = cap !== undefined && compare(cap, percent) < 0;
    const rate = isCapped ? cap : percent;
    const factor = fraction(100n * rate.denominator + rate.numerator, 100n * rate.denominator);
    const total = multiply(account.total, factor);
    const limited = () => (isCapped ? ` (the index of ${sayFigure(percent)}% is limited)` : '');
    return {
      account: {
        ...account,
        total,
        unallocated: multiply(account.unallocated, factor),
        exact: scaleParts(account.exact, factor),
      },
      tell: () => ({
        words: `Every amount changes by ${sayFigure(rate)}%${limited()}: × ${sayFigure(factor)}, in all ${sayPounds(total)}.`,
        inputs: { percent: sayFigure(percent), ...(cap && { cap: sayFigure(cap) }), rate: sayFigure(rate) },
      }),
    };
  },
};
