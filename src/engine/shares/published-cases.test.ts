import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { answerShares } from './calculate-shares.js';

const folder = new URL('../../../test/cases/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  .filter(({ calculator }) => calculator === 'shares');

describe('published cases', () => {
  it('are there to be checked', () => {
    expect(cases.length).toBeGreaterThanOrEqual(9);
  });

  it.each(cases.map((one) => [one.case, one]))(
    '%s comes to what was published',
    (_, { document, expect: published }) => {
      const outcome = answerShares(document);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
      const { partners, checks, unallocated } = outcome.value;
      const of = (figure: 'amount' | 'displayPercent') =>
        Object.fromEntries(partners.map((one) => [one.partner, one[figure]]));
      expect(of('amount')).toEqual(published.partners);
      if (published.displayPercent) expect(of('displayPercent')).toEqual(published.displayPercent);
      expect(checks.filter(({ holds }) => !holds)).toEqual([]);
      expect(unallocated).toEqual([]);
    },
  );
});
