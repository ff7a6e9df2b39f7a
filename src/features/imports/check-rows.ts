import { cutText } from '../../platform/http/cut-text.js';
import { columnLetters } from '../../platform/sheets/address.js';
import type { ReadCell, ReadRow } from '../../platform/sheets/reading/cell.js';
import type { GivenRow, ImportKind, StagedRow } from '../shared/import-kind.js';
import type { FieldColumn } from './columns.js';
import { cellFaults, type ImportFault, MARK } from './fault.js';
import { type Header, readHeader } from './header.js';
import { readValue } from './read-value.js';
import { isOfTemplate } from './template.js';

/** A row whose cells fit, and where it lies. */
export interface FittingRow {
  readonly row: number;
  readonly given: GivenRow;
  /** The id that it was exported with. */
  readonly id: string | undefined;
}

const WHENCE = / \(imported from [^()]{1,200}, row \d{1,7}\)$/;
const MOST_SOURCE = 4_000;

/** Reads the cells of a sheet by its headings, and says of each what is wrong with it. */
export class RowReader {
  private header: Header | undefined;
  private hopeless = false;

  constructor(
    private readonly kind: ImportKind,
    private readonly file: string,
    private readonly fault: (fault: ImportFault) => void,
  ) {}

  get setAside(): readonly string[] {
    return this.header?.setAside ?? [];
  }

  /** Where a field stands in a row. */
  cellOf(field: string, row: number): string | null {
    const column = this.header?.columns.find((each) => each.field.name === field);
    return column ? `${columnLetters(column.at)}${row}` : null;
  }

  /** The rows that fit; the first row of a sheet is its headings. */
  read(rows: readonly ReadRow[]): readonly FittingRow[] {
    return rows.flatMap((row) => {
      if (this.hopeless) return [];
      if (!this.header) return this.readHeader(row);
      return this.readRow(row, this.header) ?? [];
    });
  }

  private readHeader({ row, cells }: ReadRow): readonly FittingRow[] {
    const header = readHeader(this.kind, cells);
    if ('columns' in header) this.header = header;
    else {
      this.hopeless = true;
      for (const { at, code, detail } of header) {
        this.fault({ row, cell: at === null ? null : `${columnLetters(at)}${row}`, field: null, code, detail });
      }
    }
    return [];
  }

  private readRow({ row, cells }: ReadRow, header: Header): FittingRow | undefined {
    const beyond = cells.findIndex((cell, at) => cell !== null && !header.named.has(at));
    if (beyond !== -1) this.add(row, beyond, null, 'no-heading', 'Expected nothing in a column without a heading.');
    const values: Record<string, string | number | boolean | undefined> = {};
    let sound = beyond === -1;
    for (const { at, field } of header.columns) {
      const cell = cells[at] ?? null;
      if (typeof cell === 'string') values[field.name] = readValue[field.kind](cell);
      else if (cell !== null) {
        this.add(row, at, field.name, cell.fault, cellFaults[cell.fault]);
        sound = false;
      }
    }
    if (Object.keys(values).length === 0 && sound) return undefined;
    if (isOfTemplate(this.kind, values)) return undefined;
    return this.fit(row, values, header, cells) && sound
      ? { row, given: this.sourced(values, row), id: idIn(header, cells) }
      : undefined;
  }

  private fit(row: number, values: GivenRow, { columns }: Header, cells: readonly ReadCell[]): boolean {
    let sound = true;
    for (const { at, field } of columns) {
      const broken =
        typeof cells[at] === 'object' && cells[at] !== null ? undefined : faultIn(field, values[field.name]);
      if (!broken) continue;
      sound = false;
      this.add(row, at, field.name, broken.code, broken.detail);
    }
    return sound;
  }

  /** Where a row comes from says the file and the row too; of one that was exported, those of this time. */
  private sourced(values: GivenRow, row: number): GivenRow {
    const whence = ` (imported from ${this.file}, row ${row})`;
    const source = String(values['source'] ?? '').replace(WHENCE, '');
    return { ...values, source: cutText(source, MOST_SOURCE - whence.length) + whence };
  }

  private add(row: number, at: number, field: string | null, code: string, detail: string): void {
    this.fault({ row, cell: `${columnLetters(at)}${row}`, field, code, detail });
  }
}

function idIn({ idAt }: Header, cells: readonly ReadCell[]): string | undefined {
  const cell = idAt === undefined ? undefined : cells[idAt];
  return typeof cell === 'string' ? cell : undefined;
}

function faultIn(field: FieldColumn, value: GivenRow[string]): { code: string; detail: string } | undefined {
  if (value === undefined || value === '') {
    return field.optional
      ? undefined
      : { code: 'missing', detail: `Expected ${field.name}: ${field.says.toLowerCase()}.` };
  }
  if (field.name === 'source' && value === MARK) {
    return { code: 'example', detail: 'Expected where this comes from: the row is still marked as the example.' };
  }
  const broken = field.fault(value);
  return (
    broken && { code: broken.code, detail: `${broken.detail} It says “${short(String(value))}”.${hint(field, value)}` }
  );
}

const short = (text: string) => (text.length > 40 ? `${cutText(text, 40)}…` : text);

function hint({ kind }: FieldColumn, value: unknown): string {
  if (kind === 'money' && /[,£\s]/.test(String(value))) return ' Take out commas, spaces and the pound sign.';
  if (kind === 'date' && /^\d{5}(\.\d+)?$/.test(String(value))) return ' Format the cell as a date.';
  return '';
}

/** A staged row with the id that it will have, and where it lies. */
export type KeptRow = StagedRow & { readonly id: string; readonly row: string };
