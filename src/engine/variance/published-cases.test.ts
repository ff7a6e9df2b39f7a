import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { answerVariance } from './calculate-variance.js';

const folder = new URL('../../../test/cases/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  .filter(({ calculator }) => calculator === 'variance');

describe('published cases', () => {
  it('are there to be checked', () => {
    expect(cases.length).toBeGreaterThanOrEqual(2);
  });

  it.each(cases.map((one) => [one.case, one]))(
    '%s comes to what was published',
    (_, { document, expect: published }) => {
      const outcome = answerVariance(document);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
      const { steps, partners, undetermined, checks, flags } = outcome.value;
      expect(steps.map(({ kind, took }) => ({ kind, took }))).toEqual(published.steps);
      expect(partners).toEqual(published.partners);
      expect(undetermined).toBe(published.undetermined);
      expect(flags).toEqual([]);
      expect(checks.filter(({ holds }) => !holds)).toEqual([]);
    },
  );
});
