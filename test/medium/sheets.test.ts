import { describe, expect, it } from '@jest/globals';
import { SheetReader } from '../../src/platform/sheets/sheet-reader.js';
import { writeXlsx } from '../../src/platform/sheets/write-xlsx.js';
import { zip } from '../../src/platform/sheets/zip.js';
import { cellsOf, lying, readFile, rowXml, sheetXml, textXml, workbook } from '../support/sheets.js';

const reader = new SheetReader();
const read = (file: Buffer | string) => cellsOf(reader, Buffer.from(file as string));
const cells = async (xml: string, others: Record<string, string | Buffer> = {}) =>
  read(await workbook(sheetXml(rowXml(1, xml)), others));
const SHEET = 'xl/worksheets/sheet1.xml';

describe('a CSV', () => {
  const plain = [
    ['authority', 'amount'],
    ['dorset', '1.00'],
  ];

  it.each([
    ['with a byte-order mark', '\ufeffauthority,amount\r\ndorset,1.00\r\n'],
    ['whose lines end in CR alone', 'authority,amount\rdorset,1.00\r'],
    ['separated by semicolons', 'authority;amount\ndorset;1.00'],
    ['separated by tabs', 'authority\tamount\ndorset\t1.00'],
    ['in quotation marks', '"authority","amount"\n"dorset","1.00"'],
    ['with empty rows and columns about it', 'authority,amount,,\n,,,\ndorset,1.00,,\n\n'],
  ])('%s is read', async (_, text) => {
    expect(await read(text)).toEqual(plain);
  });

  it.each(['utf16le', 'with a mark', 'big-endian'] as const)('in UTF-16, %s, is read', async (which) => {
    const text = `${which === 'with a mark' ? '\ufeff' : ''}authority,amount\r\ndorset,1.00\r\n`;
    const file = Buffer.from(text, 'utf16le');
    expect(await read(which === 'big-endian' ? file.swap16() : file)).toEqual(plain);
  });

  it('keeps text as it is: commas, quotation marks, ends of lines, and what was made harmless', async () => {
    const text = `"1,000","say ""x""","a\r\nb","'=1+1",'tis`;
    expect(await read(text)).toEqual([['1,000', 'say "x"', 'a\r\nb', '=1+1', "'tis"]]);
  });

  it('tells in which row a cell lies, however many lines those before took', async () => {
    const outcome = await readFile(reader, Buffer.from('a\n"b\nc"\n\nd'));
    expect('rows' in outcome && outcome.rows.map(({ row }) => row)).toEqual([1, 2, 4]);
  });

  it.each([
    ['nothing', '', 'empty'],
    ['NUL', 'a,b\0c\nd,e', 'nul'],
    ['Latin letters of old', Buffer.from([0x61, 0xa3, 0x31]), 'encoding'],
    ['a PDF', '%PDF-1.7', 'not-a-sheet'],
    ['an open quotation', 'a\n"b', 'open-quotation'],
    ['a million columns', ','.repeat(1_000_000) + 'x', 'too-many-columns'],
    ['a million rows', 'a\n'.repeat(1_000_000), 'too-many-rows'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old-or-locked'],
    ['17 MB', Buffer.alloc(17 * 1024 * 1024, 'a'), 'too-large'],
  ])('of %s is refused', async (_, file, code) => {
    expect(await read(file)).toBe(code);
  });

  it('with what nobody sees says in which cell', async () => {
    expect(await read('dor\u202eset,a\u200bb,\u0007')).toEqual([Array(3).fill({ fault: 'hidden-characters' })]);
  });
});

describe('a workbook', () => {
  it('that we wrote is read as it was', async () => {
    const columns = [
      { name: 'what', kind: 'text' },
      { name: 'amount', kind: 'money' },
      { name: 'dueOn', kind: 'date' },
    ] as const;
    const rows = [
      ['=1+1', '-9999999999999.99', '2026-04-01'],
      ['\'a\r\n_x0041_ <&>"', '0.10', '1900-02-28'],
      ['\ttab ', '99999999999999.99', '9999-12-31'],
    ];
    const file = await writeXlsx([{ name: 'Rows', columns, rows }]);
    const read = await cellsOf(reader, file);
    expect(read).toEqual([
      ['what', 'amount', 'dueOn'],
      ['=1+1', '-9999999999999.99', '2026-04-01'],
      ['\'a\r\n_x0041_ <&>"', '0.1', '1900-02-28'],
      ['\ttab ', '99999999999999.99', '9999-12-31'],
    ]);
  });

  it.each([
    ['1234.0999999999999', '1234.1'],
    ['0.30000000000000004', '0.3'],
    ['1.5E-2', '0.015'],
    ['1E3', '1000'],
    ['-0', '0'],
    ['215629.25', '215629.25'],
    ['999999999999999.96', '1000000000000000'],
  ])('has the number %s as %s: what its people see', async (written, shown) => {
    expect(await cells(`<c r="A1"><v>${written}</v></c>`)).toEqual([[shown]]);
  });

  it.each([
    ['46113', '2026-04-01'],
    ['61', '1900-03-01'],
    ['60', '1900-02-29'],
    ['59', '1900-02-28'],
    ['2958465', '9999-12-31'],
    ['2958466', '2958466'],
    ['46113.5', '46113.5'],
  ])('shows the serial date %s as %s, as spreadsheets do', async (serial, date) => {
    expect(await cells(`<c r="A1" s="3"><v>${serial}</v></c>`)).toEqual([[date]]);
  });

  it('may count its days from 1904', async () => {
    const book = (await workbookXml()).replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
    expect(await cells('<c r="A1" s="3"><v>44651</v></c>', { 'xl/workbook.xml': book })).toEqual([['2026-04-01']]);
  });

  it('has cells that share their texts, and cells without an address', async () => {
    const shared = '<sst><si><t>one</t></si><si><r><t>t</t></r><r><t>wo</t></r><rPh><t>zwei</t></rPh></si></sst>';
    const xml = '<c t="s"><v>1</v></c><c t="s"><v>0</v></c><c r="D1" t="b"><v>1</v></c>';
    expect(await cells(xml, { 'xl/sharedStrings.xml': shared })).toEqual([['two', 'one', null, 'true']]);
  });

  it('says which cells hold a formula, an error, or what nobody sees', async () => {
    const xml = `<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#REF!</v></c>${textXml('C1', 'a\u202eb')}`;
    expect(await cells(xml)).toEqual([
      [{ fault: 'formula' }, { fault: 'error-value' }, { fault: 'hidden-characters' }],
    ]);
  });

  const bomb = () => Buffer.alloc(120 * 1024 * 1024, ' ');
  const many = () =>
    Array.from({ length: 10_000 }, (_, at) => ({ name: `xl/media/${at}.png`, content: Buffer.from('') }));
  const good = () => workbook(sheetXml(rowXml(1, textXml('A1', 'a'))));
  const withPart = (name: string, content: string | Buffer) => workbook(sheetXml(''), { [name]: content });
  const dtd = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';

  it.each<[string, () => Promise<Buffer>, string]>([
    ['that is a bomb', () => workbook(sheetXml('').replace('</sheetData>', bomb().toString()), {}), 'too-big-inside'],
    [
      'of which all parts together are',
      () =>
        zip(
          Array.from({ length: 30 }, (_, n) => ({
            name: `xl/${n}.xml`,
            content: Buffer.alloc(8_000_000, `${n} x ${Math.random()}`),
          })),
        ),
      'too-big-inside',
    ],
    ['with an archive in it', async () => withPart('xl/media/a.zip', await good()), 'embedded'],
    ['with embedded files', () => withPart('xl/embeddings/oleObject1.bin', 'x'), 'embedded'],
    ['of 10,000 parts', () => zip(many()), 'too-many-parts'],
    ['with macros', () => withPart('xl/vbaProject.bin', 'x'), 'macros'],
    ['linked to another', () => withPart('xl/externalLinks/externalLink1.xml', '<x/>'), 'linked-elsewhere'],
    ['that climbs out of its folder', () => withPart('xl/../../etc/passwd', 'x'), 'damaged'],
    ['with a path from the root', () => withPart('/etc/passwd', 'x'), 'damaged'],
    ['with something odd', () => withPart('readme.txt', 'x'), 'odd-part'],
    ['with a document type', () => workbook(`${dtd}${sheetXml('')}`), 'has-dtd'],
    ['with an entity of its own', () => workbook(sheetXml(rowXml(1, textXml('A1', '&b;')))), 'damaged'],
    ['that understates a part', async () => lying(await good(), SHEET, 'size', 10), 'damaged'],
    ['that overstates a part', async () => lying(await good(), SHEET, 'size', 100_000), 'damaged'],
    ['whose sum is wrong', async () => lying(await good(), SHEET, 'sum', 1), 'damaged'],
    ['whose parts overlap', async () => lying(await good(), SHEET, 'packed', 4_000_000), 'damaged'],
    ['that is locked', async () => lying(await good(), SHEET, 'flag', 1), 'old-or-locked'],
    ['that is cut off', async () => (await good()).subarray(0, -30), 'damaged'],
    [
      'with merged cells',
      () => workbook(sheetXml(rowXml(1, textXml('A1', 'a')), '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>')),
      'merged',
    ],
    ['of a million columns', () => workbook(sheetXml(rowXml(1, textXml('BDWGN1', 'a')))), 'too-many-columns'],
    ['of a million rows', () => workbook(sheetXml(rowXml(1_048_576, textXml('A1048576', 'a')))), 'too-many-rows'],
    [
      'whose rows go back',
      () => workbook(sheetXml(rowXml(2, textXml('A2', 'a')) + rowXml(1, textXml('A1', 'a')))),
      'damaged',
    ],
    ['with a text too long', () => workbook(sheetXml(rowXml(1, textXml('A1', 'a'.repeat(200_000))))), 'too-long'],
    ['that nests a thousand deep', () => workbook(sheetXml('<row>'.repeat(1_000))), 'damaged'],
    ['that is no workbook', () => zip([{ name: 'xl/x.xml', content: Buffer.from('<x/>') }]), 'not-a-sheet'],
  ])('%s is refused', async (_, make, code) => {
    expect(await read(await make())).toBe(code);
  });
});

describe('a process that reads', () => {
  const rows = Array.from({ length: 60_000 }, (_, n) => rowXml(n + 1, textXml(`A${n + 1}`, `text ${n}`))).join('');

  it.each([
    ['longer than it may', { milliseconds: 20, megabytes: 112 }, 'too-slow'],
    ['with more memory than it may', { milliseconds: 30_000, megabytes: 10 }, 'too-hungry'],
  ])('%s is ended', async (_, allowed, code) => {
    const texts = Array.from({ length: 200_000 }, (_each, n) => `<si><t>${'a'.repeat(60)}${n}</t></si>`).join('');
    const file = await workbook(sheetXml(rows), { 'xl/sharedStrings.xml': `<sst>${texts}</sst>` });
    expect(await cellsOf(new SheetReader(allowed), file)).toBe(code);
  });
});

describe('its memory', () => {
  it('is little, for 100,000 rows', async () => {
    const columns = ['authority', 'what', 'source'].map((name) => ({ name, kind: 'text' as const }));
    const rows = Array.from({ length: 100_000 }, (_, n) => ['dorset', `Instalment ${n}`, 'Budget report']);
    const outcome = await readFile(reader, await writeXlsx([{ name: 'Rows', columns, rows }]));
    if ('refused' in outcome) throw new Error(outcome.refused);
    expect(outcome.rows).toHaveLength(100_001);
    expect(outcome.read.memoryKilobytes).toBeLessThan(256 * 1024);
  });
});

async function workbookXml(): Promise<string> {
  const { workbookParts } = await import('../../src/platform/sheets/xlsx-parts.js');
  return Buffer.from(
    workbookParts(['Contributions']).find(({ name }) => name === 'xl/workbook.xml')!.content,
  ).toString();
}
