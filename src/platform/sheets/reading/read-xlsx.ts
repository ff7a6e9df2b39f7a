import { columnIndex } from '../address.js';
import { dateOfSerial } from '../serial-date.js';
import { readXlsxText } from '../xlsx-text.js';
import { type ReadCell, type ReadRow, textCell } from './cell.js';
import { limits } from './limits.js';
import { openArchive } from './open-archive.js';
import { plainNumber } from './plain-number.js';
import { refuse } from './refusal.js';
import { readWorkbook, readXml, type Workbook } from './workbook.js';
import { attribute, type XmlListener } from './xml.js';

/** The rows of one sheet of a workbook, one at a time. Gives back what that sheet is called. */
export async function readXlsx(file: Buffer, wanted: string, each: (row: ReadRow) => void): Promise<string> {
  const archive = await openArchive(file);
  const workbook = await readWorkbook(archive, wanted);
  await readXml(archive, workbook.sheet.part, new SheetListener(workbook, each));
  return workbook.sheet.name;
}

class SheetListener implements XmlListener {
  private row = 0;
  private cells: ReadCell[] = [];
  private column = -1;
  private type = '';
  private look = 0;
  private formula = false;
  private value = '';
  private reading = false;
  private aloud = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly each: (row: ReadRow) => void,
  ) {}

  open(name: string, attributes: string): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v' || name === 't') this.reading = !this.aloud;
    else if (name === 'f') this.formula = true;
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'rPh') this.aloud = true;
    else if (name === 'mergeCell') refuse('merged');
  }

  text(piece: string): void {
    if (this.reading) this.value += piece;
    if (this.value.length > limits.cellText * 4) refuse('too-long');
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.reading = false;
    else if (name === 'rPh') this.aloud = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  private openRow(attributes: string): void {
    const number = Number(attribute(attributes, 'r') ?? this.row + 1);
    if (!Number.isSafeInteger(number) || number <= this.row) refuse('damaged');
    this.row = number;
    this.cells = [];
    this.column = -1;
  }

  private openCell(attributes: string): void {
    const address = attribute(attributes, 'r');
    this.column = (address === undefined ? this.column + 1 : columnIndex(address)) ?? refuse('damaged');
    this.type = attribute(attributes, 't') ?? 'n';
    this.look = Number(attribute(attributes, 's') ?? 0);
    this.formula = false;
    this.value = '';
  }

  private closeCell(): void {
    const cell = this.cell();
    if (cell === null) return;
    if (this.column >= limits.columns) refuse('too-many-columns');
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = cell;
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    if (this.row > limits.rows) refuse('too-many-rows');
    this.each({ row: this.row, cells: this.cells });
  }

  private cell(): ReadCell {
    if (this.formula) return { fault: 'formula' };
    if (this.value === '') return null;
    return readers[this.type]?.(this.value, this.look, this.workbook) ?? refuse('damaged');
  }
}

type Reads = (value: string, look: number, workbook: Workbook) => ReadCell | undefined;

/** What each type of cell says; none where it cannot say that. */
const readers: Readonly<Record<string, Reads>> = {
  s: (value, _, { texts }) => {
    const text = /^\d{1,9}$/.test(value) ? texts[Number(value)] : undefined;
    return text === undefined ? undefined : (textCell(text) ?? '');
  },
  inlineStr: (value) => textCell(readXlsxText(value)) ?? '',
  str: (value) => textCell(readXlsxText(value)) ?? '',
  d: (value) => textCell(value.replace(/T00:00:00(\.0+)?Z?$/, '')) ?? '',
  b: (value) => (value === '1' || value === 'true' ? 'true' : 'false'),
  e: () => ({ fault: 'error-value' }),
  n: (value, look, { dates, from1904 }) => {
    const number = plainNumber(value);
    return number !== undefined && dates.has(look) ? (dateOfSerial(number, from1904) ?? number) : number;
  },
};
