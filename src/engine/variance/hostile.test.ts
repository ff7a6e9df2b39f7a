import { it } from '@jest/globals';
import fc from 'fast-check';
import { anyVariance } from '../../../test/support/any-variance.js';
import { cases } from '../../../test/support/cases.js';
import { answersOrRefuses, anySpoilt, anyThing, enormous } from '../../../test/support/hostile.js';
import { answerVariance } from './calculate-variance.js';

const isAnswered = answersOrRefuses(answerVariance);
const FIELDS = ['period', 'partners', 'members', 'lines', 'reserve', 'overspend', 'underspend', 'rounding', 'other'];

it('never throws, whatever is posted', () => {
  fc.assert(fc.property(anyThing, isAnswered), cases(200));
});

it('never throws when any one thing in a good document is anything else, gone or called something else', () => {
  fc.assert(fc.property(anySpoilt(anyVariance), isAnswered), cases(600));
});

it('refuses what is nested too deep, too long or too wide', () => {
  for (const poison of enormous) {
    const good = { period: '2020-21', partners: [{ id: 'a' }], budget: '0.00', forecast: '1.00' };
    for (const key of FIELDS) isAnswered({ ...good, [key]: poison });
    const step = { kind: 'share', basis: poison, limit: poison, clause: poison };
    isAnswered({ ...good, overspend: [step, { kind: poison }, { kind: 'bearer', partner: poison }] });
  }
});
