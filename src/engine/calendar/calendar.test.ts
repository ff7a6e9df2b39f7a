import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { financialYearOf, readFinancialYear, yearPeriod } from './financial-year.js';
import { type LocalDate, addDays, dayNumber, daysBetween, fromDayNumber, readDate } from './local-date.js';
import { type Period, contains, days, overlap, readPeriod } from './period.js';

const date = (text: string): LocalDate => readDate(text)!;
const DAY = 86_400_000;
const FIRST = Date.UTC(1900, 0, 1) / DAY;
const LAST = Date.UTC(2199, 11, 31) / DAY;
const anyDay = fc.integer({ min: FIRST, max: LAST });
const anyPeriod: fc.Arbitrary<Period> = fc
  .uniqueArray(anyDay, { minLength: 2, maxLength: 2 })
  .map((pair) => pair.sort((a, b) => a - b).map(fromDayNumber))
  .map(([from, until]) => ({ from: from!, until: until! }));

describe('dates', () => {
  it('agree with the calendar on every day from 1900 to 2199', () => {
    for (let day = FIRST; day <= LAST; day += 1) {
      const text = new Date(day * DAY).toISOString().slice(0, 10);
      if (fromDayNumber(day) !== text || readDate(text) !== text || dayNumber(date(text)) !== day)
        throw new Error(text);
    }
  });

  it.each([
    ...['2019-02-29', '1900-02-29', '2100-02-29', '2020-13-01', '2020-00-01', '2020-01-00', '2020-04-31', '1899-12-31'],
    ...[
      '2200-01-01',
      '2020-1-1',
      '20200101',
      '2020-01-01T00:00',
      ' 2020-01-01',
      '2020-01-01\n',
      '٢٠٢٠-٠١-٠١',
      '',
      20200101,
      null,
    ],
    ...[undefined, ['2020-01-01'], {}],
  ])('refuses %j', (raw) => {
    expect(readDate(raw)).toBeUndefined();
  });

  it('moves by days', () => {
    expect(addDays(date('2020-02-28'), 2)).toBe('2020-03-01');
    expect(daysBetween(date('2020-02-28'), date('2020-03-01'))).toBe(2);
    expect(daysBetween(date('2020-03-01'), date('2020-02-28'))).toBe(-2);
    expect(() => addDays(date('2199-12-31'), 1)).toThrow('No date for day 84006');
    expect(() => addDays(date('1900-01-01'), -1)).toThrow('No date for day -25568');
    expect(() => addDays(date('2020-01-01'), 0.5)).toThrow(RangeError);
  });
});

describe('financial years', () => {
  it.each(['2019-20', '1999-00', '2099-00', '1900-01', '2198-99'])('reads %s', (text) => {
    expect(readFinancialYear(text)).toBe(text);
  });

  it.each(['2019-21', '2019/20', '2019-2020', '1899-00', '2199-00', '2019-19', '', '19-20', 2019, null, undefined])(
    'refuses %j',
    (raw) => {
      expect(readFinancialYear(raw)).toBeUndefined();
    },
  );

  it('run from 1 April to 31 March', () => {
    expect(yearPeriod(readFinancialYear('2019-20')!)).toEqual({ from: '2019-04-01', until: '2020-04-01' });
    expect(yearPeriod(readFinancialYear('1999-00')!)).toEqual({ from: '1999-04-01', until: '2000-04-01' });
    expect(financialYearOf(date('2020-03-31'))).toBe('2019-20');
    expect(financialYearOf(date('2020-04-01'))).toBe('2020-21');
    expect(financialYearOf(date('2000-02-29'))).toBe('1999-00');
    expect(() => financialYearOf(date('1900-03-31'))).toThrow('1900-03-31 is in no financial year that is handled');
    expect(() => financialYearOf(date('2199-04-01'))).toThrow(RangeError);
  });

  it('hold every day exactly once', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST + 90, max: LAST - 275 }), (day) => {
        const of = fromDayNumber(day);
        expect(contains(yearPeriod(financialYearOf(of)), of)).toBe(true);
      }),
    );
  });
});

describe('periods', () => {
  it('are read as a year or as two dates', () => {
    expect(readPeriod('2020-21')).toEqual({ ok: true, value: { from: '2020-04-01', until: '2021-04-01' } });
    const stated = { from: '2020-11-01', until: '2021-04-01' };
    expect(readPeriod(stated)).toEqual({ ok: true, value: stated });
    expect(days(stated as Period)).toBe(151);
  });

  it.each([
    ['2020-22', [['/period', 'not-a-year']]],
    [undefined, [['/period', 'missing-field']]],
    [null, [['/period', 'not-an-object']]],
    [[], [['/period', 'not-an-object']]],
    [{ from: '2020-01-01', until: '2020-01-01' }, [['/period', 'not-a-period']]],
    [{ from: '2020-01-02', until: '2020-01-01' }, [['/period', 'not-a-period']]],
    [{ from: '2020-01-01', until: '2020-02-01', to: '2' }, [['/period/to', 'unknown-field']]],
    [
      { from: '2019-02-29' },
      [
        ['/period/from', 'not-a-date'],
        ['/period/until', 'missing-field'],
      ],
    ],
  ])('are refused: %j', (raw, expected) => {
    const outcome = readPeriod(raw, '/period');
    expect(outcome.ok ? [] : outcome.faults.map((fault) => [fault.pointer, fault.code])).toEqual(expected);
  });

  it('contain their first day, and not the day after their last', () => {
    const november = { from: date('2020-11-01'), until: date('2020-12-01') };
    const on = ['2020-10-31', '2020-11-01', '2020-11-30', '2020-12-01'].map(date);
    expect(on.map((day) => contains(november, day))).toEqual([false, true, true, false]);
  });

  it('say what was expected', () => {
    const says = (raw: unknown) => {
      const outcome = readPeriod(raw);
      return outcome.ok ? [] : outcome.faults.map(({ pointer, expected }) => [pointer, expected]);
    };
    expect(says('2020')).toEqual([['', 'Expected a financial year such as "2019-20"; came "2020"']]);
    expect(says({ from: '2020-01-02', until: '2020-01-01' })).toEqual([
      ['', 'Expected an end after the start 2020-01-02; came "2020-01-01"'],
    ]);
    expect(says({ from: '2020-01-02', until: 1 }).map(([pointer]) => pointer)).toEqual(['/until']);
  });

  it('overlap in the days that both contain', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, anyDay, (a, b, day) => {
        const shared = overlap(a, b);
        const on = fromDayNumber(day);
        expect(shared !== undefined && contains(shared, on)).toBe(contains(a, on) && contains(b, on));
        if (shared) expect(days(shared)).toBeGreaterThan(0);
      }),
    );
  });
});
