import { describe, expect, it } from '@jest/globals';
import { type Foreseen, showStanding } from './line-standing.js';

const foreseen: Foreseen = {
  ...{ line: 'training', financialYear: '2026-27', budget: '9600000', posted: '3646000', committed: '840000' },
  ...{ adds: '120050', passesBy: '0', rule: 'stops' },
};
const says = (of: Partial<Foreseen>) => showStanding({ ...foreseen, ...of }).says;

describe('where a line would stand, in words', () => {
  it('writes pounds as people do, whether it stays within its budget or not', () => {
    const stands = 'Of the line “training” in 2026-27, £36,460.00 is spent and £8,400.00 committed of £96,000.00;';
    expect(says({})).toBe(`${stands} with this it stays within its budget.`);
    expect(says({ passesBy: '123456' })).toBe(
      `${stands} this would pass its budget by £1,234.56, and the agreement stops it.`,
    );
    expect(says({ passesBy: '123456', rule: 'warns' })).toContain(
      'past its budget by £1,234.56. The agreement lets it',
    );
    expect(says({ budget: null })).toBe('No budget is recorded for 2026-27, so none can be passed.');
  });
});
