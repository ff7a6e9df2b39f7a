import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { adminUrl, placeFiles } from '../../src/platform/database/embedded/place.js';
import { isAlive } from '../../src/platform/database/embedded/processes.js';
import { openService } from '../../src/platform/database/service-session.js';
import { spawnProcess, type Started, startProcess } from '../support/process.js';
import { sendRaw } from '../support/raw.js';

/** A start on nothing but a folder, as `npm start` makes it. */
describe('starting on the embedded database', () => {
  const running: Started[] = [];
  const strangers: ChildProcess[] = [];
  const before = mkdtempSync(path.join(os.tmpdir(), 'poolkeeper-start-'));
  let folder: string;
  /** How the first start of all ended: with which code, and whether its database was left running. */
  let stoppedCleanly: { readonly exitCode: number | null; readonly database: boolean };

  const start = async (more: { args?: string[]; uid?: number; env?: Record<string, string> } = {}) => {
    const { env = {}, ...rest } = more;
    const started = await startProcess({ ...rest, env: { POOLKEEPER_DATA: folder, ...env } });
    running.push(started);
    return started;
  };
  /** A start on a folder that was started on before. */
  const startAgain = (env: Record<string, string> = {}) => {
    execFileSync('cp', ['-a', `${before}/.`, folder]);
    return start({ env });
  };
  /** A live process that has nothing to do with us, such as gets a number that was used before. */
  const stranger = async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
    strangers.push(child);
    await once(child, 'spawn');
    return child.pid!;
  };
  const note = () => path.join(folder, 'postgres/data/postmaster.pid');
  const postmaster = () => Number(readFileSync(note(), 'utf8').split('\n')[0]);
  /** The administrator's address of the database of this folder, as a person with the folder could find it out. */
  const address = () =>
    adminUrl(
      placeFiles(path.join(folder, 'postgres')),
      Number(readFileSync(note(), 'utf8').split('\n')[3]),
      'poolkeeper',
    );
  const bearer = async () => ({ authorization: `Bearer ${await openService(address(), 'demonstration')}` });
  const addAuthority = async (url: string, id: string) =>
    fetch(`${url}/api/v1/authorities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': id, ...(await bearer()) },
      body: JSON.stringify({ id, name: `The council of ${id}`, kind: 'other', source: 'test' }),
    });
  const has = async (url: string, id: string) =>
    (await fetch(`${url}/api/v1/authorities/${id}`, { headers: await bearer() })).status === 200;

  beforeAll(async () => {
    chmodSync(before, 0o755);
    folder = before;
    const first = await startProcess({ env: { POOLKEEPER_DATA: before } });
    expect((await addAuthority(first.url, 'kept')).status).toBe(201);
    const pid = postmaster();
    await first.stop('SIGTERM');
    stoppedCleanly = { exitCode: first.process.exitCode, database: isAlive(pid) };
  });
  afterAll(() => rmSync(before, { recursive: true, force: true }));

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'poolkeeper-start-'));
    chmodSync(folder, 0o755);
  });

  afterEach(async () => {
    for (const started of running.splice(0)) await started.stop('SIGKILL');
    for (const child of strangers.splice(0)) child.kill('SIGKILL');
    if (existsSync(note()) && isAlive(postmaster())) process.kill(postmaster(), 'SIGINT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });

  it('keeps what was recorded between starts', async () => {
    expect(stoppedCleanly).toEqual({ exitCode: 0, database: false });
    const again = await startAgain();
    expect(await has(again.url, 'kept')).toBe(true);
  });

  it('recovers when server and database were killed; adopts what a killed server left running, ready or not yet', async () => {
    const first = await startAgain();
    expect((await addAuthority(first.url, 'survivor')).status).toBe(201);
    process.kill(postmaster(), 'SIGKILL');
    await first.stop('SIGKILL');
    const second = await start();
    expect(await has(second.url, 'survivor')).toBe(true);

    const pid = postmaster();
    await second.stop('SIGKILL');
    expect(isAlive(pid)).toBe(true);
    const third = await start();
    expect(postmaster()).toBe(pid);
    expect(await has(third.url, 'survivor')).toBe(true);

    await third.stop('SIGKILL');
    const words = readFileSync(note(), 'utf8');
    writeFileSync(note(), words.replace('ready   ', 'starting'));
    const waiting = start();
    await sleep(3_000);
    writeFileSync(note(), words);
    const fourth = await waiting;
    expect(postmaster()).toBe(pid);
    await fourth.stop('SIGTERM');
    expect(isAlive(pid)).toBe(false);
  }, 120_000);

  it('takes another port for its database, listens on this machine alone, answers to its names alone, and keeps its data from a second start', async () => {
    const squatter = net.createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as net.AddressInfo;
    try {
      const started = await startAgain({ POOLKEEPER_DATABASE_PORT: String(port) });
      expect((await fetch(`${started.url}/health/ready`)).status).toBe(200);
      expect(started.said()).toContain('for this machine alone');
      // No page elsewhere can reach it by a name of its own.
      const evil = 'GET /health/live HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n';
      expect(await sendRaw(started.url, evil)).toMatch(/^HTTP\/1\.1 421 /);
      const second = start({ args: ['--fresh'] });
      await expect(second).rejects.toThrow(/Another Poolkeeper \(process \d+\) is using the data/);
    } finally {
      squatter.close();
    }
  });

  it('says how to set up the account of the first administrator, where it is no demonstration', async () => {
    const server = await start({ env: { POOLKEEPER_DEMONSTRATION: 'off' } });
    const told = () => /^http:\/\/127\.0\.0\.1:\d+\/enrol\/[\w-]{43}$/m.exec(server.said())?.[0];
    for (let waited = 0; told() === undefined && waited < 5_000; waited += 50) await sleep(50);
    const link = told() ?? 'no link';
    expect(await (await fetch(link)).text()).toContain('value="administrator"');
    expect(server.said().split(link)).toHaveLength(2);
  });

  it('starts over when asked to', async () => {
    const first = await startAgain();
    expect((await addAuthority(first.url, 'forgotten')).status).toBe(201);
    await first.stop('SIGTERM');
    const second = await start({ args: ['--fresh'] });
    expect(await has(second.url, 'forgotten')).toBe(false);
  });

  it('lets a process be that has the number of a database long gone', async () => {
    const first = await startAgain();
    const words = readFileSync(note(), 'utf8');
    await first.stop('SIGTERM');
    const pid = await stranger();
    writeFileSync(note(), words.replace(/^\d+/, String(pid)));
    await start({ args: ['--fresh'] });
    expect(isAlive(pid)).toBe(true);
  });

  it('does not take a process for a server because it has the number of one', async () => {
    const first = await startAgain();
    await first.stop('SIGKILL');
    const owner = path.join(folder, 'postgres/owner.pid');
    writeFileSync(owner, readFileSync(owner, 'utf8').replace(/^\d+/, String(await stranger())));
    const second = await start({ args: ['--fresh'] });
    const pid = postmaster();
    await second.stop('SIGTERM');
    expect(isAlive(pid)).toBe(false);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'leaves nothing running on %s in the middle of a start',
    async (signal) => {
      const started = await spawnProcess({ env: { POOLKEEPER_DATA: folder } });
      running.push(started);
      while (!existsSync(note())) await sleep(2);
      const pid = postmaster();
      await started.stop(signal);
      expect(started.process.exitCode).toBe(0);
      expect(isAlive(pid)).toBe(false);
      expect(started.said()).not.toContain('Poolkeeper is at');
    },
  );

  it('names the setting that is wrong', async () => {
    await expect(start({ env: { LOG_LEVEL: 'loud' } })).rejects.toThrow(/LOG_LEVEL is "loud"; expected one of/);
  });

  const root = process.getuid?.() === 0;
  it(root ? 'works for an ordinary user as for root' : 'works for an ordinary user', async () => {
    if (root) chownSync(folder, 65_534, 65_534);
    const started = await start(root ? { uid: 65_534 } : {});
    expect((await fetch(`${started.url}/health/ready`)).status).toBe(200);
    await started.stop('SIGTERM');
    expect(started.process.exitCode).toBe(0);
  });
});
