/** Why a file could not be read, and what to do about it. */
const words = {
  empty: 'The file is empty. Choose one with a row of headings and rows below it.',
  'too-large': 'The file is larger than 16 MB. Split it into smaller ones.',
  'not-a-sheet': 'The file is neither CSV nor XLSX. Save it as “Excel Workbook (.xlsx)” or “CSV UTF-8”.',
  'old-or-locked':
    'The file is an old .xls workbook or has a password. Save it as “Excel Workbook (.xlsx)” without a password.',
  damaged:
    'The workbook is damaged or was not written by a spreadsheet. Open it, and save it again as “Excel Workbook (.xlsx)”.',
  'too-many-parts': 'The workbook is made of more than 1,000 parts. Copy the rows into a new workbook, and save that.',
  'too-big-inside':
    'The workbook unpacks to far more than its rows could need. Copy the rows into a new workbook, and save that.',
  'odd-part':
    'The workbook holds files that no spreadsheet puts there. Copy the rows into a new workbook, and save that.',
  macros: 'The workbook holds macros. Save it as “Excel Workbook (.xlsx)”, which has none.',
  'linked-elsewhere':
    'The workbook is linked to other workbooks. Break the links (Data, Edit Links), and save it again.',
  embedded: 'The workbook has other files embedded in it. Copy the rows into a new workbook, and save that.',
  'has-dtd':
    'The workbook holds a document type declaration, which no spreadsheet writes. Copy the rows into a new workbook.',
  'no-sheet': 'The workbook has no sheet with rows. Put a row of headings and the rows below it on its first sheet.',
  merged: 'Some cells are merged, so that it is unclear which row a value belongs to. Unmerge them, and fill each in.',
  'too-many-columns': 'The sheet has more than 100 columns. Delete those to the right of the ones in the template.',
  'too-many-rows': 'The sheet has more than 100,000 rows. Split it into smaller ones.',
  'too-long': 'A cell holds more than 32,767 characters. Shorten it.',
  encoding: 'The text is not in UTF-8 or UTF-16. Save it as “CSV UTF-8”.',
  nul: 'The text holds NUL characters. Open it in a spreadsheet, and save it as “CSV UTF-8”.',
  'open-quotation':
    'A quotation mark is opened and never closed. Open the file in a spreadsheet, and save it again as “CSV UTF-8”.',
  'too-slow':
    'The file took longer than 5 seconds to read. Copy the rows into a new workbook, or split it into smaller ones.',
  'too-hungry':
    'The file needs more memory to read than it may. Copy the rows into a new workbook, or split it into smaller ones.',
} as const;

export type SheetFault = keyof typeof words;

/** An expected refusal of a whole file. */
export class SheetRefused extends Error {
  constructor(
    readonly code: SheetFault,
    detail: string = words[code],
  ) {
    super(detail);
  }
}

export function refuse(code: SheetFault): never {
  throw new SheetRefused(code);
}

export function isSheetFault(code: unknown): code is SheetFault {
  return typeof code === 'string' && Object.hasOwn(words, code);
}
