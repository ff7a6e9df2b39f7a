import { setImmediate } from 'node:timers/promises';
import type { Cell } from '../http/csv.js';
import { columnLetters } from './address.js';
import { serialOf } from './serial-date.js';
import type { Column, ColumnKind, Table } from './table.js';
import { escapeXml, LONGEST_CELL, writeXlsxText } from './xlsx-text.js';
import { workbookParts } from './xlsx-parts.js';
import { type Entry, zip } from './zip.js';

/** Looks of cells, as `workbookParts` numbers them. */
const look = { plain: 0, text: 1, money: 2, date: 3, heading: 4 } as const;

/** Beyond this a spreadsheet's own numbers are no longer exact to the penny, so that the amount is written as text. */
const EXACT_DIGITS = 15;
const ROWS_AT_ONCE = 2_000;
const TOO_LONG = 'Too long for a cell of a spreadsheet: it is in the CSV.';

/**
 * A workbook, one sheet for each table. Text is text and never a formula, marked as spreadsheets mark it, so that it stays
 * text when somebody edits the cell. Amounts are numbers whose digits are written out exactly as they are kept.
 */
export async function writeXlsx(tables: readonly Table[]): Promise<Buffer> {
  const sheets: Entry[] = [];
  for (const [index, table] of tables.entries()) {
    sheets.push({ name: `xl/worksheets/sheet${index + 1}.xml`, content: Buffer.from(await sheet(table)) });
  }
  return zip([...workbookParts(tables.map(({ name }) => name)), ...sheets]);
}

async function sheet({ columns, rows }: Table): Promise<string> {
  const written = [
    row(
      1,
      columns.map(({ name }, index) => text(address(index, 1), name, look.heading)),
    ),
  ];
  for (const [index, cells] of rows.entries()) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate();
    const number = index + 2;
    written.push(
      row(
        number,
        cells.map((value, at) => cell(address(at, number), value, columns[at])),
      ),
    );
  }
  const widths = columns.map(
    ({ kind }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width[kind]}" customWidth="1"/>`,
  );
  const above =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}">${above}<cols>${widths.join('')}</cols><sheetData>${written.join('')}</sheetData></worksheet>`;
}

const width: Readonly<Record<ColumnKind, number>> = { text: 28, money: 16, date: 12, number: 10, 'yes-no': 12 };
const address = (column: number, row: number) => `${columnLetters(column)}${row}`;
const row = (number: number, cells: readonly string[]) => `<row r="${number}">${cells.join('')}</row>`;

function cell(at: string, value: Cell, column: Column | undefined): string {
  if (value === null) return '';
  const written = String(value);
  const number = column && numberOf[column.kind](written);
  if (number !== undefined && column) return `<c r="${at}" s="${looks[column.kind]}"><v>${number}</v></c>`;
  if (column?.kind === 'yes-no') return `<c r="${at}" t="b"><v>${written === 'true' ? 1 : 0}</v></c>`;
  return text(at, written.length > LONGEST_CELL ? TOO_LONG : written, look.text);
}

function text(at: string, value: string, s: number): string {
  return `<c r="${at}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${writeXlsxText(value)}</t></is></c>`;
}

const looks: Readonly<Record<ColumnKind, number>> = {
  ...{ text: look.text, money: look.money, date: look.date, number: look.plain, 'yes-no': look.plain },
};

/** What stands in the cell where a spreadsheet can hold it as a number exactly; none where it has to be text. */
const numberOf: Readonly<Record<ColumnKind, (written: string) => string | undefined>> = {
  text: () => undefined,
  money: (written) => exact(written, /^-?\d+\.\d\d$/),
  number: (written) => exact(written, /^-?\d+$/),
  date: (written) => (/^\d{4}-\d\d-\d\d$/.test(written) ? serialOf(written)?.toString() : undefined),
  'yes-no': () => undefined,
};

function exact(written: string, form: RegExp): string | undefined {
  const digits = written.replace(/\D/g, '').length;
  return form.test(written) && digits <= EXACT_DIGITS ? escapeXml(written) : undefined;
}
