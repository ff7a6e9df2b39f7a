import papaparse from 'papaparse';
import { asItWas } from '../../http/csv.js';
import { type ReadCell, type ReadRow, textCell } from './cell.js';
import { decode } from './decode.js';
import { limits } from './limits.js';
import { refuse } from './refusal.js';

const BINARY = /^(%PDF|\x89PNG|GIF8|\xff\xd8|\x1f\x8b|Rar!|7z)/;

/** The rows of a CSV, one at a time: separated by commas, semicolons or tabs, whichever ends its lines. */
export function readCsv(file: Buffer, each: (row: ReadRow) => void): void {
  if (BINARY.test(file.subarray(0, 4).toString('latin1'))) refuse('not-a-sheet');
  const text = decode(file);
  if (text.includes('\0')) refuse('nul');
  let row = 0;
  papaparse.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t'],
    step: ({ data, errors }) => {
      row += 1;
      if (errors.some(({ type }) => type === 'Quotes')) refuse('open-quotation');
      if (row > limits.rows) refuse('too-many-rows');
      const cells = readCells(data);
      if (cells.length > 0) each({ row, cells });
    },
  });
}

/** Up to the last cell that holds something. */
function readCells(data: readonly string[]): readonly ReadCell[] {
  let last = data.length;
  while (last > 0 && data[last - 1] === '') last -= 1;
  if (last > limits.columns) refuse('too-many-columns');
  return data.slice(0, last).map((text) => {
    if (text.length > limits.cellText * 4) refuse('too-long');
    return textCell(asItWas(text));
  });
}
