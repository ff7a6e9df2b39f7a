import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../../test/support/cases.js';
import { type FinancialYear } from '../../calendar/financial-year.js';
import { type LocalDate } from '../../calendar/local-date.js';
import { pence } from '../../money/pence.js';
import { monthsOf } from './months.js';
import { composeOutturn, type OutturnFacts } from './outturn.js';

const months = monthsOf('2026-27' as FinancialYear);
const [april, may] = months as [LocalDate, LocalDate];
const row = (line: string, month: LocalDate, amount: bigint) => ({ line, month, pence: pence(amount) });
const facts: OutturnFacts = {
  ...{ actualsTo: april, months, committed: [{ line: 'staffing', pence: 5n }] },
  budget: [{ line: 'staffing', name: 'Staffing', pence: pence(1_200n) }],
  spent: [row('staffing', april, 90n), row('staffing', may, 7n), row('fees', april, 3n)],
  forecast: months.map((month) => row('staffing', month, 110n)),
};

describe('an outturn', () => {
  it('is what was spent to a month and what is forecast after it, for every line that anything is said of', () => {
    const { lines, total, checks } = composeOutturn(facts);
    expect(lines).toEqual([
      {
        ...{ line: 'staffing', name: 'Staffing', budget: 1_200n, actual: 90n, since: 7n, committed: 5n },
        ...{ forecast: 1_210n, outturn: 1_300n, variance: 100n, silent: [] },
      },
      expect.objectContaining({ line: 'fees', name: 'fees', budget: 0n, actual: 3n, outturn: 3n, variance: 3n }),
    ]);
    expect(total).toMatchObject({ budget: 1_200n, actual: 93n, outturn: 1_303n, variance: 103n });
    expect(checks.every(({ holds }) => holds)).toBe(true);
  });

  it('counts forecasts of every month where none is closed, and says which months it has none of', () => {
    const { lines, checks } = composeOutturn({ ...facts, actualsTo: null, forecast: facts.forecast.slice(2) });
    expect(lines[0]).toMatchObject({ actual: 0n, since: 97n, forecast: 1_100n, silent: [april, may] });
    expect(checks.find(({ check }) => check === 'every-month-forecast')).toMatchObject({ holds: false });
  });

  it('names the months of a year from April to March', () => {
    expect([months.length, months[0], months[8], months[9], months[11]]).toEqual([
      ...[12, '2026-04-01', '2026-12-01', '2027-01-01', '2027-03-01'],
    ]);
  });

  it('comes to its totals by line and together, whatever is budgeted, spent, committed and forecast', () => {
    const line = fc.constantFrom('a', 'b', 'c');
    const amount = fc.bigInt(-1_000_000n, 1_000_000n).map(pence);
    const anyRow = fc.record({ line, month: fc.constantFrom(...months), pence: amount });
    const anyBudget = fc.uniqueArray(fc.record({ line, name: fc.constant('It'), pence: amount }), {
      selector: (one) => one.line,
    });
    const anyFacts = fc.record({
      ...{ actualsTo: fc.option(fc.constantFrom(...months)), months: fc.constant(months), budget: anyBudget },
      ...{
        spent: fc.array(anyRow),
        committed: fc.array(fc.record({ line, pence: amount })),
        forecast: fc.array(anyRow),
      },
    });
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { lines, total, checks } = composeOutturn(given);
        expect(checks.filter(({ check, holds }) => check !== 'every-month-forecast' && !holds)).toEqual([]);
        expect(lines.reduce((so, { variance }) => so + variance, 0n)).toBe(total.variance);
        for (const { outturn, actual, forecast } of lines) expect(outturn).toBe(actual + forecast);
      }),
      cases(300),
    );
  });
});
