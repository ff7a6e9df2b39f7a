/** A cell: text, a number, or nothing. Numbers are written as they are, so a negative one stays a number. */
export type Cell = string | number | bigint | null;

/** What a spreadsheet may take for the start of a formula, in full width too, even after spaces or a quotation mark. */
const FORMULA = /(?<=^|[\r\n])(?=(?:[^\S\r\n]|["'])*[=+\-@\t\0\uff1d\uff0b\uff0d\uff20])/g;

/** The apostrophe that was put before such a start. */
const HARMLESS = /(?<=^|[\r\n])'(?=(?:[^\S\r\n]|["'])*[=+\-@\t\0\uff1d\uff0b\uff0d\uff20])/g;

/** An amount as text: a number to a spreadsheet, even below nothing, and never a formula. */
const AMOUNT = /^-?\d+\.\d{2}$/;

/**
 * RFC 4180, with a byte-order mark so that spreadsheets read it as UTF-8. No cell is a live formula (INV-28). In the columns
 * of amounts, by their places, one below nothing stays the number that it is.
 */
export function writeCsv(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  amounts: ReadonlySet<number> = new Set(),
): string {
  const isAmount = (value: Cell, place: number) =>
    amounts.has(place) && typeof value === 'string' && AMOUNT.test(value);
  const lines = [
    header.map(cell).join(','),
    ...rows.map((row) => row.map((value, place) => (isAmount(value, place) ? value : cell(value))).join(',')),
  ];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** The text that was written: what made a formula of it harmless is taken away again, and nothing else. */
export function asItWas(text: string): string {
  return text.replaceAll(HARMLESS, '');
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const harmless = value.replaceAll(FORMULA, "'");
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
