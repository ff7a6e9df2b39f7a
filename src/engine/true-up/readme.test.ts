import { describe, expect, it } from '@jest/globals';
import { type Posted } from '../../../test/support/any-document.js';
import { readmeBlocks } from '../../../test/support/readme-blocks.js';
import { answerTrueUp } from './calculate-true-up.js';

const [documents, answers] = ['document', 'answer'].map((kind) => readmeBlocks(import.meta.url, kind)) as [
  Posted[],
  Posted[],
];

describe('the worked numbers of the README', () => {
  it('come in pairs', () => {
    expect(documents.length).toBeGreaterThanOrEqual(2);
    expect(answers.length).toBe(documents.length);
  });

  it.each(documents.map((document, i) => [i + 1, document, answers[i]]))('example %i', (_, document, expected) => {
    const outcome = answerTrueUp(document);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
    const shown = outcome.value.partners.map(({ partner, difference, because }) => {
      return [
        partner,
        { difference, ...Object.fromEntries(because.map((one) => [one.causes.join(' + '), one.amount])) },
      ];
    });
    expect(Object.fromEntries(shown)).toEqual(expected);
  });
});
