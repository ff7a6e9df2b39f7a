import { ownerDataSource, type Schema } from './data-source.js';
import { ensureRoles, urlFor } from './roles.js';

const MIGRATION_LOCK = 7_665_001;

/** Brings a database up to date: the roles first, then each migration in a transaction of its own, one process at a time. */
export async function migrate(adminUrl: string, schema: Schema): Promise<readonly string[]> {
  await ensureRoles(adminUrl);
  const source = await ownerDataSource(urlFor('poolkeeper_owner', adminUrl), schema).initialize();
  try {
    await source.query('set lock_timeout = 0');
    await source.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await source.query(`set lock_timeout = '2s'`);
    const ran = await source.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
