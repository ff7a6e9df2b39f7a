import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../test/support/cases.js';
import { anyPosition } from '../../../test/support/any-risk-position.js';
import { aSource, anAmount, plan } from '../../../test/support/a-risk-position.js';
import { addDays, type LocalDate } from '../calendar/local-date.js';
import { contains, type Period } from '../calendar/period.js';
import { fundingPeriods } from './periods.js';

const year = (from: number): [string, string] => [`${from}-04-01`, `${from + 1}-04-01`];
const periodsOf = (...given: Parameters<typeof aSource>) =>
  fundingPeriods(aSource(...given)).map(({ from, until }) => `${from} ${until}`);

describe('the funding periods of a source', () => {
  it('are those of its amounts; years that only meet stay apart', () => {
    const amounts = [anAmount(year(2026), '1.00', '2026-01-01'), anAmount(year(2025), '1.00', '2025-01-01')];
    expect(periodsOf({ amounts })).toEqual(['2025-04-01 2026-04-01', '2026-04-01 2027-04-01']);
  });

  it('are one where terms change inside a year', () => {
    const amounts = [
      anAmount(year(2026), '1.00', '2026-01-01'),
      anAmount(['2026-10-01', '2027-04-01'], '1.00', '2026-09-01'),
    ];
    expect(periodsOf({ amounts })).toEqual(['2026-04-01 2027-04-01']);
  });

  it('are those of plans where no amount is announced, only for the days that none covers', () => {
    const amounts = [anAmount(year(2025), '1.00', '2025-01-01')];
    const planned = [plan('bcp', ['2025-10-01', '2026-10-01'], '1.00'), plan('dorset', year(2025), '1.00')];
    expect(periodsOf({ amounts, planned })).toEqual(['2025-04-01 2026-04-01', '2026-04-01 2026-10-01']);
  });

  it('hold each day that an amount or a plan covers exactly once, and no other day', () => {
    const holding = (periods: readonly Period[], day: LocalDate) =>
      periods.filter((period) => contains(period, day)).length;
    fc.assert(
      fc.property(anyPosition, fc.nat({ max: 1500 }), ({ sources }, days) => {
        const day = addDays('2025-01-01' as LocalDate, days);
        for (const source of sources) {
          const covered = holding([...source.amounts, ...source.planned], day) > 0 ? 1 : 0;
          expect(holding(fundingPeriods(source), day)).toBe(covered);
        }
      }),
      cases(500),
    );
  });
});
