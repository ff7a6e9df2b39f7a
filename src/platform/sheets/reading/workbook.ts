import { StringDecoder } from 'node:string_decoder';
import { readXlsxText } from '../xlsx-text.js';
import type { Archive } from './open-archive.js';
import { limits } from './limits.js';
import { refuse } from './refusal.js';
import { attribute, type XmlListener, XmlReader } from './xml.js';

/** What a sheet needs of its workbook. */
export interface Workbook {
  readonly sheet: { readonly name: string; readonly part: string };
  readonly texts: readonly string[];
  /** Which looks of cells show a number as a date. */
  readonly dates: ReadonlySet<number>;
  readonly from1904: boolean;
}

/** Finds the sheet of a name, else the first that people see, and reads what its cells refer to. */
export async function readWorkbook(archive: Archive, wanted: string): Promise<Workbook> {
  const { sheets, from1904 } = await readSheets(archive);
  const seen = sheets.filter(({ hidden }) => !hidden);
  const sheet = seen.find(({ name }) => name.trim().toLowerCase() === wanted) ?? seen[0] ?? refuse('no-sheet');
  const targets = await readRelations(archive);
  const part = targets.get(sheet.relation) ?? refuse('damaged');
  const texts = archive.has('xl/sharedStrings.xml') ? await readTexts(archive) : [];
  const dates = archive.has('xl/styles.xml') ? await readDates(archive) : new Set<number>();
  return { sheet: { name: sheet.name, part }, texts, dates, from1904 };
}

export async function readXml(archive: Archive, part: string, listener: XmlListener): Promise<void> {
  const reader = new XmlReader(listener);
  await archive.unpack(part, (piece) => reader.take(piece));
  reader.end();
}

async function readSheets(archive: Archive) {
  const sheets: { name: string; relation: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readXml(archive, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const state = attribute(attributes, 'state') ?? 'visible';
      const relation = /:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '';
      sheets.push({ name: (attribute(attributes, 'name') ?? '').slice(0, 31), relation, hidden: state !== 'visible' });
    },
    close: () => undefined,
  });
  return { sheets, from1904 };
}

async function readRelations(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await readXml(archive, 'xl/_rels/workbook.xml.rels', {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      if (attribute(attributes, 'TargetMode') === 'External') refuse('linked-elsewhere');
      const target = attribute(attributes, 'Target') ?? '';
      targets.set(attribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    close: () => undefined,
  });
  return targets;
}

/** Texts that cells share, without what is written above them to say how to read them aloud. */
async function readTexts(archive: Archive): Promise<readonly string[]> {
  const texts: string[] = [];
  let [text, reading, aloud, whole] = ['', false, false, 0];
  await readXml(archive, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') aloud = true;
      reading = name === 't' && !aloud;
    },
    text: (piece) => {
      if (reading) text += piece;
      if (text.length > limits.cellText) refuse('too-long');
    },
    close: (name) => {
      if (name === 'rPh') aloud = false;
      if (name === 't') reading = false;
      if (name !== 'si') return;
      whole += text.length;
      if (whole > limits.sharedTexts || texts.length >= limits.sharedCount) refuse('too-big-inside');
      texts.push(flat(readXlsxText(text)));
    },
  });
  return texts;
}

/** A copy of its own: a piece cut out of a larger text would keep all of it. */
function flat(text: string): string {
  return text.length < 13 ? text : new StringDecoder('utf16le').end(Buffer.from(text, 'utf16le'));
}

/** Built-in formats of dates and times. */
const BUILT_IN = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

async function readDates(archive: Archive): Promise<ReadonlySet<number>> {
  const [formats, dates] = [new Set(BUILT_IN), new Set<number>()];
  let [within, number] = [false, 0];
  await readXml(archive, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'numFmt' && isDate(attribute(attributes, 'formatCode') ?? '')) formats.add(id(attributes));
      if (name === 'cellXfs') within = true;
      if (name !== 'xf' || !within) return;
      if (formats.has(id(attributes))) dates.add(number);
      number += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') within = false;
    },
  });
  return dates;
}

const id = (attributes: string) => Number(attribute(attributes, 'numFmtId') ?? 0);

/** Whether a format shows days or years, apart from what stands in quotation marks, brackets or behind a backslash. */
function isDate(format: string): boolean {
  return /[dy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}
