import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/platform/config/root.js';

const IMPORTED = /(?:from|import|import\()\s*'(\.{1,2}\/[^']+)'/g;

/** The file that an import names, which is written with the ending that it has once it is built. */
function named(from: string, name: string): string {
  const built = path.join(path.dirname(from), name);
  const source = built.replace(/\.js$/, '.ts');
  return existsSync(source) ? source : built;
}

/** These files and all of ours that they load, however far down. */
function loadedBy(files: readonly string[]): readonly string[] {
  const loaded = new Set(files);
  for (const file of loaded) {
    for (const [, name] of readFileSync(file, 'utf8').matchAll(IMPORTED)) loaded.add(named(file, name ?? ''));
  }
  return [...loaded].sort();
}

/** SHA-256 over these files and all of ours that they load: the same as long as none of them changes, whatever else does. */
export function sourceOf(files: readonly string[]): string {
  const digest = createHash('sha256');
  for (const file of loadedBy(files)) {
    const content = createHash('sha256').update(readFileSync(file)).digest('hex');
    digest.update(`${path.relative(projectRoot, file)} ${content}\n`);
  }
  return `sha256:${digest.digest('hex')}`;
}
