import { expect, it } from '@jest/globals';
import { besideBudget } from './budgeted.js';

it('puts every line beside its budget, those of the budget first, and says what was spent beyond it', () => {
  const lines = [
    { line: 'fees', spent: 300n, granted: 20n, inKind: 1n },
    { line: 'staff', spent: 900n, granted: 0n, inKind: 0n },
    { line: 'vans', spent: 5n, granted: 0n, inKind: 0n },
  ];
  const budgets = [
    { line: 'staff', name: 'Staffing', pence: 1_000n },
    { line: 'rent', name: 'Premises', pence: 50n },
    { line: 'fees', name: 'Agency fees', pence: 200n },
  ];
  expect(besideBudget(lines, budgets)).toEqual([
    { line: 'staff', spent: 900n, granted: 0n, inKind: 0n, name: 'Staffing', budget: 1_000n, over: -100n },
    { line: 'rent', spent: 0n, granted: 0n, inKind: 0n, name: 'Premises', budget: 50n, over: -50n },
    { line: 'fees', spent: 300n, granted: 20n, inKind: 1n, name: 'Agency fees', budget: 200n, over: 100n },
    { line: 'vans', spent: 5n, granted: 0n, inKind: 0n, name: null, budget: null, over: null },
  ]);
});
