import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Posted } from '../shares/any-document.test.js';
import { anyVariance } from './any-variance.test.js';
import { answerVariance } from './calculate-variance.js';

/** Answers or refuses with reasons; whatever throws fails the test. */
function isAnswered(raw: unknown): void {
  const outcome = answerVariance(raw);
  if (outcome.ok) return;
  expect(outcome.faults.length).toBeGreaterThan(0);
  for (const { pointer, expected } of outcome.faults) {
    expect(pointer).toMatch(/^(\/|$)/);
    expect(expected).toMatch(/^Expected /);
  }
}

const anyPoison = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    '',
    '0',
    '-0.00',
    '10000000000000.00',
    'NaN',
    1e308,
    NaN,
    -0,
    true,
    'constructor',
  ),
  fc.constantFrom<unknown>(
    { kind: 'constructor' },
    { kind: '__proto__' },
    { kind: ['share'] },
    { amount: '0.00', percentOfBudget: '1' },
    JSON.parse('{"__proto__":{"kind":"refer"}}'),
  ),
);

/** Every place in a document, as the keys that lead to it. */
function places(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, field]) => places(field, [...at, key]))];
}

function put(document: Posted, at: readonly string[], poison: unknown): unknown {
  const [last] = at.slice(-1);
  if (last === undefined) return poison;
  const copy = structuredClone(document);
  const holder = at.slice(0, -1).reduce((value, key) => value[key], copy);
  Object.defineProperty(holder, last, { value: poison, enumerable: true, configurable: true, writable: true });
  return copy;
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

it('never throws, whatever is posted', () => {
  fc.assert(fc.property(fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true }), isAnswered), {
    numRuns: 200,
  });
});

it('never throws when any one thing in a good document is anything else, gone or called something else', () => {
  const anyKey = fc.constantFrom('constructor', '__proto__', 'toString', 'id', 'kind', 'limit', '');
  fc.assert(
    fc.property(anyVariance, fc.nat(), anyPoison, anyKey, (document, which, poison, key) => {
      const all = places(document);
      const at = all[which % all.length]!;
      isAnswered(put(document, at, poison));
      isAnswered(put(document, at, undefined));
      if (at.length > 0) isAnswered(asJson(put(document, [...at.slice(0, -1), key], 'x')));
    }),
    { numRuns: 200 },
  );
});

it('refuses a document nested a hundred thousand deep, and a list of a million', () => {
  const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  const objects = JSON.parse(`${'{"basis":'.repeat(10_000)}1${'}'.repeat(10_000)}`);
  for (const poison of [deep, objects, new Array(1_000_000).fill({})]) {
    const good = { period: '2020-21', partners: [{ id: 'a' }], budget: '0.00', forecast: '1.00' };
    for (const key of [
      'period',
      'partners',
      'members',
      'lines',
      'reserve',
      'overspend',
      'underspend',
      'rounding',
      'other',
    ]) {
      isAnswered({ ...good, [key]: poison });
    }
    const step = { kind: 'share', basis: poison, limit: poison, clause: poison };
    isAnswered({ ...good, overspend: [step, { kind: poison }, { kind: 'bearer', partner: poison }] });
  }
});
