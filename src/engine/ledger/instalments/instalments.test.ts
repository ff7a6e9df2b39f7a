import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../../test/support/cases.js';
import { type FinancialYear, financialYearOf } from '../../calendar/financial-year.js';
import { pence, formatPounds, readPounds, sumPence } from '../../money/pence.js';
import { instalments } from './instalments.js';
import { dueDays, type Profile, profiles } from './profile.js';

const year = '2026-27' as FinancialYear;
const shown = (share: string, profile: Profile) =>
  instalments(readPounds(share)!, year, profile).map(({ dueOn, pence: part }) => `${dueOn} ${formatPounds(part)}`);

describe('worked examples', () => {
  it('quarters in advance, the odd pennies to the earliest', () => {
    expect(shown('862517.02', 'quarters-in-advance')).toEqual([
      '2026-04-01 215629.26',
      '2026-07-01 215629.26',
      '2026-10-01 215629.25',
      '2027-01-01 215629.25',
    ]);
  });

  it('quarters in arrears, on the last day of each', () => {
    expect(shown('100.00', 'quarters-in-arrears')).toEqual([
      '2026-06-30 25.00',
      '2026-09-30 25.00',
      '2026-12-31 25.00',
      '2027-03-31 25.00',
    ]);
  });

  it('months, with the last day of February of a leap year', () => {
    const days = dueDays('2027-28' as FinancialYear, 'months-in-arrears');
    expect([days.length, days[0], days[8], days[10], days[11]]).toEqual([
      12,
      '2027-04-30',
      '2027-12-31',
      '2028-02-29',
      '2028-03-31',
    ]);
    expect(shown('0.05', 'months-in-advance').map((one) => one.slice(-4))).toEqual([
      ...Array<string>(5).fill('0.01'),
      ...Array<string>(7).fill('0.00'),
    ]);
  });

  it('a share that is given back, as its positive and negated', () => {
    expect(shown('-0.05', 'quarters-in-advance').map((one) => one.slice(11))).toEqual([
      '-0.02',
      '-0.01',
      '-0.01',
      '-0.01',
    ]);
  });
});

describe('whatever the share, the year and the profile', () => {
  const anyShare = fc.bigInt(-(10n ** 13n), 10n ** 13n).map(pence);
  const anyYear = fc.integer({ min: 1900, max: 2198 }).map((start) => {
    return `${start}-${String((start + 1) % 100).padStart(2, '0')}` as FinancialYear;
  });
  const anyProfile = fc.constantFrom(...(Object.keys(profiles) as Profile[]));

  it('the instalments come to exactly the share, none a penny more than another, on days of that year in their order', () => {
    fc.assert(
      fc.property(anyShare, anyYear, anyProfile, (share, of, profile) => {
        const parts = instalments(share, of, profile);
        expect(sumPence(parts.map((part) => part.pence))).toBe(share);
        const amounts = parts.map((part) => (share < 0n ? 0n - part.pence : part.pence));
        amounts.slice(1).forEach((amount, index) => {
          const before = amounts[index]!;
          expect(before >= amount && amounts[0]! - amount <= 1n).toBe(true);
        });
        const days = parts.map(({ dueOn }) => dueOn);
        expect(days).toEqual([...days].sort());
        expect(new Set(days).size).toBe(12 / profiles[profile].everyMonths);
        for (const day of days) expect(financialYearOf(day)).toBe(of);
      }),
      cases(1_000),
    );
  });
});
