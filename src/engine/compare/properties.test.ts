import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answered, anyAdjusted } from '../../../test/support/any-document.js';
import { cases } from '../../../test/support/cases.js';
import { answersOrRefuses, anySpoilt, anyThing } from '../../../test/support/hostile.js';
import { minus, over, pence, ratio, times } from '../../../test/support/ratio.js';
import { answerCompare } from './calculate-compare.js';

const anyComparison = fc.array(anyAdjusted, { minLength: 2, maxLength: 4 }).chain((documents) =>
  fc.nat(documents.length - 1).map((named) => ({
    against: `v${named}`,
    alternatives: documents.map((document, i) => ({ id: `v${i}`, document })),
  })),
);
const exact = (text: string) => {
  const [n, d = '1'] = text.split('/');
  return ratio(BigInt(n!), BigInt(d));
};

it('gives every partner what each calculation alone gives it, with gaps that foot', () => {
  fc.assert(
    fc.property(anyComparison, ({ against, alternatives }) => {
      const outcome = answerCompare({ against, alternatives });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
      const { partners, checks } = outcome.value;
      expect(checks.filter(({ holds }) => !holds)).toEqual([]);
      const alone = alternatives.map(({ document }) => new Map(answered(document).partners.map((p) => [p.partner, p])));
      const named = alternatives.findIndex(({ id }) => id === against);
      for (const { partner, amounts } of partners) {
        amounts.forEach(({ amount, gap }, i) => {
          expect(amount).toBe(alone[i]!.get(partner)?.amount ?? '0.00');
          expect(pence(gap)).toBe(pence(amount) - pence(amounts[named]!.amount));
        });
      }
    }),
    cases(100),
  );
});

it('has exact figures that are within what rounding moves, and whose gaps are their differences', () => {
  fc.assert(
    fc.property(anyComparison, ({ against, alternatives }) => {
      const toThePenny = alternatives.map((one) => ({
        ...one,
        document: { ...one.document, rounding: { unit: '0.01' } },
      }));
      const outcome = answerCompare({ against, alternatives: toThePenny });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
      const named = alternatives.findIndex(({ id }) => id === against);
      for (const { amounts } of outcome.value.partners) {
        const base = exact(amounts[named]!.exact!);
        for (const { amount, exact: shown, exactGap } of amounts) {
          const apart = minus(times(exact(shown!), ratio(100n)), ratio(pence(amount)));
          // Two pots, up to three adjustments that may each add a line, and two lines in each: a penny or so for each of them.
          expect(apart[0] < 20n * apart[1] && -apart[0] < 20n * apart[1]).toBe(true);
          expect(over(minus(exact(shown!), base), ratio(1n))).toEqual(exact(exactGap!));
        }
      }
    }),
    cases(50),
  );
});

it('never throws, whatever is posted', () => {
  const isAnswered = answersOrRefuses(answerCompare);
  fc.assert(fc.property(fc.oneof(anyThing, anySpoilt(anyComparison)), isAnswered), cases(100));
});
