import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../test/support/cases.js';
import { type AccountKind } from './accounts.js';
import { type Balance, composePosition } from './position.js';

const balance = (kind: AccountKind, pence: bigint, of: Partial<Balance> = {}): Balance => ({
  ...{ fund: 'pool', kind, authority: null, line: null, pence },
  ...of,
});
const kent = { authority: 'kent' };

/** A bill of £100 to Kent, £10 let off, £60 paid, £25 spent on staffing. */
const example = [
  balance('receivable', 10_000n, kent),
  balance('rebated', -1_000n, kent),
  balance('contributed', -9_000n),
  balance('paid', -6_000n, kent),
  balance('cash', 3_500n),
  balance('budget-line', 2_500n, { line: 'staffing' }),
];

describe('what the accounts come to', () => {
  it('is shown by partner, by fund and by line, with the signs people use', () => {
    const { partners, funds, lines } = composePosition(example);
    expect(partners).toEqual([
      { partner: 'kent', billed: 10_000n, rebated: 1_000n, paid: 6_000n, outstanding: 3_000n, inKind: 0n },
    ]);
    expect(funds).toEqual([
      {
        ...{ fund: 'pool', contributed: 9_000n, granted: 0n, spent: 2_500n, cash: 3_500n },
        ...{ reserve: 0n, variance: 0n, carriedForward: 0n },
      },
    ]);
    expect(lines).toEqual([{ fund: 'pool', line: 'staffing', spent: 2_500n, granted: 0n, inKind: 0n }]);
  });

  it('is checked: each group of accounts comes to nothing, and what does not is said', () => {
    expect(composePosition(example).checks.every(({ holds }) => holds)).toBe(true);
    const off = composePosition([...example, balance('cash', 1n)]).checks.filter(({ holds }) => !holds);
    expect(off).toEqual([{ check: 'cash-foots', fund: 'pool', holds: false, off: 1n }]);
  });

  it('is nothing where nothing was posted', () => {
    expect(composePosition([])).toEqual({ partners: [], funds: [], lines: [], checks: [] });
  });
});

const partners = ['kent', 'medway', 'bexley'];
const anyBalance: fc.Arbitrary<Balance> = fc.oneof(
  fc.record({
    fund: fc.constantFrom('pool', 'own'),
    kind: fc.constantFrom<AccountKind>('receivable', 'paid', 'rebated', 'in-kind-given'),
    authority: fc.constantFrom(...partners),
    line: fc.constant(null),
    pence: fc.bigInt(-(10n ** 15n), 10n ** 15n),
  }),
  fc.record({
    fund: fc.constantFrom('pool', 'own'),
    kind: fc.constantFrom<AccountKind>('budget-line', 'in-kind-used', 'grant'),
    authority: fc.constant(null),
    line: fc.constantFrom('staffing', 'premises'),
    pence: fc.bigInt(-(10n ** 15n), 10n ** 15n),
  }),
);

describe('whatever was posted', () => {
  it('no penny of a partner or a line is lost or shown twice', () => {
    fc.assert(
      fc.property(fc.array(anyBalance, { maxLength: 40 }), (balances) => {
        const position = composePosition(balances);
        const of = (...kinds: AccountKind[]) =>
          balances.reduce((sum, { kind, pence }) => (kinds.includes(kind) ? sum + pence : sum), 0n);
        const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
        expect(sum(position.partners.map(({ outstanding }) => outstanding))).toBe(of('receivable', 'rebated', 'paid'));
        expect(sum(position.partners.map(({ inKind }) => inKind))).toBe(-of('in-kind-given'));
        expect(sum(position.lines.map(({ spent }) => spent))).toBe(of('budget-line'));
        expect(sum(position.funds.map(({ spent }) => spent))).toBe(of('budget-line'));
        expect(sum(position.lines.map(({ granted }) => granted))).toBe(-of('grant'));
      }),
      cases(500),
    );
  });
});
