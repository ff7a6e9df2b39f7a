import path from 'node:path';
import { pino } from 'pino';
import { migrations } from '../migrations/all.js';
import { createApp } from './app.js';
import { type Config, readConfig } from './platform/config/config.js';
import { discardCluster, startCluster } from './platform/database/embedded/cluster.js';
import { migrate } from './platform/database/migrate.js';
import { urlFor } from './platform/database/roles.js';

interface Server {
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/** The server that was named, or our own. */
async function findDatabase(config: Config): Promise<Server> {
  if (config.databaseUrl !== undefined) return { adminUrl: config.databaseUrl, stop: () => Promise.resolve() };
  const folder = path.join(config.dataFolder, 'postgres');
  if (config.fresh) await discardCluster(folder);
  const cluster = await startCluster({ folder, preferredPort: config.embeddedPort });
  return { adminUrl: await cluster.database('poolkeeper'), stop: () => cluster.stop() };
}

async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  const logger = pino({ level: config.logLevel });
  const database = await findDatabase(config);
  await migrate(database.adminUrl, { entities: [], migrations });
  const url = urlFor('poolkeeper_api', database.adminUrl);
  const app = await createApp({ ...config, url }, logger);
  await app.listen(config.port, config.host);
  logger.info(`Poolkeeper is at http://${config.host}:${config.port} for this machine alone: there is no sign-in yet.`);
}

await main();
