import { describe, expect, it } from '@jest/globals';
import { type AccountKind } from './accounts.js';
import { type Balance, composePosition } from './position.js';
import { composeYearEnd } from './year-end/year-end.js';

const of = (fund: string, kind: AccountKind, pence: bigint, whose: Partial<Balance> = {}): Balance => ({
  ...{ fund, kind, authority: null, line: null, pence },
  ...whose,
});
const a = { authority: 'a' };
const b = { authority: 'b' };
const staff = { line: 'staff' };
const fees = { line: 'fees' };

/** Something on every kind of account, of two partners and two lines, with no two amounts alike; and another fund. */
const pool = [
  ...[of('pool', 'receivable', 9_000n, b), of('pool', 'receivable', 7_000n, a)],
  ...[of('pool', 'rebated', -300n, a), of('pool', 'paid', -5_000n, b), of('pool', 'paid', -4_100n, a)],
  ...[of('pool', 'contributed', -15_000n), of('pool', 'cash', 4_400n), of('pool', 'grant', -2_200n, staff)],
  ...[
    of('pool', 'grant', -100n, fees),
    of('pool', 'budget-line', 6_000n, staff),
    of('pool', 'budget-line', 1_000n, fees),
  ],
  ...[of('pool', 'reserve', -450n), of('pool', 'variance', -130n), of('pool', 'carried-forward', -120n)],
  ...[of('pool', 'in-kind-used', 55n, staff), of('pool', 'in-kind-used', 11n, fees)],
  ...[of('pool', 'in-kind-given', -44n, a), of('pool', 'in-kind-given', -22n, b)],
];
const other = [of('a-fund', 'cash', 8n), of('a-fund', 'paid', -8n, a)];

describe('each figure is that of its own accounts', () => {
  it('in a position: by partner over all funds, by fund, by line of a fund, in order', () => {
    const { partners, funds, lines, checks } = composePosition([...pool, ...other]);
    expect(partners).toEqual([
      { partner: 'a', billed: 7_000n, rebated: 300n, paid: 4_108n, outstanding: 2_592n, inKind: 44n },
      { partner: 'b', billed: 9_000n, rebated: 0n, paid: 5_000n, outstanding: 4_000n, inKind: 22n },
    ]);
    expect(funds).toEqual([
      {
        ...{ fund: 'a-fund', contributed: 0n, granted: 0n, spent: 0n, cash: 8n },
        ...{ reserve: 0n, variance: 0n, carriedForward: 0n },
      },
      {
        ...{ fund: 'pool', contributed: 15_000n, granted: 2_300n, spent: 7_000n, cash: 4_400n },
        ...{ reserve: 450n, variance: 130n, carriedForward: 120n },
      },
    ]);
    expect(lines).toEqual([
      { fund: 'pool', line: 'fees', spent: 1_000n, granted: 100n, inKind: 11n },
      { fund: 'pool', line: 'staff', spent: 6_000n, granted: 2_200n, inKind: 55n },
    ]);
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('and a penny more on any one account is found by the check that it belongs to', () => {
    const found = pool.map((one) => {
      const { checks } = composePosition(pool.map((it) => (it === one ? { ...it, pence: it.pence + 1n } : it)));
      return [one.kind, checks.flatMap(({ check, holds, off }) => (holds ? [] : [`${check} ${off}`])).join()];
    });
    expect(Object.fromEntries(found)).toEqual({
      ...{ receivable: 'bills-foot 1', rebated: 'bills-foot 1', contributed: 'bills-foot 1' },
      ...{ variance: 'bills-foot 1', reserve: 'bills-foot 1', 'carried-forward': 'bills-foot 1' },
      ...{ cash: 'cash-foots 1', paid: 'cash-foots 1', grant: 'cash-foots 1', 'budget-line': 'cash-foots 1' },
      ...{ 'in-kind-used': 'in-kind-foots 1', 'in-kind-given': 'in-kind-foots 1' },
    });
  });

  it('in a year: of its own fund, partner and line, in order', () => {
    const [first, second] = composeYearEnd({ opening: other, posted: pool, closing: [...other, ...pool] });
    expect([first?.fund, second?.fund]).toEqual(['a-fund', 'pool']);
    expect(first).toMatchObject({
      partners: [{ partner: 'a', owedBefore: -8n, billed: 0n, paid: 0n, owedAfter: -8n }],
      ...{ lines: [], opening: { cash: 8n, owed: -8n }, closing: { cash: 8n, owed: -8n, unsettled: 0n } },
    });
    expect(second?.partners).toEqual([
      {
        ...{ partner: 'a', owedBefore: 0n, billed: 7_000n, rebated: 300n, paid: 4_100n, owedAfter: 2_600n },
        inKind: 44n,
      },
      { partner: 'b', owedBefore: 0n, billed: 9_000n, rebated: 0n, paid: 5_000n, owedAfter: 4_000n, inKind: 22n },
    ]);
    expect(second?.lines).toEqual([
      { line: 'fees', spent: 1_000n, granted: 100n, inKind: 11n },
      { line: 'staff', spent: 6_000n, granted: 2_200n, inKind: 55n },
    ]);
    expect(second?.account).toEqual({
      ...{ contributed: 15_000n, granted: 2_300n, inKind: 66n, spent: 7_000n, under: 10_300n, settled: 130n },
    });
    expect(second?.closing).toEqual({
      ...{ cash: 4_400n, owed: 6_600n, reserve: 450n, carriedForward: 120n, unsettled: 10_430n },
    });
    expect([first, second].flatMap((fund) => fund?.checks.filter(({ holds }) => !holds))).toEqual([]);
  });

  it('and a year is off by what each of its accounts is off, however two of them make up for each other', () => {
    const swapped = [...pool, of('pool', 'budget-line', 5n, staff), of('pool', 'budget-line', -5n, fees)];
    const [fund] = composeYearEnd({ opening: [], posted: pool, closing: swapped });
    expect(fund?.checks.flatMap(({ check, holds, off }) => (holds ? [] : [[check, off]]))).toEqual([
      ['year-foots', 10n],
    ]);
    const partner = [...pool, of('pool', 'receivable', 5n, a), of('pool', 'receivable', -5n, b)];
    const [its] = composeYearEnd({ opening: [], posted: partner, closing: pool });
    expect(its?.checks.flatMap(({ check, holds, off }) => (holds ? [] : [[check, off]]))).toEqual([
      ['year-foots', 10n],
    ]);
    const less = [...pool, of('pool', 'cash', -7n)];
    const [short] = composeYearEnd({ opening: less, posted: [], closing: less });
    expect(short?.checks.find(({ check }) => check === 'balance-foots')).toMatchObject({ holds: false, off: 14n });
  });
});
