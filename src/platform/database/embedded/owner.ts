import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive, startedAt } from './processes.js';

const ownerFile = (folder: string) => path.join(folder, 'owner.pid');

/** Notes that this process looks after the cluster: its number, and when it started, since numbers are used again. */
export function becomeOwner(folder: string): void {
  writeFileSync(ownerFile(folder), `${process.pid} ${startedAt(process.pid)}`);
}

export function forgetOwner(folder: string): void {
  rmSync(ownerFile(folder), { force: true });
}

/** Another live process of ours that looks after the cluster. */
export function otherOwner(folder: string): number | undefined {
  const [number, started = ''] = readNote(folder).split(' ');
  const pid = Number(number);
  return pid !== process.pid && isAlive(pid) && startedAt(pid) === started ? pid : undefined;
}

function readNote(folder: string): string {
  try {
    return readFileSync(ownerFile(folder), 'utf8').trim();
  } catch {
    return '';
  }
}
