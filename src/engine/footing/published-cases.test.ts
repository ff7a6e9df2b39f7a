import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { answerFooting } from './check-footing.js';

const folder = new URL('../../../test/cases/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  .filter(({ calculator }) => calculator === 'footing');

describe('published cases', () => {
  it('are there to be checked', () => {
    expect(cases.length).toBeGreaterThanOrEqual(4);
  });

  it.each(cases.map((one) => [one.case, one]))('%s comes to what is known of it', (_, { document, expect: known }) => {
    const outcome = answerFooting(document);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
    const { holds, smallest, contradictions, search } = outcome.value;
    expect({ holds, complete: search.complete }).toEqual({ holds: known.holds, complete: true });
    if (known.smallest) expect(smallest).toEqual(known.smallest);
    if (known.row) {
      expect(contradictions.map(({ row }) => row)).toEqual([known.row]);
      expect(smallest.map(({ partner }) => partner)).toEqual([known.row]);
    }
  });
});
