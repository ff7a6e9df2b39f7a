import { readFileSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { adminUrl, type Place } from './place.js';
import { commandLine, isAlive, isUncollected } from './processes.js';

/** What PostgreSQL notes of itself in its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

type Where = Pick<Place, 'data' | 'password'>;

/** Process on the first line of the note, port on the fourth, status on the eighth. */
export function readPostmaster(data: string): Postmaster | undefined {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** Whether a process is PostgreSQL of this very folder, for numbers are used again; undefined where none can see that. */
export function isPostmaster(pid: number, data: string): boolean | undefined {
  if (!isAlive(pid)) return false;
  const words = commandLine(pid);
  return words?.some((word, at) => words[at - 1] === '-D' && isSameFolder(word, data));
}

/** Whether what listens there takes our password, as nothing else would. */
export async function takesPassword(where: Where, port: number): Promise<boolean> {
  try {
    const connectionString = adminUrl(where, port, 'postgres');
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
    // Going away while it is asked is an answer too, not a fault of ours.
    client.on('error', () => undefined);
    await client.connect().finally(() => client.end().catch(() => undefined));
    return true;
  } catch {
    return false;
  }
}

/** A fast shutdown: running transactions are rolled back, what is committed is kept. Nobody else's process is touched. */
export async function stopPostmaster(where: Where): Promise<void> {
  const found = readPostmaster(where.data);
  if (!found || !isAlive(found.pid)) return;
  if (!(isPostmaster(found.pid, where.data) ?? (await takesPassword(where, found.port)))) return;
  process.kill(found.pid, 'SIGINT');
  for (let waited = 0; waited < 15_000 && isAlive(found.pid); waited += 20) await sleep(20);
  if (isAlive(found.pid)) throw new Error(`PostgreSQL (process ${found.pid}) did not stop within 15 seconds.`);
}

/**
 * PostgreSQL takes a dead postmaster for a live one for as long as nobody collects it, which may be for ever in a container
 * without an init, and likewise whatever else has its number by now. Its note of itself is taken away then, once its own
 * children have had time to notice and end.
 */
export async function forgetDead(data: string): Promise<void> {
  const found = readPostmaster(data);
  if (!found) return;
  const another = isAlive(found.pid) && isPostmaster(found.pid, data) === false;
  if (!another && !isUncollected(found.pid)) return;
  await sleep(2_000);
  rmSync(path.join(data, 'postmaster.pid'), { force: true });
}

function isSameFolder(one: string, other: string): boolean {
  try {
    return one === other || realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
