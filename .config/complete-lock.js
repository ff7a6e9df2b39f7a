// npm 11 refuses a lock file that leaves out optional platform packages of jest and swc, and npm writes it so:
// this adds the missing entries (name, version and platform; no download address). Run after every `npm install`.
import fs from 'node:fs';
import path from 'node:path';

const file = path.join(import.meta.dirname, '..', 'package-lock.json');
const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
const systems = ['darwin', 'linux', 'win32', 'freebsd', 'android', 'openharmony', 'sunos', 'aix', 'netbsd', 'openbsd'];
const processors = ['x64', 'arm64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32'];

const held = (name) =>
  Object.keys(lock.packages).some((key) => key === `node_modules/${name}` || key.endsWith(`/node_modules/${name}`));

function entry(name, version, parent) {
  const os = systems.filter((system) => name.includes(system));
  const cpu = processors.find((processor) => name.includes(processor)) ?? (/arm(-|v7)/.test(name) ? 'arm' : undefined);
  return {
    version,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(parent.dev ? { dev: true } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}

let added = 0;
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (held(name) || !/^\d/.test(version)) continue;
    lock.packages[`node_modules/${name}`] = entry(name, version, parent);
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} optional platform packages added`);
