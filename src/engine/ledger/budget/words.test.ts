import { expect, it } from '@jest/globals';
import { type FinancialYear } from '../../calendar/financial-year.js';
import { type Outcome } from '../../outcome.js';
import { readBudgetLines } from './read-budget.js';
import { readForecastRows } from './read-forecast.js';

const said = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.faults.map(({ pointer, expected }) => `${pointer}: ${expected}`);
const line = { line: 'staff', name: 'Staffing', amount: '1.00' };
const row = { line: 'staff', month: '2026-04-01', amount: '1.00' };
const year = '2026-27' as FinancialYear;

it('says in words what is wrong with a line of a budget, and takes what is just right', () => {
  expect(said(readBudgetLines([]))).toEqual([': Expected at least one']);
  expect(said(readBudgetLines([line, line]))).toEqual(['/1: Expected staff no more than once']);
  expect(said(readBudgetLines([7, line]))).toEqual(['/0: Expected an object; came the number 7']);
  expect(said(readBudgetLines([{ ...line, name: 'n'.repeat(200), line: 'a' }]))).toEqual([]);
  for (const name of ['', '  ', 'n'.repeat(201), 7])
    expect(said(readBudgetLines([{ ...line, name }]))[0]).toMatch(
      /^\/0\/name: Expected its name, of 1 to 200 characters; /,
    );
  for (const id of ['staff-', '-staff', 'staff ', 'Staff', 'a'.repeat(64), 'a\n'])
    expect(said(readBudgetLines([{ ...line, line: id }]))[0]).toMatch(
      /^\/0\/line: Expected the id of a line, small letters, digits and hyphens, such as "staffing"; /,
    );
});

it('says in words what is wrong with a row of a forecast, each field by itself', () => {
  expect(said(readForecastRows([{ ...row, month: '2026-04-02' }], year))).toEqual([
    '/0/month: Expected the first day of a month of 2026-27; came "2026-04-02"',
  ]);
  expect(said(readForecastRows([row, row], year))).toEqual(['/1: Expected staff in 2026-04-01 no more than once']);
  expect(said(readForecastRows([7], year))).toEqual(['/0: Expected an object; came the number 7']);
  for (const field of ['line', 'month', 'amount'] as const)
    expect(said(readForecastRows([{ ...row, [field]: 7 }, row], year))).toEqual([
      expect.stringMatching(new RegExp(`^/0/${field}: Expected `)),
    ]);
});
