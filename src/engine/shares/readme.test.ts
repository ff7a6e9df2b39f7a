import { describe, expect, it } from '@jest/globals';
import { type Posted, answered, paid } from '../../../test/support/any-document.js';
import { readmeBlocks } from '../../../test/support/readme-blocks.js';

const [documents, amounts] = ['document', 'amounts'].map((kind) => readmeBlocks(import.meta.url, kind)) as [
  Posted[],
  Posted[],
];

describe('the worked numbers of the README', () => {
  it('come in pairs', () => {
    expect(documents.length).toBeGreaterThanOrEqual(6);
    expect(amounts.length).toBe(documents.length);
  });

  it.each(documents.map((document, i) => [i + 1, document, amounts[i]]))(
    'example %i',
    (_, document, { unallocated, ...expected }) => {
      expect(paid(document)).toEqual(expected);
      expect(answered(document).unallocated.map(({ amount }) => amount)).toEqual(unallocated ? [unallocated] : []);
    },
  );

  it('say the factor of the cap', () => {
    const capped = answered(documents.find(({ pots }) => pots[0].adjust?.[0].kind === 'cap'));
    expect(capped.working.find(({ rule }) => rule === 'cap')?.words).toContain('every amount × 1.03338509…');
  });
});
