import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { financialYearOf } from './financial-year.js';
import { londonDate } from './london.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
});

function byIntl(instant: number): string {
  return inLondon.format(instant).split('/').reverse().join('-');
}

describe(`the date in London (run with TZ=${process.env['TZ'] ?? 'unset'})`, () => {
  it('is right at every hour around every change of the clocks, 2000 to 2060', () => {
    for (let year = 2000; year <= 2060; year += 1) {
      for (const month of [2, 9]) {
        const from = Date.UTC(year, month, 24);
        for (let instant = from; instant < from + 9 * DAY; instant += HOUR / 2) {
          if (londonDate(instant) !== byIntl(instant)) throw new Error(new Date(instant).toISOString());
        }
      }
    }
  });

  it('is right a millisecond before and at midnight, on every day of 2000 to 2060', () => {
    for (let day = Date.UTC(2000, 0, 1); day < Date.UTC(2061, 0, 1); day += DAY) {
      for (const instant of [day - HOUR - 1, day - HOUR, day - 1, day]) {
        const summer = byIntl(instant);
        if (londonDate(instant) !== summer) throw new Error(new Date(instant).toISOString());
      }
    }
  });

  it('puts 31 March 23:30 UTC in the new financial year when the clocks have gone forward (INV-15)', () => {
    for (let year = 2000; year <= 2060; year += 1) {
      const instant = Date.UTC(year, 2, 31, 23, 30);
      expect(londonDate(instant)).toBe(byIntl(instant));
      expect(londonDate(instant)).toBe(`${year}-04-01`);
      expect(financialYearOf(londonDate(instant)).slice(0, 4)).toBe(String(year));
      expect(financialYearOf(londonDate(instant - HOUR)).slice(0, 4)).toBe(String(year - 1));
    }
  });

  it('agrees with Intl at any instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 11, 31) }), (instant) => {
        expect(londonDate(instant)).toBe(byIntl(instant));
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not guess at other times', () => {
    expect(() => londonDate(Date.UTC(1995, 11, 31))).toThrow('London kept other summer times before 1996');
    expect(londonDate(Date.UTC(1996, 0, 1))).toBe('1996-01-01');
    expect(() => londonDate(Date.UTC(2200, 5, 1))).toThrow(RangeError);
    expect(() => londonDate(Number.NaN)).toThrow(RangeError);
  });
});
