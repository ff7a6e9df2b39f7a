import fc from 'fast-check';

/** Posted documents are bent in every way by tests, so they have no type. */
export type Posted = ReturnType<typeof JSON.parse>;

/** A number as n over d, apart from the engine's own. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

/** How a table is printed: for each column how many decimals, and how a figure is cut to them. */
export type Cut = 'rounded' | 'truncated';

/** Prints n over d at so many decimals of a unit of ten to the power of `power`; halves go away from nothing. */
export function print({ n, d }: Exact, decimals: number, power: number, cut: Cut): string {
  const [size, over] = [(n < 0n ? -n : n) * 10n ** BigInt(decimals), d * 10n ** BigInt(power)];
  const digits = cut === 'truncated' ? size / over : (2n * size + over) / (2n * over);
  const text = String(digits).padStart(decimals + 1, '0');
  const point = decimals > 0 ? `${text.slice(0, -decimals)}.${text.slice(-decimals)}` : text;
  return n < 0n && digits > 0n ? `-${point}` : point;
}

/** The true figures of a table, in whole units, and how it is printed. */
export interface TrueTable {
  readonly rows: readonly { readonly previous: bigint; readonly increase: bigint }[];
  readonly decimals: Readonly<Record<string, number>>;
  readonly power: number;
  readonly cuts: readonly Cut[];
  readonly isSplit: boolean;
}

const COLUMNS = ['previous', 'increase', 'amount', 'risePercent', 'sharePercent', 'base', 'basePercent', 'each'];

const line = (previous: bigint, increase: bigint, total: bigint, each: Exact): Record<string, Exact> => {
  const amount = previous + increase;
  return {
    previous: { n: previous, d: 1n },
    increase: { n: increase, d: 1n },
    amount: { n: amount, d: 1n },
    risePercent: previous > 0n ? { n: 100n * increase, d: previous } : { n: -100n * increase, d: -previous },
    sharePercent: total > 0n ? { n: 100n * amount, d: total } : { n: -100n * amount, d: -total },
    base: { n: previous + 2n * increase, d: 1n },
    basePercent: previous > 0n ? { n: 100n * (previous + 2n * increase), d: previous } : { n: 0n, d: 1n },
    each,
  };
};

/** The table as it would be posted: every cell printed, each cut in its way in turn. */
export function post({ rows, decimals, power, cuts, isSplit }: TrueTable): Posted {
  const total = rows.reduce((sum, { previous, increase }) => sum + previous + increase, 0n);
  const [previous, increase] = [rows.reduce((s, r) => s + r.previous, 0n), rows.reduce((s, r) => s + r.increase, 0n)];
  const part = { n: total, d: BigInt(rows.length) };
  let turn = 0;
  const cells = (exact: Record<string, Exact>) =>
    Object.fromEntries(
      COLUMNS.map((column) => {
        const isPercent = column.endsWith('Percent');
        turn += 1;
        return [column, print(exact[column]!, decimals[column]!, isPercent ? 0 : power, cuts[turn % cuts.length]!)];
      }),
    );
  const ids = rows.map((_, i) => `p${i}`);
  return {
    display: new Set(cuts).size > 1 ? 'either' : cuts[0],
    columns: COLUMNS.map((id) => (id.endsWith('Percent') ? { id } : { id, unit: String(10n ** BigInt(power)) })),
    rows: rows.map((row, i) => ({ partner: ids[i], cells: cells(line(row.previous, row.increase, total, part)) })),
    totals: cells(line(previous, increase, total, { n: total, d: 1n })),
    relations: [
      { kind: 'sum', column: 'base', of: ['amount', 'increase'] },
      { kind: 'percent', column: 'basePercent', part: 'base', of: 'previous' },
      ...(isSplit ? [{ kind: 'equal', column: 'each', over: rows.length }] : []),
    ],
  };
}

const anyCuts = fc.constantFrom<readonly Cut[]>(
  ['rounded'],
  ['truncated'],
  ['rounded', 'truncated'],
  ['truncated', 'truncated', 'rounded'],
);

/** Tables whose true figures follow every relation: sums, rises and falls, cut to anything from pennies to millions. */
export const anyTrueTable: fc.Arbitrary<TrueTable> = fc
  .record({
    rows: fc.array(fc.record({ previous: fc.bigInt(1n, 10n ** 7n), increase: fc.bigInt(-(10n ** 5n), 10n ** 6n) }), {
      minLength: 1,
      maxLength: 6,
    }),
    decimals: fc
      .array(fc.nat(3), { minLength: COLUMNS.length, maxLength: COLUMNS.length })
      .map((all) => Object.fromEntries(COLUMNS.map((id, i) => [id, all[i]!]))),
    power: fc.constantFrom(0, 3, 6),
    cuts: anyCuts,
    isSplit: fc.constant(true),
  })
  .filter(({ rows }) => rows.reduce((sum, r) => sum + r.previous + r.increase, 0n) !== 0n);
