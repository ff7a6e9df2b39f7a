import { readFileSync } from 'node:fs';
import { type Posted } from './any-document.js';

/** The blocks of one kind in the README beside a test, as JSON: ```` ```json document ```` and the like. */
export function readmeBlocks(beside: string, kind: string): Posted[] {
  const text = readFileSync(new URL('README.md', beside), 'utf8');
  return [...text.matchAll(new RegExp(`\`\`\`json ${kind}\\n(.*?)\`\`\``, 'gs'))].map(([, block]) =>
    JSON.parse(block!),
  );
}
