// A process of its own, with little memory and little time: it reads one file from its input and writes its rows to its
// output, a thousand to a line at most. Whoever started it believes none of it unchecked.
import { existsSync, readFileSync, writeSync } from 'node:fs';
import type { ReadRow } from './cell.js';
import { limits } from './limits.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { refuse, SheetRefused } from './refusal.js';

const ROWS_IN_A_LINE = 1_000;
const ZIP = 'PK\u0003\u0004';
const OLD_OFFICE = '\u00d0\u00cf\u0011\u00e0';

/** What stands on each line of the output: rows; at the end the sheet's name and what it took, or why it was refused. */
export type Line =
  | { readonly rows: readonly ReadRow[] }
  | { readonly sheet: string; readonly memoryKilobytes: number }
  | { readonly refused: string };

function say(line: Line): void {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
  for (let at = 0; at < bytes.length;) at += write(bytes, at);
}

/** A pipe that is full for the moment takes nothing: it is tried again. */
function write(bytes: Buffer, at: number): number {
  try {
    return writeSync(1, bytes, at);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EAGAIN') throw fault;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}

async function input(): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limits.fileBytes) refuse('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function read(wanted: string): Promise<void> {
  const file = await input();
  let [rows, text]: [ReadRow[], number] = [[], 0];
  const flush = () => {
    if (rows.length > 0) say({ rows });
    [rows, text] = [[], 0];
  };
  const each = (row: ReadRow) => {
    for (const cell of row.cells) text += typeof cell === 'string' ? cell.length : 1;
    if (rows.push(row) === ROWS_IN_A_LINE || text > limits.lineText) flush();
  };
  const sheet = await readEither(file, wanted, each);
  flush();
  say({ sheet, memoryKilobytes: mostMemory() });
}

/** Linux counts a parent's memory among what a child's usage comes to; what a process itself has held at most stands here. */
function mostMemory(): number {
  const status = '/proc/self/status';
  const own = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return own === undefined ? process.resourceUsage().maxRSS : Number(own);
}

async function readEither(file: Buffer, wanted: string, each: (row: ReadRow) => void): Promise<string> {
  const start = file.subarray(0, 4).toString('latin1');
  if (file.length === 0) refuse('empty');
  if (start === OLD_OFFICE) refuse('old-or-locked');
  if (start === ZIP) return readXlsx(file, wanted, each);
  readCsv(file, each);
  return '';
}

read(process.argv[2] ?? '').catch((thrown: unknown) => {
  const code = thrown instanceof SheetRefused ? thrown.code : 'damaged';
  say({ refused: code });
});
