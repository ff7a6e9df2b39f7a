import { expect, it } from '@jest/globals';
import { type Posted, anyAdjusted } from '../../../test/support/any-document.js';
import { anySpoilt } from '../../../test/support/hostile.js';
import { seal, unversioned } from '../../../test/support/seal.js';
import { answerShares } from './calculate-shares.js';

/** With names, clauses and vintages, so that words that hold them are sealed too. */
const named = (document: Posted): Posted => ({
  ...document,
  partners: document.partners.map((one: Posted) => ({ ...one, name: `Council ${one.id}`, role: 'partner' })),
  measures: document.measures.map((one: Posted, i: number) =>
    i === 0 ? { ...one, name: 'Orders', unit: 'children', source: 'return', status: 'final' } : one,
  ),
  pots: document.pots.map((one: Posted) => ({ ...one, name: `Pot ${one.id}`, clause: `Schedule ${one.id}` })),
});

it('answers as it did, in every word', () => {
  expect(seal(anyAdjusted.map(named), unversioned(answerShares), 250)).toBe('f90f8df053216339');
});

it('refuses as it did, in every word', () => {
  expect(seal(anySpoilt(anyAdjusted.map(named)), unversioned(answerShares), 1_000)).toBe('9700d4a523e85317');
});
