import { describe, expect, it } from '@jest/globals';
import { count, nth, showDate, showPeriod, showPounds, showYear } from './words.js';

describe('figures are written as people write them', () => {
  it.each([
    ['1241183.00', '£1,241,183.00'],
    ['0.00', '£0.00'],
    ['999.10', '£999.10'],
    ['1000.00', '£1,000.00'],
    ['-45030.05', '−£45,030.05'],
    ['10000000000000.99', '£10,000,000,000,000.99'],
  ])('%s is %s', (amount, shown) => {
    expect(showPounds(amount)).toBe(shown);
  });

  it('names days in full', () => {
    expect(showDate('2020-11-01')).toBe('1 November 2020');
    expect(showDate('2024-02-29')).toBe('29 February 2024');
  });

  it('ends a period on its last day, not on the day after', () => {
    expect(showPeriod('2019-04-01', '2020-03-01')).toBe('1 April 2019 to 29 February 2020');
    expect(showPeriod('2019-04-01', null)).toBe('From 1 April 2019');
  });

  it('counts times in words up to the ninth', () => {
    expect([2, 9, 10, 12, 21, 23].map(nth)).toEqual(['second', 'ninth', '10th', '12th', '21st', '23rd']);
  });

  it('names a financial year by both its years', () => {
    expect(showYear('1999-00')).toBe('1999 to 2000');
    expect(count(1, 'flag')).toBe('1 flag');
    expect(count(0, 'flag')).toBe('No flags');
  });
});
