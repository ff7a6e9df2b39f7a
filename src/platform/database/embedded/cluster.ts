import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { adminUrl, type Place, prepare } from './place.js';
import { choosePort } from './port.js';
import { forgetDead, isAlive, readPostmaster, stopPostmaster } from './postmaster.js';

export interface ClusterOptions {
  /** Where the data and the password are kept between starts. */
  readonly folder: string;
  readonly preferredPort: number;
  /** PostgreSQL settings, `name=value`. */
  readonly settings?: readonly string[];
}

/** A running PostgreSQL of our own. */
export interface Cluster {
  /** The administrator's address of one database of the cluster, which is made if it is not there. */
  database(name: string): Promise<string>;
  /** Stops it, unless another process of ours still uses it. */
  stop(): Promise<void>;
}

/** Starts the cluster in a folder: makes it the first time, adopts one that a crash left running, else starts it. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const place = prepare(options.folder);
  await forgetDead(place.data);
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const running = await findRunning(place);
    if (running !== undefined) return cluster(place, running);
    const port = await choosePort(attempt === 1 ? options.preferredPort : 0);
    await launch(place, port, options.settings ?? []);
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
  await stopPostmaster(path.join(folder, 'data'));
  rmSync(folder, { recursive: true, force: true });
}

/** Its own process group and log file: neither a Ctrl-C nor a crash of ours takes it down in the middle of a commit. */
async function launch({ folder, data, bin, as }: Place, port: number, settings: readonly string[]): Promise<void> {
  const log = openSync(path.join(folder, 'postgres.log'), 'a', 0o640);
  const fixed = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100'];
  const set = [...fixed, ...settings].flatMap((setting) => ['-c', setting]);
  const [command = '', ...args] = [...as.prefix, path.join(bin, 'postgres'), '-D', data, '-p', String(port), ...set];
  const child = spawn(command, args, { ...as.ids, detached: true, stdio: ['ignore', log, log] });
  child.unref();
  const life = { over: false };
  for (const end of ['exit', 'error']) child.once(end, () => (life.over = true));
  for (let waited = 0; waited < 20_000 && !life.over; waited += 20) {
    const found = readPostmaster(data);
    if (found?.pid === child.pid && found?.ready) return;
    await sleep(20);
  }
}

/** The port of a cluster that runs in the place and takes our password. */
async function findRunning(place: Place): Promise<number | undefined> {
  const found = readPostmaster(place.data);
  if (!found?.ready || !isAlive(found.pid)) return undefined;
  const client = new pg.Client({ connectionString: adminUrl(place, found.port, 'postgres') });
  try {
    await client.connect();
    return found.port;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function cluster(place: Place, port: number): Cluster {
  const shared = otherOwner(place.folder) !== undefined;
  if (!shared) writeFileSync(ownerFile(place.folder), String(process.pid));
  return {
    database: async (name) => {
      await createDatabase(adminUrl(place, port, 'postgres'), name);
      return adminUrl(place, port, name);
    },
    stop: async () => {
      if (shared) return;
      await stopPostmaster(place.data);
      rmSync(ownerFile(place.folder), { force: true });
    },
  };
}

const ownerFile = (folder: string) => path.join(folder, 'owner.pid');

/** Another live process of ours that looks after the cluster. */
function otherOwner(folder: string): number | undefined {
  if (!existsSync(ownerFile(folder))) return undefined;
  const pid = Number(readFileSync(ownerFile(folder), 'utf8'));
  return pid !== process.pid && isAlive(pid) ? pid : undefined;
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
