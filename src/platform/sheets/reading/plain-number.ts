/** The digits that a spreadsheet shows of a number; it keeps 17, the last two of which are the dust of binary fractions. */
const SHOWN = 15;

/**
 * A number as a workbook writes it (`1234.0999999999999`, `1.5E-2`), as the spreadsheet shows it: `1234.1`, `0.015`. Worked
 * out on the digits, never through a float. None where it is no number.
 */
export function plainNumber(text: string): string | undefined {
  const [, sign = '', whole = '', part = '', power = '0'] =
    /^\s*([+-]?)(\d{1,400})(?:\.(\d{0,400}))?(?:[eE]([+-]?\d{1,3}))?\s*$/.exec(text) ?? [];
  if (whole === '') return undefined;
  const { digits, after } = shown((whole + part).replace(/^0+(?=\d)/, ''), part.length - Number(power));
  const written = place(digits, after);
  return sign === '-' && /[1-9]/.test(written) ? `-${written}` : written;
}

/** At most fifteen digits, the last rounded half up; how many of them stand after the point. */
function shown(digits: string, after: number): { digits: string; after: number } {
  const over = digits.length - SHOWN;
  if (over <= 0) return { digits, after };
  const up = (digits[SHOWN] ?? '0') >= '5' ? 1n : 0n;
  return { digits: String(BigInt(digits.slice(0, SHOWN)) + up), after: after - over };
}

function place(digits: string, after: number): string {
  if (after <= 0) return digits === '0' ? '0' : digits + '0'.repeat(-after);
  const padded = digits.padStart(after + 1, '0');
  const part = padded.slice(-after).replace(/0+$/, '');
  return part === '' ? padded.slice(0, -after) : `${padded.slice(0, -after)}.${part}`;
}
