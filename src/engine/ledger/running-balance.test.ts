import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../test/support/cases.js';
import { runningBalance } from './running-balance.js';

it('each change says what the account comes to after it', () => {
  const { changes, closing } = runningBalance(5n, [
    { pence: 10n, what: 'bill' },
    { pence: -12n, what: 'receipt' },
  ]);
  expect(changes).toEqual([
    { pence: 10n, what: 'bill', balance: 15n },
    { pence: -12n, what: 'receipt', balance: 3n },
  ]);
  expect(closing).toBe(3n);
  expect(runningBalance(7n, [])).toEqual({ changes: [], closing: 7n });
});

it('it closes with what it opened with and all changes, whatever they are', () => {
  const anyChanges = fc.array(fc.record({ pence: fc.bigInt(-(10n ** 15n), 10n ** 15n) }));
  fc.assert(
    fc.property(fc.bigInt(), anyChanges, (opening, given) => {
      const { changes, closing } = runningBalance(opening, given);
      expect(closing).toBe(given.reduce((sum, { pence }) => sum + pence, opening));
      expect(changes.at(-1)?.balance ?? opening).toBe(closing);
    }),
    cases(500),
  );
});
