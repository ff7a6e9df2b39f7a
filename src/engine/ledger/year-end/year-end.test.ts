import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../../test/support/cases.js';
import { pence } from '../../money/pence.js';
import { type AccountKind } from '../accounts.js';
import { type Balance } from '../position.js';
import { type Line, propose, turn } from '../propose.js';
import { composeYearEnd } from './year-end.js';

const balance = (kind: AccountKind, amount: bigint, of: Partial<Balance> = {}): Balance => ({
  ...{ fund: 'pool', kind, authority: null, line: null, pence: amount },
  ...of,
});
const a = { authority: 'a' };
const staff = { line: 'staff' };

/** Owed £10 from before; £100 billed, £90 paid, £80 spent; £15 given back and £5 carried forward. */
const opening = [balance('receivable', 1_000n, a), balance('contributed', -1_000n)];
const posted = [
  balance('receivable', 10_000n, a),
  balance('rebated', -1_500n, a),
  balance('paid', -9_000n, a),
  balance('contributed', -10_000n),
  balance('cash', 1_000n),
  balance('budget-line', 8_000n, staff),
  balance('variance', 2_000n),
  balance('carried-forward', -500n),
];
const closing = [
  ...posted.filter(({ kind }) => kind !== 'receivable' && kind !== 'contributed'),
  balance('receivable', 11_000n, a),
  balance('contributed', -11_000n),
];

describe('the account of a year', () => {
  it('shows what it opened with, what came and went, and what it closes with', () => {
    const [fund] = composeYearEnd({ opening, posted, closing });
    expect(fund).toMatchObject({
      partners: [
        {
          partner: 'a',
          owedBefore: 1_000n,
          billed: 10_000n,
          rebated: 1_500n,
          paid: 9_000n,
          owedAfter: 500n,
          inKind: 0n,
        },
      ],
      lines: [{ line: 'staff', spent: 8_000n }],
      account: { contributed: 10_000n, granted: 0n, spent: 8_000n, under: 2_000n, settled: -2_000n },
      opening: { cash: 0n, owed: 1_000n, reserve: 0n, carriedForward: 0n, unsettled: 1_000n },
      closing: { cash: 1_000n, owed: 500n, reserve: 0n, carriedForward: 500n, unsettled: 1_000n },
    });
    expect(fund?.checks.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('says how far off it is where a year does not foot', () => {
    const [fund] = composeYearEnd({ opening, posted: [...posted, balance('cash', 7n)], closing });
    expect(fund?.checks.find(({ check }) => check === 'year-foots')).toEqual({
      check: 'year-foots',
      holds: false,
      off: 7n,
    });
    const [other] = composeYearEnd({ opening, posted, closing: [...closing, balance('cash', 7n)] });
    expect(other?.checks.filter(({ holds }) => !holds).map(({ check, off }) => [check, off])).toEqual([
      ['year-foots', 7n],
      ['balance-foots', 7n],
      ['cash-foots', 7n],
    ]);
  });

  it('has no fund where nothing was posted', () => {
    expect(composeYearEnd({ opening: [], posted: [], closing: [] })).toEqual([]);
  });
});

const kinds = ['contribution', 'one-off', 'rebate', 'spending', 'grant', 'in-kind'] as const;
const needs = {
  contribution: ['authority'],
  'one-off': ['authority'],
  rebate: ['authority'],
  spending: ['line'],
  grant: ['line'],
  'in-kind': ['authority', 'line'],
} as const;
const anyEntry = fc
  .record({
    kind: fc.constantFrom(...kinds),
    fund: fc.constantFrom('pool', 'own'),
    authority: fc.constantFrom('a', 'b'),
    line: fc.constantFrom('staff', 'rent'),
    amount: fc.bigInt(1n, 10n ** 12n).map(pence),
    reversed: fc.boolean(),
  })
  .map(({ kind, fund, amount, reversed, ...of }) => {
    const names: readonly string[] = needs[kind];
    const facts = {
      authority: names.includes('authority') ? of.authority : null,
      line: names.includes('line') ? of.line : null,
    };
    const outcome = propose(kind, { ...facts, pays: null, reference: null }, amount);
    const lines: readonly Line[] = outcome.ok ? outcome.value : [];
    return (reversed ? turn(lines) : lines).map(({ account, ...line }) => ({ fund, kind: account, ...line }));
  });
const anyEntries = fc.array(anyEntry, { maxLength: 15 }).map((entries) => entries.flat());

it('foots whatever was posted, and a year opens with what the one before closed at', () => {
  fc.assert(
    fc.property(anyEntries, anyEntries, (before, inYear) => {
      const funds = composeYearEnd({ opening: before, posted: inYear, closing: [...before, ...inYear] });
      const earlier = composeYearEnd({ opening: [], posted: before, closing: before });
      expect(funds.flatMap(({ checks }) => checks).filter(({ holds }) => !holds)).toEqual([]);
      for (const { fund, partners, account, opening: opens, closing: closes } of funds) {
        const was = earlier.find((one) => one.fund === fund);
        if (was) expect(opens).toEqual(was.closing);
        expect(closes.unsettled - opens.unsettled).toBe(account.under + account.settled);
        for (const { owedBefore, billed, rebated, paid, owedAfter } of partners) {
          expect(owedBefore + billed - rebated - paid).toBe(owedAfter);
        }
      }
    }),
    cases(300),
  );
});
