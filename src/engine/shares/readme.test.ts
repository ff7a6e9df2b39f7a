import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { answered, paid } from './any-document.test.js';

const text = readFileSync(new URL('README.md', import.meta.url), 'utf8');
const blocks = (kind: string) =>
  [...text.matchAll(new RegExp(`\`\`\`json ${kind}\\n(.*?)\`\`\``, 'gs'))].map(([, block]) => JSON.parse(block!));
const [documents, amounts] = [blocks('document'), blocks('amounts')];

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
