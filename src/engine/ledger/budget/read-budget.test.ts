import { describe, expect, it } from '@jest/globals';
import { type FinancialYear } from '../../calendar/financial-year.js';
import { type Outcome } from '../../outcome.js';
import { readBudgetLines } from './read-budget.js';
import { readForecastRows } from './read-forecast.js';

const staffing = { line: 'staffing', name: 'Staffing', amount: '100.00' };
const faults = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('the lines of a budget', () => {
  it('are read to the penny, in their order', () => {
    expect(readBudgetLines([staffing, { ...staffing, line: 'fees', amount: '0.00' }])).toEqual({
      ok: true,
      value: [
        { line: 'staffing', name: 'Staffing', pence: 10_000n },
        { line: 'fees', name: 'Staffing', pence: 0n },
      ],
    });
  });

  it('are refused with every fault at its place', () => {
    expect(faults(readBudgetLines('staffing'))).toEqual([' not-a-list']);
    expect(faults(readBudgetLines([]))).toEqual([' missing-field']);
    expect(faults(readBudgetLines([{ line: 'Staff', name: ' ', amount: '-1.00', is: 1 }]))).toEqual([
      '/0/is unknown-field',
      '/0/line not-an-id',
      '/0/name not-text',
      '/0/amount negative-driver',
    ]);
    expect(faults(readBudgetLines([staffing, staffing]))).toEqual(['/1 duplicate-id']);
    expect(faults(readBudgetLines(Array.from({ length: 501 }, () => staffing)))).toEqual([' over-limit']);
  });
});

describe('the rows of a forecast', () => {
  const year = '2026-27' as FinancialYear;
  const row = { line: 'staffing', month: '2026-10-01', amount: '-0.01' };

  it('are of months of the year, each once for a line, and may be below nothing', () => {
    expect(readForecastRows([row], year)).toEqual({
      ok: true,
      value: [{ line: 'staffing', month: '2026-10-01', pence: -1n }],
    });
    expect(faults(readForecastRows([row, { ...row, line: 'fees' }, row], year))).toEqual(['/2 duplicate-id']);
    for (const month of ['2026-10-02', '2026-03-01', '2027-04-01', '1900-01-01', '2199-12-01', 'October'])
      expect(faults(readForecastRows([{ ...row, month }], year))).toEqual(['/0/month not-a-date']);
    expect(faults(readForecastRows([{ ...row, month: '2027-03-01' }], year))).toEqual([]);
    expect(faults(readForecastRows([{}], year))).toEqual([
      '/0/line missing-field',
      '/0/month missing-field',
      '/0/amount missing-field',
    ]);
  });
});
