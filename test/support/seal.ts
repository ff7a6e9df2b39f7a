import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type Outcome } from '../../src/engine/outcome.js';

const asText = (value: unknown): string =>
  JSON.stringify(value, (_, field: unknown) => (typeof field === 'bigint' ? String(field) : field));

/**
 * One short text for what comes of some documents drawn from a seed, words and refusals included. It says nothing of what
 * is right: the examples, the properties and the oracles do. It says that nothing has changed unnoticed; who means a change
 * raises `ENGINE_VERSION` and puts the new seal where the old one stood.
 */
export function seal<T>(drawn: fc.Arbitrary<T>, answer: (document: T) => unknown, documents: number): string {
  const hash = createHash('sha256');
  for (const document of fc.sample(drawn, { seed: 20_261_122, numRuns: documents }))
    hash.update(asText(answer(document)));
  return hash.digest('hex').slice(0, 16);
}

/** An answer without the version and its digest, which may change by themselves; or the faults. */
export const unversioned =
  (calculator: (raw: unknown) => Outcome<{ readonly engine: string; readonly digest: string }>) =>
  (raw: unknown): unknown => {
    const outcome = calculator(raw);
    return outcome.ok ? { ...outcome.value, engine: '', digest: '' } : outcome.faults;
  };
