// Turns the TypeScript under the named folders into `dist`, in well under a second, so that `npm start` can always
// build first. It checks no types: `npm run types` does, and `nest build` does both.
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from '@swc/core';

const root = path.join(import.meta.dirname, '..');
const options = JSON.parse(await readFile(path.join(import.meta.dirname, 'swc.json'), 'utf8'));
const folders = process.argv.length > 2 ? process.argv.slice(2) : ['src', 'migrations'];

async function build(file) {
  const out = path.join(root, 'dist', file.replace(/\.ts$/, '.js'));
  const source = await readFile(path.join(root, file), 'utf8');
  const { code, map } = await transform(source, { ...options, swcrc: false, filename: path.join(root, file) });
  await mkdir(path.dirname(out), { recursive: true });
  await writeFile(out, `${code}\n//# sourceMappingURL=${path.basename(out)}.map\n`);
  await writeFile(`${out}.map`, map);
}

for (const folder of folders) {
  await rm(path.join(root, 'dist', folder), { recursive: true, force: true });
  const names = await readdir(path.join(root, folder), { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  await Promise.all(files.map((name) => build(path.join(folder, name))));
  for (const name of names.filter((name) => name.endsWith('.mjs'))) {
    const out = path.join(root, 'dist', folder, name);
    await mkdir(path.dirname(out), { recursive: true });
    await copyFile(path.join(root, folder, name), out);
  }
}
