import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findBinaries } from './binaries.js';
import { chooseRunAs, type RunAs } from './run-as.js';

/** Where one cluster lives, and how it is run there. */
export interface Place {
  readonly folder: string;
  readonly data: string;
  readonly password: string;
  readonly bin: string;
  readonly as: RunAs;
}

const ADMIN = 'poolkeeper_admin';

/** Finds the place, and sets the cluster up in it the first time. */
export function prepare(folder: string): Place {
  const bin = findBinaries();
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const as = chooseRunAs([bin, folder]);
  const place = { folder, ...placeFiles(folder), bin, as };
  if (!existsSync(path.join(place.data, 'PG_VERSION'))) initialise(place);
  return place;
}

export function placeFiles(folder: string): Pick<Place, 'data' | 'password'> {
  return { data: path.join(folder, 'data'), password: path.join(folder, 'password') };
}

export function adminUrl({ password }: Pick<Place, 'password'>, port: number, database: string): string {
  return `postgres://${ADMIN}:${readFileSync(password, 'utf8')}@127.0.0.1:${port}/${database}`;
}

/** Made beside its place and then moved there, so that a start cut short leaves nothing half made. */
function initialise({ folder, data, password, bin, as }: Place): void {
  const making = emptyFolder(path.join(folder, `making.${process.pid}`), as);
  if (!existsSync(password)) {
    writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
    as.own(password);
  }
  const how = ['--auth=scram-sha-256', `--pwfile=${password}`, '--encoding=UTF8', '--no-instructions'];
  const where = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const [command = '', ...args] = [...as.prefix, path.join(bin, 'initdb'), '-D', making, '-U', ADMIN, ...how, ...where];
  // In a process group of its own: a Ctrl-C is ours to answer, once this is done.
  const options = { ...as.ids, encoding: 'utf8', detached: true } as const;
  const { status, error, stderr } = spawnSync(command, args, options);
  if (status !== 0) throw new Error(`The embedded PostgreSQL could not be set up: ${error?.message ?? stderr}`);
  renameSync(making, data);
}

function emptyFolder(folder: string, as: RunAs): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  as.own(folder);
  return folder;
}
