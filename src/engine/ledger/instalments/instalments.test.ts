import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../../test/support/cases.js';
import { type FinancialYear, financialYearOf } from '../../calendar/financial-year.js';
import { pence, formatPounds, readPounds, sumPence } from '../../money/pence.js';
import { instalments } from './instalments.js';
import { readInstalmentTerms } from './read-terms.js';
import { equalParts, type InstalmentTerms, oddPennyRules } from './terms.js';
import { dueDays, type Profile, profiles } from './profile.js';

const year = '2026-27' as FinancialYear;
const termsOf = (given: object): InstalmentTerms => {
  const read = readInstalmentTerms(given);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value;
};
const faultsOf = (given: unknown) => {
  const read = readInstalmentTerms(given);
  return read.ok ? [] : read.faults.map(({ pointer, code }) => [pointer, code]);
};
const shown = (share: string, terms: Profile | object) =>
  instalments(readPounds(share)!, year, typeof terms === 'string' ? equalParts(terms) : termsOf(terms)).map(
    ({ dueOn, pence: part }) => `${dueOn} ${formatPounds(part)}`,
  );

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

describe('what an agreement states', () => {
  const dates = [
    { on: '04-15', percent: '50' },
    { on: '10-01', percent: '16.665' },
    { on: '01-31', percent: '33.335' },
  ];

  it('dates with their parts, the odd penny to the largest remainder unless it says the first', () => {
    const stated = { profile: 'stated-dates', dates, daysToPay: 30, clause: 'Schedule 3, paragraph 4' };
    expect(shown('100.01', stated)).toEqual(['2026-04-15 50.00', '2026-10-01 16.67', '2027-01-31 33.34']);
    expect(shown('100.01', { ...stated, oddPennies: 'first-listed' })[0]).toBe('2026-04-15 50.01');
    const [first] = instalments(readPounds('1.00')!, year, termsOf(stated));
    expect([first!.dueOn, first!.payBy, termsOf(stated)]).toMatchObject([
      '2026-04-15',
      '2026-05-15',
      { daysToPay: 30 },
    ]);
  });

  it('every fault of it at once, each at its place', () => {
    const stated = (...list: object[]) => ({ profile: 'stated-dates', dates: list });
    expect(faultsOf({ profile: 'weekly', daysToPay: -1, oddPennies: 'host', more: 1 })).toEqual([
      ['/more', 'unknown-field'],
      ['/profile', 'not-one-of'],
      ['/daysToPay', 'over-limit'],
      ['/oddPennies', 'not-one-of'],
    ]);
    expect(faultsOf({ profile: 'quarters-in-advance', dates })).toEqual([['/dates', 'unknown-field']]);
    expect(faultsOf({ profile: 'stated-dates' })).toEqual([['/dates', 'missing-field']]);
    expect(faultsOf(stated(dates[0]!, dates[1]!))).toEqual([['/dates', 'not-100-percent']]);
    expect(faultsOf(stated({ on: '02-29', percent: '100' }))).toEqual([['/dates/0/on', 'not-a-date']]);
    expect(faultsOf(stated({ on: '01-31', percent: '50' }, { on: '12-31', percent: '50' }))).toEqual([
      ['/dates/1/on', 'not-a-date'],
    ]);
    expect(faultsOf(stated({ on: '04-01', percent: '0' }, { on: '05-01', percent: '-1' }))).toEqual([
      ['/dates/0/percent', 'no-weight'],
      ['/dates/1/percent', 'negative-driver'],
    ]);
    expect(faultsOf([])).toEqual([['', 'not-an-object']]);
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
        const parts = instalments(share, of, equalParts(profile));
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

  it('stated parts come to exactly the share, each within a penny of its exact part', () => {
    const anyWeights = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        anyShare,
        anyYear,
        anyWeights,
        fc.constantFrom(...oddPennyRules),
        (share, of, weights, oddPennies) => {
          const rest = 100 - weights.slice(1).reduce((sum, one) => sum + one, 0);
          const months = ['04', '05', '06', '07', '08', '09', '10', '11', '12', '01', '02', '03'];
          const percents = [rest, ...weights.slice(1)];
          const dates = percents.map((percent, index) => ({ on: `${months[index]}-28`, percent: String(percent) }));
          const parts = instalments(share, of, termsOf({ profile: 'stated-dates', dates, oddPennies, daysToPay: 14 }));
          expect(sumPence(parts.map((part) => part.pence))).toBe(share);
          parts.forEach(({ pence: part, dueOn }, index) => {
            const off = part * 100n - share * BigInt(percents[index]!);
            expect(off > -100n * 12n && off < 100n * 12n).toBe(true);
            if (oddPennies === 'largest-remainder') expect(off > -100n && off < 100n).toBe(true);
            expect(financialYearOf(dueOn)).toBe(of);
          });
        },
      ),
      cases(300),
    );
  });
});
