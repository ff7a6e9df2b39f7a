import { readFileSync } from 'node:fs';

/** Whether a process runs. One that has ended but that nobody has collected does not. */
export function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !isUncollected(pid);
}

/** Ended, but still listed (Linux only; elsewhere nobody is taken for it). */
export function isUncollected(pid: number): boolean {
  return stat(pid)?.[0] === 'Z';
}

/** When a process started, which tells it from a later one of the same number (Linux only; elsewhere nothing). */
export function startedAt(pid: number): string {
  return stat(pid)?.[19] ?? '';
}

/** The words that a process was started with, or undefined where the system does not show them. */
export function commandLine(pid: number): readonly string[] | undefined {
  return readProc(pid, 'cmdline')?.split('\0');
}

/** From the third field on: the second is the program's name, which may itself hold spaces and brackets. */
function stat(pid: number): readonly string[] | undefined {
  return readProc(pid, 'stat')
    ?.replace(/^.*\) /s, '')
    .split(' ');
}

function readProc(pid: number, file: string): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
