import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../src/platform/config/root.js';

const main = path.join(projectRoot, 'dist', 'src', 'main.js');

/** The product as a stranger starts it: a process of its own. */
export interface Started {
  readonly url: string;
  readonly process: ChildProcess;
  /** Everything it said so far. */
  said(): string;
  stop(signal: NodeJS.Signals): Promise<void>;
}

interface Options {
  readonly env: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly uid?: number;
  /** How many milliseconds it is waited for, at least; a machine that does much else needs more. */
  readonly patience?: number;
}

/** Starts it and waits until it answers, or throws with what it said. */
export async function startProcess(options: Options): Promise<Started> {
  const started = await spawnProcess(options);
  for (let waited = 0; started.process.exitCode === null && waited < (options.patience ?? 20_000); waited += 50) {
    if (await answers(started.url)) return started;
    await sleep(50);
  }
  started.process.kill('SIGKILL');
  throw new Error(`It did not start:\n${started.said()}`);
}

/** Starts it and does not wait. */
export async function spawnProcess({ env, args = [], uid }: Options): Promise<Started> {
  const port = await freePort();
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'], PORT: String(port), POOLKEEPER_DATABASE_PORT: '0', ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const words: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => words.push(String(text)));
  const url = `http://127.0.0.1:${port}`;
  return { url, process: child, said: () => words.join(''), stop: (signal) => stop(child, signal) };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
