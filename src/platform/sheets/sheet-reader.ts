import { type ChildProcessByStdio, spawn } from 'node:child_process';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { projectRoot } from '../config/root.js';
import { Refused } from '../http/problem.js';
import { AtMost, TooManyWaiting } from '../work/at-most.js';
import type { ReadRow } from './reading/cell.js';
import { limits } from './reading/limits.js';
import type { Line } from './reading/main.js';
import { isSheetFault, SheetRefused } from './reading/refusal.js';

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** A file as it comes in. */
type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What became of a file. */
export interface SheetRead {
  /** The sheet's name; empty where the file has no sheets. */
  readonly sheet: string;
  readonly memoryKilobytes: number;
}

const entry = path.join(projectRoot, 'dist', 'src', 'platform', 'sheets', 'reading', 'main.js');

/** What a process may take. */
export interface Allowed {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const usual: Allowed = { milliseconds: limits.milliseconds, megabytes: 112 };

/** Reads what strangers send, in processes that may fail: two at once, each with one file, little memory and five seconds. */
@Injectable()
export class SheetReader {
  private readonly turns = new AtMost(2, 16);

  constructor(@Optional() @Inject('SHEET_ALLOWED') private readonly allowed: Allowed = usual) {}

  /** Gives the rows, a thousand at a time, each lot when the one before is dealt with. Throws `SheetRefused`. */
  async read(file: Pieces, wanted: string, each: (rows: readonly ReadRow[]) => Promise<void>): Promise<SheetRead> {
    try {
      return await this.turns.run(() => readInChild(this.allowed, file, wanted, each));
    } catch (thrown) {
      if (!(thrown instanceof TooManyWaiting)) throw thrown;
      throw new Refused('unavailable', 'Many files are being read. Send yours again in a minute.');
    }
  }
}

async function readInChild(
  { milliseconds, megabytes }: Allowed,
  file: Pieces,
  wanted: string,
  each: (rows: readonly ReadRow[]) => Promise<void>,
): Promise<SheetRead> {
  const child = start(megabytes, wanted);
  const time = new Stopwatch(milliseconds, () => child.kill('SIGKILL'));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const given = pipeline(file, child.stdin)
    .catch(() => undefined)
    .then(() => time.start());
  try {
    const read = await listen(child, time, each);
    if (read) return read;
    throw new SheetRefused(time.isUp ? 'too-slow' : 'too-hungry');
  } finally {
    child.kill('SIGKILL');
    await Promise.all([ended, given]);
    time.stop();
  }
}

/** Where there are limits of processes, they are set too: on time of the processor, and on memory of its own. */
function start(megabytes: number, wanted: string): Child {
  const node = [`--max-old-space-size=${megabytes}`, '--max-semi-space-size=4', '--disable-proto=delete', entry];
  const options = { env: {}, stdio: ['pipe', 'pipe', 'ignore'] as ['pipe', 'pipe', 'ignore'] };
  if (process.platform === 'win32') return spawn(process.execPath, [...node, wanted], options);
  const limited = 'ulimit -t 8 2>/dev/null; ulimit -d 524288 2>/dev/null; ulimit -c 0 2>/dev/null; exec "$@"';
  return spawn('/bin/sh', ['-c', limited, 'sheet', process.execPath, ...node, wanted], options);
}

/** Counts the child's own time: not while its rows are being dealt with here. */
class Stopwatch {
  private since = 0;
  private timer: NodeJS.Timeout | undefined;
  isUp = false;

  constructor(
    private left: number,
    private readonly up: () => void,
  ) {}

  start(): void {
    if (this.timer || this.isUp) return;
    this.since = Date.now();
    this.timer = setTimeout(() => {
      this.isUp = true;
      this.up();
    }, this.left);
  }

  stop(): void {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.left = Math.max(0, this.left - (Date.now() - this.since));
  }
}

async function listen(
  child: Child,
  time: Stopwatch,
  each: (rows: readonly ReadRow[]) => Promise<void>,
): Promise<SheetRead | undefined> {
  let size = 0;
  for await (const written of linesOf(child.stdout)) {
    size += written.length;
    if (size > limits.answerBytes) throw new SheetRefused('too-big-inside');
    const line = JSON.parse(written) as Line;
    if ('refused' in line) throw new SheetRefused(isSheetFault(line.refused) ? line.refused : 'damaged');
    if ('sheet' in line) return line;
    time.stop();
    await each(line.rows);
    time.start();
  }
  return undefined;
}

/** One line after the other; no more is taken in than the next line needs. */
async function* linesOf(output: AsyncIterable<Buffer>): AsyncIterable<string> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const piece of output) {
    let from = 0;
    for (let end = piece.indexOf(10); end !== -1; end = piece.indexOf(10, from)) {
      yield Buffer.concat([...parts, piece.subarray(from, end)]).toString('utf8');
      [parts, size, from] = [[], 0, end + 1];
    }
    parts.push(piece.subarray(from));
    size += piece.length - from;
    if (size > limits.lineBytes) throw new SheetRefused('too-big-inside');
  }
}
