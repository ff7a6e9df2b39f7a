import { fraction } from '../../money/fraction.js';
import { ANYTHING, includes, includesZero, only } from '../intervals/interval.js';
import { productOf, quotientOf, scaled } from '../intervals/product.js';
import { type PercentForm, turnOf } from './percent-form.js';
import { type Rule } from './relation.js';

const HUNDRED = fraction(100n);
const HUNDREDTH = fraction(1n, 100n);

/**
 * `[percentage, base, part]`. A percentage that may be anything says nothing of the others, even where the base is
 * nothing and the part is not: a new partner has no rise.
 */
export function percentOf(form: PercentForm): Rule {
  const { there, back } = turnOf(form);
  return {
    needs([percent = ANYTHING, base = ANYTHING, part = ANYTHING]) {
      const hundredfold = scaled(part, HUNDRED);
      const share = quotientOf(hundredfold, base);
      const k = percent.from || percent.to ? there(percent) : null;
      const needed = share && (back(share) ?? ANYTHING);
      if (!k) return [needed ?? ANYTHING, ANYTHING, ANYTHING];
      return [needed, quotientOf(hundredfold, k), scaled(productOf(k, base), HUNDREDTH)];
    },
  };
}

/** `[percentage, amount]`: the whole of an amount is 100 % of it, unless it is nothing. */
export const wholeOf: Rule = {
  needs([percent = ANYTHING, amount = ANYTHING]) {
    return [
      includesZero(amount) ? ANYTHING : only(HUNDRED),
      includes(percent, HUNDRED) ? ANYTHING : only(fraction(0n)),
    ];
  },
};
