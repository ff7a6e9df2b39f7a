// One cluster for the whole run, with durability off for speed, and one migrated template that each test file clones.
// Plain JavaScript on the built product: jest reads this file before its own transforms are in place.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');

export default async function startDatabase() {
  execFileSync(process.execPath, [path.join(root, '.config', 'build.js')]);
  const { startCluster } = await import('../../dist/src/platform/database/embedded/cluster.js');
  const { migrate } = await import('../../dist/src/platform/database/migrate.js');
  const { migrations } = await import('../../dist/migrations/all.js');

  const folder = mkdtempSync(path.join(os.tmpdir(), 'poolkeeper-test-'));
  chmodSync(folder, 0o755);
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=256MB'];
  const cluster = await startCluster({ folder: path.join(folder, 'postgres'), preferredPort: 0, settings });
  const template = await cluster.database('poolkeeper_template');
  await migrate(template, { entities: [], migrations });
  process.env.POOLKEEPER_TEST_DATABASE = template;
  globalThis.poolkeeperTest = { cluster, folder };
}
