/**
 * A part of a whole in percent with two decimals, rounded down, so that only all of it is `100.00`. All of nothing is all
 * of it. Both whole numbers from nothing up, the part no more than the whole.
 */
export function percentOf(part: bigint, whole: bigint): string {
  if (part < 0n || part > whole) throw new RangeError('A part is no more than its whole');
  const hundredths = whole === 0n ? 10_000n : (part * 10_000n) / whole;
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
