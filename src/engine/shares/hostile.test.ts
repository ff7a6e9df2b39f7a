import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyAdjusted } from '../../../test/support/any-document.js';
import { cases } from '../../../test/support/cases.js';
import { answersOrRefuses, anySpoilt, anyThing, enormous } from '../../../test/support/hostile.js';
import { answerShares } from './calculate-shares.js';

const isAnswered = answersOrRefuses(answerShares);

it('never throws, whatever is posted', () => {
  fc.assert(fc.property(anyThing, isAnswered), cases(300));
});

it('never throws when any one thing in a good document is anything else, gone or called something else', () => {
  fc.assert(fc.property(anySpoilt(anyAdjusted), isAnswered), cases(900));
});

it('refuses what is nested too deep, too long or too wide', () => {
  for (const poison of enormous) {
    for (const key of ['period', 'partners', 'measures', 'pots', 'rounding', 'other']) isAnswered({ [key]: poison });
    const pots = [
      { id: 'p', members: poison, lines: poison, less: poison, basis: poison, adjust: poison, name: poison },
    ];
    isAnswered({ period: '2020-21', partners: [{ id: 'a', from: poison }], pots });
  }
});

it('refuses an object of a hundred thousand keys, with few words', () => {
  const wide = enormous.at(-1);
  const outcome = answerShares({
    period: '2020-21',
    partners: [{ id: 'a' }],
    pots: [{ id: 'p', basis: { kind: 'stated-percent', percent: wide } }],
  });
  expect(outcome.ok ? 0 : outcome.faults.length).toBe(1);
});
