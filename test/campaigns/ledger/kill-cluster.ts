import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrations } from '../../../migrations/all.js';
import { type Cluster, startCluster } from '../../../src/platform/database/embedded/cluster.js';
import { placeFiles } from '../../../src/platform/database/embedded/place.js';
import { readPostmaster } from '../../../src/platform/database/embedded/postmaster.js';
import { migrate } from '../../../src/platform/database/migrate.js';
import { startRoundRobin } from '../../support/round-robin.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

/** A PostgreSQL that is killed and started again, behind one port that stays. */
export interface KillCluster {
  readonly database: TestDatabase;
  /** `kill -9` of the postmaster and of all its children, and a start from what they left. */
  killAll(): Promise<void>;
  stop(): Promise<void>;
}

/** As it is shipped: what was committed is written, whatever becomes of the processes. `settings` change that. */
export async function startKillCluster(settings: readonly string[] = []): Promise<KillCluster> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'poolkeeper-kill-'));
  chmodSync(folder, 0o755);
  const options = { folder: path.join(folder, 'postgres'), preferredPort: 0, settings };
  let cluster: Cluster = await startCluster(options);
  const template = new URL(await cluster.database('poolkeeper_template'));
  const front = await startRoundRobin([`http://${template.host}`]);
  await migrate(template.toString(), { entities: [], migrations });
  template.port = new URL(front.url).port;
  const database = await inPlaceOf(template.toString(), createTestDatabase);
  return {
    database,
    killAll: async () => {
      const children = await database.sql<{ pid: number }>('select pid from pg_stat_activity');
      kill(readPostmaster(placeFiles(options.folder).data)!.pid);
      for (const { pid } of children) kill(pid);
      cluster = await again(options);
      front.toward([`http://${new URL(await cluster.database('poolkeeper_template')).host}`]);
    },
    stop: async () => {
      await front.stop();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One that is killed may be gone by itself already. */
export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was quicker.
  }
}

/** What the last one's children hold may take a moment to be let go. */
async function again(options: Parameters<typeof startCluster>[0]): Promise<Cluster> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startCluster(options);
    } catch (thrown) {
      if (tries === 20) throw thrown;
      await sleep(200);
    }
  }
}

async function inPlaceOf<T>(address: string, work: () => Promise<T>): Promise<T> {
  const before = process.env['POOLKEEPER_TEST_DATABASE'];
  process.env['POOLKEEPER_TEST_DATABASE'] = address;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['POOLKEEPER_TEST_DATABASE'];
    else process.env['POOLKEEPER_TEST_DATABASE'] = before;
  }
}
