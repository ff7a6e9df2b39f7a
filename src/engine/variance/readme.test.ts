import { describe, expect, it } from '@jest/globals';
import { type Posted } from '../../../test/support/any-document.js';
import { answered } from '../../../test/support/any-variance.js';
import { readmeBlocks } from '../../../test/support/readme-blocks.js';

const [documents, answers] = ['document', 'answer'].map((kind) => readmeBlocks(import.meta.url, kind)) as [
  Posted[],
  Posted[],
];

describe('the worked numbers of the README', () => {
  it('come in pairs', () => {
    expect(documents.length).toBeGreaterThanOrEqual(5);
    expect(answers.length).toBe(documents.length);
  });

  it.each(documents.map((document, i) => [i + 1, document, answers[i]]))('example %i', (_, document, expected) => {
    const { steps, partners, undetermined } = answered(document);
    expect({ took: steps.map(({ took }) => took), partners, undetermined }).toEqual(expected);
  });
});
