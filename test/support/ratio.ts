/** Small fractions for the oracles, reduced at every operation: nothing of the engine, so that they can disagree with it. */
export type Ratio = readonly [bigint, bigint];

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export const ratio = (n: bigint, d = 1n): Ratio => {
  const common = gcd(n, d) * (d < 0n ? -1n : 1n);
  return common === 0n ? [0n, 1n] : [n / common, d / common];
};
export const plus = (a: Ratio, b: Ratio): Ratio => ratio(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, [-b[0], b[1]]);
export const times = (a: Ratio, b: Ratio): Ratio => ratio(a[0] * b[0], a[1] * b[1]);
export const over = (a: Ratio, b: Ratio): Ratio => ratio(a[0] * b[1], a[1] * b[0]);
export const total = (list: readonly Ratio[]): Ratio => list.reduce(plus, ratio(0n));
export const below = (a: Ratio, b: Ratio): boolean => a[0] * b[1] < b[0] * a[1];
export const size = (a: Ratio): Ratio => (a[0] < 0n ? [-a[0], a[1]] : a);
export const down = (a: Ratio): bigint => (a[0] - (((a[0] % a[1]) + a[1]) % a[1])) / a[1];
/** Halves away from nothing. */
export const nearest = (a: Ratio): bigint => (a[0] < 0n ? -down(plus(size(a), [1n, 2n])) : down(plus(a, [1n, 2n])));

/** A decimal that is not negative, as posted. */
export const decimal = (text: string): Ratio => {
  const [whole = '', part = ''] = text.split('.');
  return ratio(BigInt(whole + part), 10n ** BigInt(part.length));
};

/** Pounds as whole pence. */
export const pence = (text: string): bigint => BigInt(text.replace('.', ''));

/** A date as a number of days. */
export const dayOf = (text: string): number => Date.parse(text) / 86_400_000;

/**
 * Hands out a target that is not negative by sorting everyone, as formula.md words each rule.
 */
export function handOut(target: bigint, exact: Ratio[], rounding: Rounding, ids: readonly string[]): bigint[] {
  const unit = { '0.01': 1n, '1': 100n, '10': 1000n, '1000': 100_000n }[rounding.unit]!;
  const inUnits = exact.map((part) => over(part, ratio(unit)));
  const { rule, partner } = rounding.remainder;
  const named = ids.indexOf(partner ?? '');
  if (rule === 'partner' && named >= 0 && exact[named]![0] !== 0n) {
    const amounts = inUnits.map((part) => down(plus(part, [1n, 2n])) * unit);
    amounts[named] = target - amounts.reduce((sum, n, i) => (i === named ? sum : sum + n), 0n);
    return amounts;
  }
  const key = (i: number): Ratio => {
    if (rule === 'first-listed') return ratio(0n);
    return rule === 'largest-share' ? inUnits[i]! : minus(inUnits[i]!, ratio(down(inUnits[i]!)));
  };
  const order = exact.map((_, i) => i).filter((i) => exact[i]![0] !== 0n);
  order.sort((a, b) => (below(key(b), key(a)) ? -1 : below(key(a), key(b)) ? 1 : a - b));
  const amounts = inUnits.map((part) => down(part) * unit);
  const missing = () => target - amounts.reduce((sum, n) => sum + n, 0n);
  for (const i of order) amounts[i]! += missing() < unit ? missing() : unit;
  return amounts;
}

/** A document's rounding, as posted. */
interface Rounding {
  readonly unit: string;
  readonly remainder: { readonly rule: string; readonly partner?: string };
}
