import { spawnSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import path from 'node:path';

const NOBODY = 65_534;

/** How to run PostgreSQL, which refuses to run as root. */
export interface RunAs {
  readonly prefix: readonly string[];
  readonly ids: { readonly uid?: number; readonly gid?: number };
  /** Gives a file or folder to whoever PostgreSQL runs as. */
  own(file: string): void;
}

const ourselves: RunAs = { prefix: [], ids: {}, own: () => undefined };
const nobody: RunAs = {
  prefix: [],
  ids: { uid: NOBODY, gid: NOBODY },
  own: (file) => chownSync(file, NOBODY, NOBODY),
};
const inNamespace = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

/** Ourselves; or, for root, nobody; or, where nobody may not enter the folder, ourselves renamed in a namespace. */
export function chooseRunAs(folders: readonly string[]): RunAs {
  if (process.getuid?.() !== 0) return ourselves;
  if (folders.every(othersMayEnter)) return nobody;
  if (spawnSync('unshare', [...inNamespace, 'true']).status === 0)
    return { ...ourselves, prefix: ['unshare', ...inNamespace] };
  throw new Error(
    'PostgreSQL will not run as root, and no other user may enter this folder. Move the project to a folder that others ' +
      'may enter (chmod o+x on its parents), run it as an ordinary user, or set DATABASE_URL.',
  );
}

function othersMayEnter(folder: string): boolean {
  const entered = (statSync(folder).mode & 0o001) !== 0;
  const parent = path.dirname(folder);
  return entered && (parent === folder || othersMayEnter(parent));
}
