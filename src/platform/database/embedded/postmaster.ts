import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What PostgreSQL notes of itself in its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Process on the first line of the note, port on the fourth, status on the eighth. */
export function readPostmaster(data: string): Postmaster | undefined {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** A fast shutdown: running transactions are rolled back, what is committed is kept. */
export async function stopPostmaster(data: string): Promise<void> {
  const found = readPostmaster(data);
  if (!found || !isAlive(found.pid)) return;
  process.kill(found.pid, 'SIGINT');
  for (let waited = 0; waited < 15_000 && isAlive(found.pid); waited += 20) await sleep(20);
}

/** Whether a process runs. One that has ended but that nobody has collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isUncollected(pid);
}

/**
 * PostgreSQL takes a dead postmaster for a live one for as long as nobody collects it, which may be for ever in a container
 * without an init. Its note of itself is taken away then, once its own children have had time to notice and end.
 */
export async function forgetDead(data: string): Promise<void> {
  const found = readPostmaster(data);
  if (!found || !isUncollected(found.pid)) return;
  await sleep(2_000);
  rmSync(path.join(data, 'postmaster.pid'), { force: true });
}

/** Ended, but still listed (Linux only; elsewhere nobody is taken for it). */
function isUncollected(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').startsWith(' Z ');
  } catch {
    return false;
  }
}
