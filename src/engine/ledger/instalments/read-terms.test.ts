import { describe, expect, it } from '@jest/globals';
import { inYear, readInstalmentTerms } from './read-terms.js';

const half = (on: unknown, percent: unknown = '50') => ({ on, percent });
const dated = (...dates: unknown[]) => ({ profile: 'stated-dates', dates });
const read = (raw: unknown) => {
  const outcome = readInstalmentTerms(raw);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.value;
};
const faults = (raw: unknown) => {
  const outcome = readInstalmentTerms(raw);
  return outcome.ok ? [] : outcome.faults.map(({ pointer, code, expected }) => `${pointer} ${code}: ${expected}`);
};

describe('how an agreement says that a share falls due', () => {
  it('is read with what it leaves out', () => {
    expect(read({ profile: 'quarters-in-advance' })).toMatchObject({ falls: 'quarters-in-advance', daysToPay: 0 });
    expect(read({ profile: 'quarters-in-advance', clause: 'clause 9.2' }).clause).toBe('clause 9.2');
    for (const daysToPay of [0, 366])
      expect(read({ profile: 'quarters-in-advance', daysToPay })).toMatchObject({ daysToPay });
    const { falls } = read(dated(half('04-01'), half('03-31')));
    expect(falls).toMatchObject([{ day: '04-01' }, { day: '03-31' }]);
  });

  it('is a year from April, so a day of January comes after one of December', () => {
    expect(['04-01', '12-31', '01-01', '03-31'].map(inYear)).toEqual(['0-04-01', '0-12-31', '1-01-01', '1-03-31']);
    expect(faults(dated(half('01-01'), half('12-31')))).toEqual([
      '/dates/1/on not-a-date: Expected a day later in the financial year than 01-01; came 12-31',
    ]);
    expect(faults(dated(half('06-30'), half('06-30')))).toEqual([
      '/dates/1/on not-a-date: Expected a day later in the financial year than 06-30; came 06-30',
    ]);
  });

  it('is refused with every fault at its place, in words that put it right', () => {
    expect(faults(7)).toEqual([' not-an-object: Expected an object; came the number 7']);
    for (const on of ['02-29', '6-30', '31-12', 630, null])
      expect(faults(dated(half(on), half('09-30')))[0]).toMatch(
        /^\/dates\/0\/on not-a-date: Expected a day that every year has, month first, such as "06-30"; /,
      );
    expect(faults(dated(half('06-30', '0'), half('09-30', '100')))).toEqual([
      '/dates/0/percent no-weight: Expected a part of more than nothing',
    ]);
    expect(faults(dated(half('06-30'), half('09-30', '49.99')))).toEqual([
      '/dates not-100-percent: Expected parts that come to exactly 100 per cent of the year’s share',
    ]);
    expect(faults(dated(7, half('09-30', 'x')))).toEqual([
      '/dates/0 not-an-object: Expected an object; came the number 7',
      expect.stringMatching(/^\/dates\/1\/percent not-a-decimal: /),
    ]);
    expect(faults({ profile: 'quarters-in-advance', dates: [] })).toEqual([
      '/dates unknown-field: Expected no dates: those of "quarters-in-advance" follow from it',
    ]);
    for (const daysToPay of [-1, 367])
      expect(faults({ profile: 'quarters-in-advance', daysToPay })).toEqual([
        `/daysToPay over-limit: Expected a whole number of days from 0 to 366; came the number ${daysToPay}`,
      ]);
    for (const daysToPay of ['30', 1.5])
      expect(faults({ profile: 'quarters-in-advance', daysToPay })[0]).toMatch(
        /^\/daysToPay not-a-whole-number: Expected a whole number of days from 0 to 366; /,
      );
  });
});
