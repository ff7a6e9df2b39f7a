import { type Fraction, roundHalfAwayFromZero, showFraction } from './fraction.js';
import { powerOfTen } from './powers.js';
import { MOST_SMALL, quotient, toSmall } from './small.js';

const NOTHING = /^0*$/;

/** The digits of a number to `places` decimals, without its sign and point, a half away from zero. */
function digitsOf(f: Fraction, places: number): string {
  const [n, d] = [toSmall(f.numerator), toSmall(f.denominator)];
  const doubled = 2 * (n < 0 ? -n : n) * 10 ** places + d;
  if (doubled <= MOST_SMALL && 2 * d <= MOST_SMALL) return String(quotient(doubled, 2 * d));
  const scaled = roundHalfAwayFromZero({ numerator: f.numerator * powerOfTen(places), denominator: f.denominator });
  return String(scaled < 0n ? -scaled : scaled);
}

/** A number to `places` decimals for display only, a half away from zero: `formatDecimal(1/3, 2)` is `0.33`. */
export function formatDecimal(f: Fraction, places: number): string {
  const digits = digitsOf(f, places).padStart(places + 1, '0');
  const point = digits.length - places;
  const sign = f.numerator < 0n && !NOTHING.test(digits) ? '-' : '';
  return `${sign}${digits.slice(0, point)}${places > 0 ? `.${digits.slice(point)}` : ''}`;
}

const MOST_PLACES = 12;
const MOST_SCALE = powerOfTen(MOST_PLACES);

/** A number as a decimal when it has one of at most 12 places, else as a fraction in lowest terms. */
export function showDecimal(f: Fraction): string {
  if (f.denominator === 1n) return String(f.numerator);
  if ((f.numerator * MOST_SCALE) % f.denominator !== 0n) return showFraction(f);
  let [places, scale] = [0, 1n];
  for (; (f.numerator * scale) % f.denominator !== 0n; places += 1) scale *= 10n;
  return formatDecimal(f, places);
}
