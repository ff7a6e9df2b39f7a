import { lying, rowXml, sheetXml, textXml, workbook } from '../../support/sheets.js';
import type { Random } from '../random.js';

/** A file to be sent, and what was done to it. */
export interface AnyFile {
  readonly what: string;
  readonly file: Buffer;
}

const SHEET = 'xl/worksheets/sheet1.xml';
const header = ['authority', 'dueOn', 'amount', 'what', 'source'];

/** What people, programs and attackers put into cells. */
const nasty = [
  ...[
    '1,000',
    '01/04/2026',
    '29/02/1900',
    '45748',
    '1e3',
    '-5.00',
    '٣',
    '=1+1',
    '@SUM(A1)',
    '"',
    '""',
    ',',
    '\r',
    '\n',
  ],
  ...['\u0000', '\u202e', '\ufeff', '\ufffe', 'x'.repeat(40_000), ','.repeat(300), '\t', '\u2028', '#REF!', 'NaN'],
];
const nastyXml = [
  ...[
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '<c>',
    '</c>',
    '<row r="9999999">',
    '<row>',
    '</sheetData>',
    '<f>1+1</f>',
  ],
  ...[
    '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    '<c r="ZZZ1"/>',
    ' t="s"',
    ' t="e"',
    '<![CDATA[x]]>',
    '<?x y?>',
  ],
  ...['<v>1e308</v>', '<v>-1</v>', '<!-- -- -->', '<row>'.repeat(200), '&#0;', '&#x1F600;'],
];

const rows = (random: Random, authority: string): readonly (readonly string[])[] =>
  Array.from({ length: random.between(1, 30) }, (_, n) => [
    ...[authority, '2026-04-01', `${random.between(1, 99_999)}.50`, `Bill ${n} of ${random.between(1, 1e9)}`, 'Report'],
  ]);

const csvOf = (all: readonly (readonly string[])[]) => [header, ...all].map((row) => row.join(',')).join('\n');
const sheetOf = (all: readonly (readonly string[])[]) =>
  sheetXml(
    [header, ...all]
      .map((row, r) =>
        rowXml(r + 1, row.map((text, c) => textXml(`${String.fromCharCode(65 + c)}${r + 1}`, text)).join('')),
      )
      .join(''),
  );

/** Text in which a few things are put in, taken out or said again. */
function mutated(random: Random, text: string, tokens: readonly string[]): string {
  let now = text;
  for (let times = random.between(0, 2); times > 0; times -= 1) {
    const [at, length] = [random.between(0, now.length), random.between(1, 40)];
    const put = random.of(['', random.of(tokens), now.slice(at, at + length).repeat(random.between(1, 50))]);
    now = now.slice(0, at) + put + now.slice(at + random.of([0, 0, length]));
  }
  return now;
}

function flipped(random: Random, file: Buffer): Buffer {
  const told = Buffer.from(file);
  for (let times = random.between(1, 8); times > 0; times -= 1)
    told[random.between(0, told.length - 1)] = random.between(0, 255);
  return random.between(1, 4) === 1 ? told.subarray(0, random.between(1, told.length)) : told;
}

const zeros = () => Buffer.alloc(64 * 1024 * 1024, ' ').toString('latin1');
const shared = () => `<sst>${`<si><t>${'a'.repeat(100)}</t></si>`.repeat(200_000)}</sst>`;
const many = () => Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`xl/media/${n}.png`, '']));

type Make = (random: Random, authority: string) => Promise<Buffer> | Buffer;

const makers: Readonly<Record<string, Make>> = {
  'a CSV with a little changed': (random, of) => Buffer.from(mutated(random, csvOf(rows(random, of)), nasty)),
  'a CSV with bytes changed': (random, of) => flipped(random, Buffer.from(csvOf(rows(random, of)))),
  'a CSV in UTF-16': (random, of) => Buffer.from(`\ufeff${mutated(random, csvOf(rows(random, of)), nasty)}`, 'utf16le'),
  'a CSV with carriage returns': (random, of) => Buffer.from(csvOf(rows(random, of)).replaceAll('\n', '\r')),
  'a workbook with a sheet changed': (random, of) =>
    workbook(mutated(random, sheetOf(rows(random, of)), [...nastyXml, ...nasty])),
  'a workbook with bytes changed': async (random, of) => flipped(random, await workbook(sheetOf(rows(random, of)))),
  'a workbook that lies of a part': async (random, of) => {
    const field = random.of(['size', 'packed', 'sum', 'flag'] as const);
    return lying(await workbook(sheetOf(rows(random, of))), SHEET, field, random.between(0, 65_535));
  },
  'a workbook with a part too many': async (random, of) => {
    const inside = await workbook(sheetOf(rows(random, of)));
    const name = random.of(['xl/media/a.zip', 'xl/../../a', '/a', 'xl/vbaProject.bin', 'xl/externalLinks/a.xml']);
    return workbook(sheetOf(rows(random, of)), { [name]: inside });
  },
};

const bombs: Readonly<Record<string, Make>> = {
  'a bomb in the sheet': () => workbook(sheetXml(zeros())),
  'a bomb of shared texts': () => workbook(sheetXml(''), { 'xl/sharedStrings.xml': shared() }),
  'a bomb of parts': () => workbook(sheetXml(''), many()),
  'a CSV of one line': () => Buffer.alloc(12 * 1024 * 1024, 'a,'),
  'a CSV of quotation marks': () => Buffer.alloc(12 * 1024 * 1024, '"'),
};

/** Any file: one in twenty is a bomb, the others are nearly as they should be. */
export async function anyFile(random: Random, authority: string): Promise<AnyFile> {
  const from = random.between(1, 20) === 1 ? bombs : makers;
  const what = random.of(Object.keys(from));
  return { what, file: await from[what]!(random, authority) };
}
