import { SheetReader } from '../../../src/platform/sheets/sheet-reader.js';
import type { TestApp } from '../../support/app.js';
import { smallPartnership } from '../../support/partnership.js';
import { sendFile } from '../../support/send-file.js';
import { readFile } from '../../support/sheets.js';
import { randomFrom } from '../random.js';
import { anyFile } from './any-file.js';

export interface ImportsReport {
  readonly seed: number;
  readonly files: number;
  /** How reading each kind of file ended. */
  readonly ended: Readonly<Record<string, number>>;
  /** Files that were sent to the application, and those of which all rows were added. */
  readonly sent: number;
  readonly added: number;
  readonly mostKilobytes: number;
  readonly longestMilliseconds: number;
  /** The most that the memory of the process that asks grew by while one file was read, in bytes. */
  readonly mostGrowth: number;
  readonly faults: readonly string[];
}

const MOST_KILOBYTES = 256 * 1024;
/** Five seconds of the child's own, and the time that a busy machine takes to start and end it. */
const MOST_MILLISECONDS = 20_000;
const MOST_GROWTH = 50 * 1024 * 1024;
const SEND_EVERY = 3;

/** Files that are nearly right, and bombs: each is read or refused within its limits, and none is ever added in part. */
export async function runImports(
  app: TestApp,
  { seed, files }: { seed: number; files: number },
): Promise<ImportsReport> {
  const id = `mutated-${seed}`;
  await smallPartnership(app, id);
  const run = new Run(app, id, seed);
  for (let n = 0; n < files; n += 1) await run.one(n);
  return { seed, files, ...run.found, ended: run.ended, faults: run.faults };
}

class Run {
  readonly faults: string[] = [];
  readonly ended: Record<string, number> = {};
  readonly found = { sent: 0, added: 0, mostKilobytes: 0, longestMilliseconds: 0, mostGrowth: 0 };
  private readonly random;
  private readonly reader = new SheetReader();
  private expected = 0;

  constructor(
    private readonly app: TestApp,
    private readonly id: string,
    private readonly seed: number,
  ) {
    this.random = randomFrom(seed);
  }

  async one(n: number): Promise<void> {
    const { what, file } = await anyFile(this.random, `${this.id}-b`);
    try {
      await this.read(what, file);
      if (n % SEND_EVERY === 0 && file.length < 1024 * 1024) await this.send(file);
    } catch (thrown) {
      this.faults.push(`seed ${this.seed}, file ${n}, ${what}: ${String(thrown)}`);
    }
  }

  private async read(what: string, file: Buffer): Promise<void> {
    const [before, start] = [inUse(), performance.now()];
    let most = 0;
    const watching = setInterval(() => (most = Math.max(most, inUse() - before)), 20);
    const outcome = await readFile(this.reader, file, 'contributions').finally(() => clearInterval(watching));
    const took = Math.round(performance.now() - start);
    const kilobytes = 'refused' in outcome ? 0 : outcome.read.memoryKilobytes;
    const ending = `${what}: ${'refused' in outcome ? outcome.refused : 'read'}`;
    this.ended[ending] = (this.ended[ending] ?? 0) + 1;
    this.found.mostKilobytes = Math.max(this.found.mostKilobytes, kilobytes);
    this.found.longestMilliseconds = Math.max(this.found.longestMilliseconds, took);
    this.found.mostGrowth = Math.max(this.found.mostGrowth, most);
    if (kilobytes > MOST_KILOBYTES) throw new Error(`${kilobytes} kB in the process that read it`);
    if (took > MOST_MILLISECONDS) throw new Error(`${took} ms`);
    if (most > MOST_GROWTH) throw new Error(`grew by ${most} bytes here`);
  }

  /** All of it is added, or nothing. */
  private async send(file: Buffer): Promise<void> {
    const base = `/api/v1/partnerships/${this.id}/imports`;
    this.found.sent += 1;
    const { status, body } = await sendFile(this.app, `${base}?name=any`, file, 'text/csv');
    if (status >= 500) throw new Error(`answered ${status}`);
    if (status === 201 && body.state === 'ready') {
      const done = await this.app.http.post(`${base}/${String(body.id)}/confirmation`, { digest: body.digest });
      if (done.status === 201) {
        this.expected += Number(body.rows);
        this.found.added += 1;
      }
    }
    const [there] = await this.app.database.sql<{ many: number }>(
      'select count(*)::int as many from contribution where partnership_id = $1',
      [this.id],
    );
    if (there?.many !== this.expected) throw new Error(`${there?.many} rows are there, not ${this.expected}`);
  }
}

function inUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
