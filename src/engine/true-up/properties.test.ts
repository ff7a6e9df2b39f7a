import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Posted, answered, anyAdjusted } from '../../../test/support/any-document.js';
import { cases } from '../../../test/support/cases.js';
import { answersOrRefuses, anySpoilt, anyThing } from '../../../test/support/hostile.js';
import { pence } from '../../../test/support/ratio.js';
import { answerTrueUp } from './calculate-true-up.js';

const trueUp = (recorded: Posted, later: Posted) => {
  const outcome = answerTrueUp({ recorded, later });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.value;
};
/** Two documents of the same days; some of their parts are those of the same document. */
const anyPair: fc.Arbitrary<Posted> = fc
  .tuple(anyAdjusted, anyAdjusted, fc.subarray(['partners', 'measures', 'pots', 'rounding']))
  .map(([recorded, other, taken]) => {
    const later = { ...recorded, ...Object.fromEntries(taken.map((part) => [part, other[part]])) };
    return { recorded, later };
  })
  .filter((pair) => answerTrueUp(pair).ok);
const sum = (amounts: readonly string[]): bigint => amounts.reduce((so, amount) => so + pence(amount), 0n);

it('makes exactly the later amounts less the recorded ones, per partner and pot, whatever the two documents', () => {
  fc.assert(
    fc.property(anyPair, ({ recorded, later }) => {
      const { partners, checks, difference, because } = trueUp(recorded, later);
      const [was, is] = [answered(recorded), answered(later)];
      expect(checks.filter(({ holds }) => !holds)).toEqual([]);
      expect(sum(because.map(({ amount }) => amount))).toBe(pence(is.total) - pence(was.total));
      expect(pence(difference)).toBe(pence(is.total) - pence(was.total));
      for (const { partner, pots, because: all, difference: ofPartner } of partners) {
        const of = ({ partners: those }: typeof was) => those.find((one) => one.partner === partner);
        expect(pence(ofPartner)).toBe(pence(of(is)?.amount ?? '0.00') - pence(of(was)?.amount ?? '0.00'));
        expect(sum(all.map(({ amount }) => amount))).toBe(pence(ofPartner));
        for (const { pot, because: ofPot } of pots) {
          const amount = (one: typeof was) => of(one)?.pots.find((each) => each.pot === pot)?.amount ?? '0.00';
          expect(sum(ofPot.map(({ amount: part }) => part))).toBe(pence(amount(is)) - pence(amount(was)));
        }
      }
    }),
    cases(100),
  );
});

it('is the other way round when the two are exchanged', () => {
  fc.assert(
    fc.property(anyPair, ({ recorded, later }) => {
      const [there, back] = [trueUp(recorded, later), trueUp(later, recorded)];
      const by = ({ partners }: typeof there, sign: bigint) =>
        new Map(partners.map(({ partner, difference }) => [partner, sign * pence(difference)]));
      expect(by(back, -1n)).toEqual(by(there, 1n));
    }),
    cases(50),
  );
});

it('never throws, whatever is posted', () => {
  const isAnswered = answersOrRefuses(answerTrueUp);
  fc.assert(fc.property(fc.oneof(anyThing, anySpoilt(anyPair)), isAnswered), cases(100));
});
