import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type LocalDate } from '../calendar/local-date.js';
import { readPounds } from '../money/pence.js';
import { type Posted, answered, anyDocument, paid } from './any-document.test.js';
import { answerShares } from './calculate-shares.js';

const year = { from: '2020-04-01', until: '2021-04-01' };
const document = (more: Posted = {}): Posted => ({
  period: '2020-21',
  partners: [{ id: 'a' }, { id: 'b' }, { id: 'c', from: '2020-11-01' }],
  pots: [
    {
      id: 'pool',
      lines: [
        { id: 'staffing', amount: '365000.00' },
        { id: 'premises', amount: '3650.00', only: 'a' },
      ],
      basis: { kind: 'equal' },
    },
  ],
  ...more,
});
const faults = (more: Posted) => {
  const refused = answerShares(document(more));
  return refused.ok ? [] : refused.faults.map(({ pointer }) => pointer);
};

describe('the days that are shared', () => {
  it('bear their part of every amount of the period', () => {
    const first = document({ within: { from: '2020-04-01', until: '2020-10-01' } });
    expect(answered(first).total).toBe('184830.00');
    expect(paid(first)).toEqual({ a: '93330.00', b: '91500.00', c: '0.00' });
    const second = document({ within: { from: '2020-10-01', until: '2021-04-01' } });
    expect(answered(second).total).toBe('183820.00');
    expect(paid(second)).toEqual({ a: '67653.34', b: '65833.33', c: '50333.33' });
  });

  it('are said in the working, with their part of the period', () => {
    const { working } = answered(document({ within: { from: '2020-04-01', until: '2020-10-01' } }));
    expect(working[0]?.words).toBe(
      'Only the days from 1 April 2020 to 30 September 2020 (183 days) are shared: 183/365 of every amount of the period.',
    );
    expect(working.find(({ rule }) => rule === 'only')?.words).toBe(
      'premises £3,650.00, of which the days shared bear £1,830.00 is a’s alone.',
    );
  });

  it('are the whole period when they say so, with the same amounts and another digest', () => {
    const [stated, unstated] = [answered(document({ within: year })), answered(document())];
    expect(stated.partners).toEqual(unstated.partners);
    expect(stated.digest).not.toBe(unstated.digest);
  });

  it('lie inside the period', () => {
    expect(faults({ within: { from: '2020-03-31', until: '2020-10-01' } })).toEqual(['/within']);
    expect(faults({ within: { from: '2020-10-01', until: '2021-04-02' } })).toEqual(['/within']);
    expect(faults({ within: { from: '2020-10-01', until: '2020-10-01' } })).toEqual(['/within']);
    expect(faults({ within: { from: '2020-10-01' } })).toEqual(['/within/until']);
  });

  it('make the whole period between them, to the pennies that rounding moves', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), (posted, cut) => {
        const period = posted['period'] as { from: LocalDate; until: LocalDate };
        const days = Math.round((Date.parse(period.until) - Date.parse(period.from)) / 86_400_000);
        fc.pre(days > 1);
        const day = addDays(period.from, 1 + (cut % (days - 1)));
        const parts = [
          { from: period.from, until: day },
          { from: day, until: period.until },
        ].map((within) => answered({ ...posted, within }));
        const total = (text: string) => readPounds(text) ?? 0n;
        const apart = parts.reduce((sum, part) => sum + total(part.total), 0n) - total(answered(posted).total);
        expect(Math.abs(Number(apart))).toBeLessThanOrEqual(40);
        for (const part of parts)
          expect(part.checks.filter(({ check, holds }) => !holds && check !== 'nothing-unallocated')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
