/** The largest whole number that JavaScript's numbers have exactly with all those below it. */
export const MOST_SMALL = Number.MAX_SAFE_INTEGER;

const [MOST, LEAST] = [BigInt(MOST_SMALL), -BigInt(MOST_SMALL)];
const HALF = 2 ** 32;
/** One whole number of 64 bits, and its two halves: to pass through them costs a quarter of `Number` and half of `BigInt`. */
const whole = new BigInt64Array(1);
const halves = new Uint32Array(whole.buffer);
const LOW = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 0 : 1;

/** A whole number as one of JavaScript's, exactly; `NaN` when it is not below 2^53 either way. */
export function toSmall(n: bigint): number {
  if (n > MOST || n < LEAST) return NaN;
  whole[0] = n;
  const high = halves[1 - LOW] as number;
  return (high >= HALF / 2 ? high - HALF : high) * HALF + (halves[LOW] as number);
}

/** A whole number below 2^53 either way. */
export function fromSmall(n: number): bigint {
  const high = quotient(n, HALF);
  halves[1 - LOW] = high;
  halves[LOW] = n - high * HALF;
  return whole[0] as bigint;
}

/**
 * How often b, above nothing, goes into a, downwards; both whole and below 2^53. What a ÷ b lacks to the next whole number
 * is at least 1 ÷ b, which is more than it is rounded by, so it never becomes that number.
 */
export function quotient(a: number, b: number): number {
  return Math.floor(a / b);
}

/** What is left of a ÷ b, neither negative, b above nothing: `%` costs twice as much. */
export function remainder(a: number, b: number): number {
  return a - quotient(a, b) * b;
}

/** The greatest common divisor of two such numbers, neither negative (Euclid); of nothing and nothing, nothing. */
export function gcdOfSmall(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, remainder(x, y)];
  return x;
}
