import { expect } from '@jest/globals';
import fc from 'fast-check';
import { type Outcome } from '../../src/engine/outcome.js';
import { type Posted } from './any-document.js';

/** Fails unless a calculator answers, or refuses with reasons; whatever throws fails the test. */
export const answersOrRefuses =
  (calculator: (raw: unknown) => Outcome<unknown>) =>
  (raw: unknown): void => {
    const outcome = calculator(raw);
    if (outcome.ok) return;
    expect(outcome.faults.length).toBeGreaterThan(0);
    for (const { pointer, expected } of outcome.faults) {
      expect(pointer).toMatch(/^(\/|$)/);
      expect(expected).toMatch(/^Expected /);
    }
  };

/** Anything that a program could hand over, and more than JSON can say. */
export const anyThing = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });

const usual: readonly unknown[] = [
  ...[null, [], {}, '', '0', '-0', '-0.00', '-100', '1e9', 'NaN', 1e308, NaN, -0, true],
  ...['constructor', '__proto__', '10000000000000.00', '9'.repeat(32), `0.${'0'.repeat(29)}1`],
  ...[{ kind: 'constructor' }, { kind: '__proto__' }, { kind: ['equal'] }, { kind: ['share'] }],
  ...[{ amount: '0.00', percentOfBudget: '1' }, JSON.parse('{"__proto__":{"kind":"equal"}}')],
];

/** Values that have broken services before, to stand where a good one stood. */
export const anyPoison = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
  fc.constantFrom(...usual),
);

/** Keys that nobody meant. */
export const anyKey = fc.constantFrom('constructor', '__proto__', 'toString', 'id', 'kind', 'limit', '');

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

/** A good document with any one thing in it something else, gone, or called something else. */
export const anySpoilt = (good: fc.Arbitrary<Posted>): fc.Arbitrary<unknown> =>
  fc.tuple(good, fc.nat(), anyPoison, anyKey, fc.nat(2)).map(([document, which, poison, key, how]) => {
    const all = places(document);
    const at = all[which % all.length]!;
    if (how === 0) return put(document, at, poison);
    if (how === 1 || at.length === 0) return put(document, at, undefined);
    return asJson(put(document, [...at.slice(0, -1), key], 'x'));
  });

/** Lists in lists and objects in objects, very deep; a list of a million, and an object of a hundred thousand keys. */
export const enormous: readonly unknown[] = [
  JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  JSON.parse(`${'{"basis":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
  new Array(1_000_000).fill({}),
  Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, '1'])),
];
