import { once } from 'node:events';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Logger, pino } from 'pino';
import { migrations } from '../migrations/all.js';
import { actOutYear } from './act-out-year.js';
import { createApp } from './app.js';
import { CheckpointClockwork } from './features/audit/checkpoints/clockwork.js';
import { DemonstrationSignIns } from './features/demonstration/demonstration-sign-ins.js';
import { LoadDemonstration } from './features/demonstration/load-demonstration.js';
import { ActOutYear } from './features/demonstration/year/act-out-year.js';
import { readProvidersFile } from './features/federation/read-providers.js';
import { tellSignIns } from './features/demonstration/tell-sign-ins.js';
import { nameFirstAdministrator } from './features/people/first-administrator.js';
import { type Config, readConfig } from './platform/config/config.js';
import { discardCluster, startCluster } from './platform/database/embedded/cluster.js';
import { migrate } from './platform/database/migrate.js';
import { ReadyCheck } from './platform/database/ready-check.js';
import { urlFor } from './platform/database/roles.js';
import { endService, markDemonstration, openService } from './platform/database/service-session.js';
import { ticketOf } from './platform/database/ticket.js';

interface Server {
  readonly adminUrl: string;
  readonly stop: () => Promise<void>;
}

/** The server that was named, or our own. */
async function findDatabase(config: Config, signal: AbortSignal): Promise<Server> {
  if (config.databaseUrl !== undefined) return { adminUrl: config.databaseUrl, stop: () => Promise.resolve() };
  const folder = path.join(config.dataFolder, 'postgres');
  if (config.fresh) await discardCluster(folder);
  const cluster = await startCluster({ folder, preferredPort: config.embeddedPort, signal });
  const stop = () => cluster.stop();
  return { adminUrl: await undoing(stop, () => cluster.database('poolkeeper')), stop };
}

/** Gives back how to stop it. A start that fails, or that a signal makes unwanted, leaves nothing running. */
async function start(config: Config, logger: Logger, signal: AbortSignal): Promise<() => Promise<void>> {
  const signInProviders = readProvidersFile(config.providersFile);
  const database = await findDatabase(config, signal);
  return undoing(database.stop, async () => {
    signal.throwIfAborted();
    await migrate(database.adminUrl, { entities: [], migrations });
    signal.throwIfAborted();
    const app = await createApp({ ...config, ...addresses(database.adminUrl), signInProviders }, logger);
    const close = () => app.close();
    return undoing(close, async () => {
      signal.throwIfAborted();
      await mustBeReady(app);
      const isToAct = config.demonstration && (await loadDemonstration(app, database.adminUrl, config));
      signal.throwIfAborted();
      const endClockwork = await startClockwork(app, database.adminUrl);
      return undoing(endClockwork, async () => {
        await listen(app, config);
        if (!config.demonstration) await tellFirstAdministrator(database.adminUrl, config);
        const endActing = isToAct ? actOutYear(app, logger) : () => Promise.resolve();
        return () => endActing().finally(close).finally(endClockwork).finally(database.stop);
      });
    });
  });
}

/** Does the work; where it fails, undoes what it was built on before saying so. */
async function undoing<T>(undo: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await undo();
    throw error;
  }
}

function addresses(adminUrl: string) {
  return {
    url: urlFor('poolkeeper_api', adminUrl),
    accessUrl: urlFor('poolkeeper_access', adminUrl),
    publicUrl: urlFor('poolkeeper_public', adminUrl),
  };
}

/** The demonstration is loaded by a service that exists for as long as that takes. Says whether it is still to be acted out. */
async function loadDemonstration(app: NestFastifyApplication, adminUrl: string, config: Config): Promise<boolean> {
  await markDemonstration(adminUrl);
  const secret = await openService(adminUrl, 'demonstration');
  try {
    const { added } = await app.get(LoadDemonstration).run(ticketOf(secret));
    await tellSignIns(app.get(DemonstrationSignIns), ticketOf(secret), {
      folder: config.dataFolder,
      server: `http://${config.host}:${config.port}`,
      anew: added > 0,
      say: (text) => void process.stdout.write(text),
    });
    return !(await app.get(ActOutYear).isOver(ticketOf(secret)));
  } finally {
    await endService(adminUrl, secret);
  }
}

/** Where nobody could administer, whoever runs the server is told how to set up that account; the log is not. */
async function tellFirstAdministrator(adminUrl: string, { host, port }: Config): Promise<void> {
  const code = await nameFirstAdministrator(adminUrl);
  if (code === undefined) return;
  const link = `http://${host}:${port}/enrol/${code}`;
  process.stdout.write(`Nobody administers yet. Set up that account within a day, with this link alone:\n${link}\n`);
}

/** What is done by the clock is done by a service that ends with the process. Gives back how to end it. */
async function startClockwork(app: NestFastifyApplication, adminUrl: string): Promise<() => Promise<void>> {
  const secret = await openService(adminUrl, 'clockwork');
  app.get(CheckpointClockwork).start(ticketOf(secret));
  return () => endService(adminUrl, secret);
}

/** INV-40: serves nothing on a database that would not hold its rows apart. */
async function mustBeReady(app: NestFastifyApplication): Promise<void> {
  const faults = await app.get(ReadyCheck).faults();
  if (faults.length > 0) throw new Error(`It would not be safe to serve: ${faults.join('; ')}.`);
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

/** Given on the first signal to stop, whether the start is over or not; later ones change nothing. */
function watchSignals(logger: Logger): AbortSignal {
  const stopping = new AbortController();
  const stop = (signal: string) => {
    if (stopping.signal.aborted) return;
    logger.info(`Stopping on ${signal}: requests under way are answered first.`);
    stopping.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  return stopping.signal;
}

/** Until a signal: then answers what is under way, closes the pool, stops our own database. */
async function run(config: Config, logger: Logger, signal: AbortSignal): Promise<void> {
  const stop = await start(config, logger, signal);
  logger.info(`Poolkeeper is at http://${config.host}:${config.port} for this machine alone.`);
  if (!signal.aborted) await once(signal, 'abort');
  await stop();
}

async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  const logger = pino({ level: config.logLevel, base: null });
  const signal = watchSignals(logger);
  try {
    await run(config, logger, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    if (error === signal.reason) return;
    logger.error({ err: error }, 'It did not stop cleanly.');
    process.exit(1);
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`Poolkeeper did not start. ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
