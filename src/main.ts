import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Logger, pino } from 'pino';
import { migrations } from '../migrations/all.js';
import { createApp } from './app.js';
import { LoadDemonstration } from './features/demonstration/load-demonstration.js';
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

async function start(config: Config, logger: Logger): Promise<() => Promise<void>> {
  const database = await findDatabase(config);
  try {
    await migrate(database.adminUrl, { entities: [], migrations });
    const app = await createApp({ ...config, url: urlFor('poolkeeper_api', database.adminUrl) }, logger);
    if (config.demonstration) await app.get(LoadDemonstration).run();
    await listen(app, config);
    return async () => {
      await app.close();
      await database.stop();
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function listen(app: NestFastifyApplication, { port, host }: Config): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${port} is taken. Stop what uses it, or choose another with PORT=3001 npm start.`, {
      cause: error,
    });
  }
}

/** Once, on the first of the signals: answer what is under way, close the pool, stop our own database. */
function stopOnSignal(stop: () => Promise<void>, logger: Logger): void {
  let stopping = false;
  const once = (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.info(`Stopping on ${signal}: requests under way are answered first.`);
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'It did not stop cleanly.');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once);
}

async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  const logger = pino({ level: config.logLevel, base: null });
  const stop = await start(config, logger);
  stopOnSignal(stop, logger);
  logger.info(`Poolkeeper is at http://${config.host}:${config.port} for this machine alone: there is no sign-in yet.`);
}

main().catch((error: unknown) => {
  process.stderr.write(`Poolkeeper did not start. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
