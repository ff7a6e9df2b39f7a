import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { answered } from './any-variance.test.js';

const text = readFileSync(new URL('README.md', import.meta.url), 'utf8');
const blocks = (kind: string) =>
  [...text.matchAll(new RegExp(`\`\`\`json ${kind}\\n(.*?)\`\`\``, 'gs'))].map(([, block]) => JSON.parse(block!));
const [documents, answers] = [blocks('document'), blocks('answer')];

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
