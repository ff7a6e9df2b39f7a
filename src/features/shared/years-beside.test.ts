import { describe, expect, it } from '@jest/globals';
import type { FinancialYear } from '../../engine/calendar/financial-year.js';
import type { LocalDate } from '../../engine/calendar/local-date.js';
import { yearBegan, yearBeside, yearOver } from './years-beside.js';

describe('years beside a day or a year', () => {
  it('are none beyond those that are handled', () => {
    const beside = (year: string, years: number) => yearBeside(year as FinancialYear, years);
    expect([beside('1999-00', 1), beside('1999-00', -1)]).toEqual(['2000-01', '1998-99']);
    expect([beside('1900-01', -1), beside('2198-99', 1)]).toEqual([undefined, undefined]);
  });

  it('over at the end of a day end on its 31 March or on one before', () => {
    expect(['2026-03-30', '2026-03-31', '2026-04-01', '2026-12-31'].map(yearOver)).toEqual([
      ...['2024-25', '2025-26', '2025-26', '2025-26'],
    ]);
    expect(['1900-01-01', '1901-03-30', '2199-12-31'].map(yearOver)).toEqual([undefined, undefined, '2198-99']);
  });

  it('begin on 1 April, or on the first day there is', () => {
    const days = ['2026-03-31', '2026-04-01', '1900-03-31', '2199-12-31'] as LocalDate[];
    expect(days.map(yearBegan)).toEqual(['2025-04-01', '2026-04-01', '1900-01-01', '2199-04-01']);
  });
});
