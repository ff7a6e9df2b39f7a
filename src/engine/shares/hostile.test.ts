import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Posted, anyAdjusted } from './any-document.test.js';
import { answerShares } from './calculate-shares.js';

/** Answers or refuses with reasons; whatever throws fails the test. */
function isAnswered(raw: unknown): void {
  const outcome = answerShares(raw);
  if (outcome.ok) return;
  expect(outcome.faults.length).toBeGreaterThan(0);
  for (const { pointer, expected } of outcome.faults) {
    expect(pointer).toMatch(/^(\/|$)/);
    expect(expected).toMatch(/^Expected /);
  }
}

const anyPoison = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
  fc.constantFrom<unknown>(null, [], {}, '', '0', '-0.00', 'NaN', 1e308, NaN, -0, true, 'constructor', '__proto__'),
  fc.constantFrom<unknown>(
    { kind: 'constructor' },
    { kind: '__proto__' },
    { kind: ['equal'] },
    JSON.parse('{"__proto__":{"kind":"equal"}}'),
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
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }), isAnswered),
    {
      numRuns: 300,
    },
  );
});

it('never throws when any one thing in a good document is anything else', () => {
  fc.assert(
    fc.property(anyAdjusted, fc.nat(), anyPoison, (document, which, poison) => {
      const all = places(document);
      isAnswered(put(document, all[which % all.length]!, poison));
    }),
    { numRuns: 300 },
  );
});

it('never throws when a field is gone, doubled or called something else', () => {
  fc.assert(
    fc.property(
      anyAdjusted,
      fc.nat(),
      fc.constantFrom('constructor', '__proto__', 'toString', 'id', 'kind', ''),
      (document, which, key) => {
        const all = places(document).filter((at) => at.length > 0);
        const at = all[which % all.length]!;
        isAnswered(asJson(put(document, at, undefined)));
        isAnswered(asJson(put(document, [...at.slice(0, -1), key], 'x')));
      },
    ),
    { numRuns: 300 },
  );
});

it('refuses a document nested a hundred thousand deep, and a list of a million', () => {
  const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  const million = new Array(1_000_000).fill({});
  for (const poison of [deep, million]) {
    for (const key of ['period', 'partners', 'measures', 'pots', 'rounding', 'other']) isAnswered({ [key]: poison });
    const pots = [
      { id: 'p', members: poison, lines: poison, less: poison, basis: poison, adjust: poison, name: poison },
    ];
    isAnswered({ period: '2020-21', partners: [{ id: 'a', from: poison }], pots });
  }
});

it('refuses an object of a million keys, with few words', () => {
  const wide = Object.fromEntries(Array.from({ length: 1_000_000 }, (_, i) => [`k${i}`, '1']));
  const outcome = answerShares({
    period: '2020-21',
    partners: [{ id: 'a' }],
    pots: [{ id: 'p', basis: { kind: 'stated-percent', percent: wide } }],
  });
  expect(outcome.ok ? 0 : outcome.faults.length).toBe(1);
});
