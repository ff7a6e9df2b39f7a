import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from './place.js';
import { readPostmaster } from './postmaster.js';

const fixed = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100'];

export interface LaunchOptions {
  readonly settings?: readonly string[];
  /** Given up, the start is undone. */
  readonly signal?: AbortSignal;
}

/**
 * Starts PostgreSQL and waits until it is ready, has ended or is no longer wanted. One that recovers from a crash is left
 * to it, however long that takes.
 */
export async function launch(place: Place, port: number, { settings = [], signal }: LaunchOptions): Promise<void> {
  const child = run(place, port, settings);
  const life: Life = { over: false };
  for (const end of ['exit', 'error']) child.once(end, () => (life.over = true));
  if (!(await isReady(place.data, child, life, signal))) await end(child, life);
}

interface Life {
  over: boolean;
}

async function isReady(
  data: string,
  child: ChildProcess,
  life: Readonly<Life>,
  signal?: AbortSignal,
): Promise<boolean> {
  for (let waited = 0; !life.over && !signal?.aborted; waited += 20) {
    const found = readPostmaster(data);
    const holdsFolder = found !== undefined && found.pid === child.pid;
    if (holdsFolder && found.ready) return true;
    if (!holdsFolder && waited >= 20_000) return false;
    await sleep(20);
  }
  return false;
}

async function end(child: ChildProcess, life: Readonly<Life>): Promise<void> {
  if (!life.over) child.kill('SIGINT');
  for (let waited = 0; waited < 15_000 && !life.over; waited += 20) await sleep(20);
}

/** Its own process group and log file: neither a Ctrl-C nor a crash of ours takes it down in the middle of a commit. */
function run({ folder, data, bin, as }: Place, port: number, settings: readonly string[]): ChildProcess {
  const log = openSync(path.join(folder, 'postgres.log'), 'a', 0o640);
  const set = [...fixed, ...settings].flatMap((setting) => ['-c', setting]);
  const [command = '', ...args] = [...as.prefix, path.join(bin, 'postgres'), '-D', data, '-p', String(port), ...set];
  const child = spawn(command, args, { ...as.ids, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  child.unref();
  return child;
}
