import { describe, expect, it } from '@jest/globals';
import type { OutturnLine } from '../../features/budgets/dto/outturn.js';
import { atLines, budgetIn, linesIn, wrongLines } from './budget-form.js';

const line = (id: string, name: string): OutturnLine => ({
  ...{ line: id, name, budget: '100.00', actual: '0.00', since: '0.00', committed: '0.00', forecast: '0.00' },
  ...{ outturn: '0.00', variance: '0.00' },
});
const there = [line('staffing', 'Staffing'), line('new-1', 'New 1')];
const wrong = (form: object) => wrongLines(linesIn(form, there), there).map(({ text, href }) => `${href} ${text}`);

describe('what a form says a budget is', () => {
  it('are the lines with an amount and the new ones, each by what it is called; what is empty says nothing', () => {
    const form = { 'line-staffing': '£1,240', 'line-new-1': ' ', 'new-name-3': 'Fees & costs', 'new-amount-3': '0' };
    const lines = linesIn(
      { ...form, kind: 'original', 'from-day': '1', 'from-month': '4', 'from-year': '2026' },
      there,
    );
    expect(lines.map(({ said }) => said)).toEqual([
      { line: 'staffing', name: 'Staffing', amount: '1240.00' },
      { line: 'fees-costs', name: 'Fees & costs', amount: '0.00' },
    ]);
    expect(budgetIn({ kind: 'virement', why: ' ' }, { year: '2026-27', fund: 'pool' }, lines.slice(1))).toEqual({
      ...{ kind: 'virement', financialYear: '2026-27', fund: 'pool' },
      lines: [{ line: 'fees-costs', name: 'Fees & costs', amount: '0.00' }],
    });
    expect(linesIn({}, []).length).toBe(0);
  });

  it('leads what is wrong to its own box, in words that say what to enter, once each', () => {
    expect(wrong({})).toEqual(['#line-staffing Enter what at least one line may spend']);
    expect(wrong({ 'line-staffing': 'lots' })).toEqual(['#line-staffing Enter pounds, such as 96000.00: “lots”']);
    expect(wrong({ 'new-name-0': 'Fees' })).toEqual(['#new-amount-0 Enter what “Fees” may spend in pounds']);
    expect(wrong({ 'new-amount-0': '1' })).toEqual(['#new-name-0 Enter what the line is called']);
    expect(wrong({ 'new-name-0': '!', 'new-amount-0': '1' })).toEqual([
      '#new-name-0 Enter a shorter name, in letters and digits: “!”',
    ]);
    const twice = { 'new-name-0': 'Fees', 'new-amount-0': '1', 'new-name-4': 'fees', 'new-amount-4': '2' };
    expect(wrong(twice)).toEqual(['#new-name-4 Enter each line once: “fees”']);
    const again = { 'line-staffing': '1', 'new-name-0': 'Staffing', 'new-amount-0': '1' };
    expect(wrong(again)).toEqual(['#new-name-0 “Staffing” has a row of its own: enter its amount there']);
    expect(wrong({ 'line-staffing': '1' })).toEqual([]);
  });

  it('says what is wrong with the lines together at the first of them, and only where each is right', () => {
    const errors = [{ text: 'The sum changes', href: '#lines' }];
    const from = { text: 'Enter a day', href: '#from' };
    const lines = linesIn({ 'line-new-1': '1' }, there);
    expect(atLines({ status: 409, errors }, lines, there)).toEqual({
      ...{ status: 409, errors: [{ text: 'The sum changes', href: '#line-new-1' }] },
    });
    const bad = linesIn({ 'line-new-1': 'x' }, there);
    expect(atLines({ status: 422, errors: [...errors, from] }, bad, there).errors.map(({ href }) => href)).toEqual([
      ...['#from', '#line-new-1'],
    ]);
  });
});
