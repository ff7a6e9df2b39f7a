import { expect, it } from '@jest/globals';
import { type Posted } from '../../../test/support/any-document.js';
import { anyVariance } from '../../../test/support/any-variance.js';
import { anySpoilt } from '../../../test/support/hostile.js';
import { seal, unversioned } from '../../../test/support/seal.js';
import { answerVariance } from './calculate-variance.js';

/** With names, clauses and purposes, so that words that hold them are sealed too. */
const withWords = (step: Posted, i: number): Posted => ({
  ...step,
  ...(i % 2 === 0 && { clause: `paragraph ${i}` }),
  ...(['offset', 'cut'].includes(step.kind) && { from: 'uncommitted schemes' }),
  ...(step.kind === 'carry-forward' && { for: 'winter' }),
});
const named = (document: Posted): Posted => {
  const { partners, overspend, underspend } = document;
  const each = (steps: Posted[]) => steps.map(withWords);
  return {
    ...document,
    partners: partners.map((one: Posted) => ({ ...one, name: `Council ${one.id}` })),
    overspend: each(overspend),
    underspend: Array.isArray(underspend)
      ? each(underspend)
      : Object.fromEntries(Object.entries(underspend).map(([cause, steps]) => [cause, each(steps as Posted[])])),
  };
};

it('answers as it did, in every word', () => {
  expect(seal(anyVariance.map(named), unversioned(answerVariance), 400)).toBe('953764d4c6a4bdc1');
});

it('refuses as it did, in every word', () => {
  expect(seal(anySpoilt(anyVariance.map(named)), unversioned(answerVariance), 1_000)).toBe('ef3a26acdc236743');
});
