import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../src/platform/config/root.js';
import { candidates } from './engine.js';
import { growth, limits } from './growth.js';
import { inTurns } from './rounds.js';

/* What a calculation costs beside a popular money library's bare split, how that grows, and how long the largest takes. */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 15);
const targets: Readonly<Record<string, number>> = {
  'the arithmetic alone': 1,
  'everything, from posted to answer': 0.1,
};

const ratios = inTurns(candidates, rounds);
for (const [name, { median, lowerQuartile, upperQuartile }] of Object.entries(ratios)) {
  const target = targets[name];
  const met = target === undefined ? '' : `target ${target}: ${median >= target ? 'met' : 'MISSED'}`;
  const spread = `quartiles ${lowerQuartile.toFixed(3)} to ${upperQuartile.toFixed(3)}`;
  console.log(`${name.padEnd(36)} ${median.toFixed(3)} × allocate   ${spread}   ${met}`);
}
const grown = (['partners', 'pots', 'years'] as const).map(growth);
for (const { of, sizes, milliseconds, power } of grown) {
  console.log(`${of.padEnd(10)} ${sizes.join(', ')}: ${milliseconds.join(', ')} ms, size to the power of ${power}`);
}
const largest = limits();
for (const [name, { milliseconds, came }] of Object.entries(largest)) {
  console.log(`${name.padEnd(24)} ${milliseconds} ms, ${came}`);
}
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: projectRoot, encoding: 'utf8' }).trim();
const about = { commit, node: process.version, cores: os.cpus().length, rounds };
const file = path.join(projectRoot, 'reports', 'bench-engine.json');
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify({ ...about, targets, ratios, growth: grown, limits: largest }, null, 2)}\n`);
