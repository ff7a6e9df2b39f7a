import { workbookParts } from '../../src/platform/sheets/xlsx-parts.js';
import { type Entry, zip } from '../../src/platform/sheets/zip.js';
import type { ReadCell, ReadRow } from '../../src/platform/sheets/reading/cell.js';
import { SheetRefused } from '../../src/platform/sheets/reading/refusal.js';
import type { SheetReader, SheetRead } from '../../src/platform/sheets/sheet-reader.js';

const NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A sheet's part, of rows as XML. */
export const sheetXml = (rows: string, after = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet ${NAMESPACE}><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** A row of cells as XML. */
export const rowXml = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;

/** A cell that holds text. */
export const textXml = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** A workbook with this sheet, and with other parts beside it or in place of its own. */
export function workbook(sheet: string, others: Readonly<Record<string, string | Buffer>> = {}): Promise<Buffer> {
  const parts = new Map<string, Uint8Array>();
  for (const { name, content } of workbookParts(['Contributions'])) parts.set(name, content);
  parts.set('xl/worksheets/sheet1.xml', Buffer.from(sheet));
  for (const [name, content] of Object.entries(others)) parts.set(name, Buffer.from(content));
  return zip([...parts].map(([name, content]): Entry => ({ name, content })));
}

export type Outcome = { readonly rows: readonly ReadRow[]; readonly read: SheetRead } | { readonly refused: string };

/** Reads a file, and gives its rows or why not. */
export async function readFile(reader: SheetReader, file: Buffer, wanted = ''): Promise<Outcome> {
  const rows: ReadRow[] = [];
  try {
    const read = await reader.read(pieces(file), wanted, (some) => {
      rows.push(...some);
      return Promise.resolve();
    });
    return { rows, read };
  } catch (thrown) {
    if (thrown instanceof SheetRefused) return { refused: thrown.code };
    throw thrown;
  }
}

/** The cells of what was read, row by row; of what was refused, why. */
export async function cellsOf(reader: SheetReader, file: Buffer): Promise<readonly (readonly ReadCell[])[] | string> {
  const outcome = await readFile(reader, file);
  return 'refused' in outcome ? outcome.refused : outcome.rows.map(({ cells }) => cells);
}

/** A file as it comes in from outside. */
export function* pieces(file: Buffer): Iterable<Uint8Array> {
  for (let at = 0; at < file.length; at += 65_536) yield file.subarray(at, at + 65_536);
}

/** The same archive, in whose directory and parts a number is other than it should be. */
export function lying(archive: Buffer, part: string, field: 'size' | 'packed' | 'sum' | 'flag', value: number): Buffer {
  const told = Buffer.from(archive);
  const [inEntry, inDirectory] = { flag: [6, 8], sum: [14, 16], packed: [18, 20], size: [22, 24] }[field] as [
    number,
    number,
  ];
  for (const [mark, place, name] of [
    ['PK\u0003\u0004', inEntry, 30],
    ['PK\u0001\u0002', inDirectory, 46],
  ] as const) {
    for (let at = told.indexOf(mark, 0, 'latin1'); at !== -1; at = told.indexOf(mark, at + 4, 'latin1')) {
      if (told.toString('latin1', at + name, at + name + part.length) !== part) continue;
      if (field === 'flag') told.writeUInt16LE(value, at + place);
      else told.writeUInt32LE(value, at + place);
    }
  }
  return told;
}
