import { expect, it } from '@jest/globals';
import { type Posted } from '../../../test/support/any-document.js';
import { readmeBlocks } from '../../../test/support/readme-blocks.js';
import { answerCompare } from './calculate-compare.js';

it('the worked numbers of the README', () => {
  const [documents, answers] = ['document', 'answer'].map((kind) => readmeBlocks(import.meta.url, kind)) as [
    Posted[],
    Posted[],
  ];
  expect(documents.length).toBe(1);
  const outcome = answerCompare(documents[0]);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  const shown = outcome.value.partners.map(({ partner, amounts }) => [partner, amounts]);
  expect(Object.fromEntries(shown)).toEqual(answers[0]);
});
