import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { launch, type LaunchOptions } from './launch.js';
import { becomeOwner, forgetOwner, otherOwner } from './owner.js';
import { adminUrl, type Place, placeFiles, prepare } from './place.js';
import { choosePort } from './port.js';
import { forgetDead, isPostmaster, readPostmaster, stopPostmaster, takesPassword } from './postmaster.js';

export interface ClusterOptions extends LaunchOptions {
  /** Where the data and the password are kept between starts. */
  readonly folder: string;
  readonly preferredPort: number;
}

/** A running PostgreSQL of our own. */
export interface Cluster {
  /** The administrator's address of one database of the cluster, which is made if it is not there. */
  database(name: string): Promise<string>;
  /**
   * Stops it, unless another live process looks after it: the one that started or adopted it. That one does not ask who
   * else uses it, so a second server on the same folder loses its database when the first stops.
   */
  stop(): Promise<void>;
}

/** Starts the cluster in a folder: makes it the first time, adopts one that a crash left running, else starts it. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const place = prepare(options.folder);
  await forgetDead(place.data);
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const running = await findRunning(place, options.signal);
    if (running !== undefined) return cluster(place, running);
    if (options.signal?.aborted) await release(place);
    options.signal?.throwIfAborted();
    const port = await choosePort(attempt === 1 ? options.preferredPort : 0);
    await launch(place, port, options);
  }
  const log = readFileSync(path.join(options.folder, 'postgres.log'), 'utf8').split('\n').slice(-6).join('\n');
  throw new Error(`The embedded PostgreSQL did not start. Its last words:\n${log}`);
}

/** Stops whatever runs in the folder and throws its data away. Refuses while another process of ours uses it. */
export async function discardCluster(folder: string): Promise<void> {
  const owner = otherOwner(folder);
  if (owner !== undefined) {
    throw new Error(`Another Poolkeeper (process ${owner}) is using the data in ${folder}. Stop it first.`);
  }
  await stopPostmaster(placeFiles(folder));
  rmSync(folder, { recursive: true, force: true });
}

/** The port of a cluster that runs in the place and takes our password. One that is there but not ready yet is waited for. */
async function findRunning(place: Place, signal?: AbortSignal): Promise<number | undefined> {
  const patience = Date.now() + 20_000;
  for (;;) {
    const found = readPostmaster(place.data);
    const ours = found && isPostmaster(found.pid, place.data);
    if (!found || ours === false) return undefined;
    if (found.ready && (await takesPassword(place, found.port))) return found.port;
    if (signal?.aborted || (found.ready && ours === undefined)) return undefined;
    if (Date.now() > patience) {
      throw new Error(
        `PostgreSQL (process ${found.pid}) runs in ${place.data} but is not ready. See postgres.log there.`,
      );
    }
    await sleep(50);
  }
}

function cluster(place: Place, port: number): Cluster {
  if (otherOwner(place.folder) === undefined) becomeOwner(place.folder);
  return {
    database: async (name) => {
      await createDatabase(adminUrl(place, port, 'postgres'), name);
      return adminUrl(place, port, name);
    },
    stop: () => release(place),
  };
}

async function release(place: Place): Promise<void> {
  if (otherOwner(place.folder) !== undefined) return;
  await stopPostmaster(place);
  forgetOwner(place.folder);
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
