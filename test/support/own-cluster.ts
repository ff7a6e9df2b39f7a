import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrations } from '../../migrations/all.js';
import { startCluster } from '../../src/platform/database/embedded/cluster.js';
import { migrate } from '../../src/platform/database/migrate.js';

/** A PostgreSQL of a campaign's own, gone afterwards; test databases are copies of its migrated template, as under jest. */
export async function onOwnCluster<T>(work: () => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'poolkeeper-campaign-'));
  chmodSync(folder, 0o755);
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=256MB'];
  const cluster = await startCluster({ folder: path.join(folder, 'postgres'), preferredPort: 0, settings });
  try {
    const template = await cluster.database('poolkeeper_template');
    await migrate(template, { entities: [], migrations });
    process.env['POOLKEEPER_TEST_DATABASE'] = template;
    return await work();
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
