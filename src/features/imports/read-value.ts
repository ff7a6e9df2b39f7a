import type { ColumnKind } from '../../platform/sheets/table.js';

type Reads = (text: string) => string | number | boolean;

/** A cell's text as the API would take it, where it can be read so; as it stands where it cannot. */
export const readValue: Readonly<Record<ColumnKind, Reads>> = {
  text: (text) => text,
  money: (text) => pounds(text.trim()),
  date: (text) => date(text.trim()),
  number: (text) => (/^\d{1,15}$/.test(text.trim()) ? Number(text) : text),
  'yes-no': (text) => yesOrNo.get(text.trim().toLowerCase()) ?? text,
};

const yesOrNo = new Map<string, boolean>([
  ...(['true', 'yes'] as const).map((word) => [word, true] as const),
  ...(['false', 'no'] as const).map((word) => [word, false] as const),
]);

/** A spreadsheet shows `1.50` as `1.5` and `2.00` as `2`: the decimals that are not there are nothing. */
function pounds(text: string): string {
  const [, whole, part = ''] = /^(-?\d+)(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return whole === undefined ? text : `${whole}.${part.padEnd(2, '0')}`;
}

/** As in the United Kingdom, where the day comes first. */
function date(text: string): string {
  const [, day = '', month = '', year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
