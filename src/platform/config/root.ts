import { existsSync } from 'node:fs';
import path from 'node:path';

/** The project's own folder, found from wherever this file runs (source or build). */
export const projectRoot = findUp(import.meta.dirname);

function findUp(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  return findUp(path.dirname(folder));
}
