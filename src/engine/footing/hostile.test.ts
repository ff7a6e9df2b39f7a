import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Posted, anyTrueTable, post } from './any-table.test.js';
import { answerFooting } from './check-footing.js';

/** Answers or refuses with reasons; whatever throws fails the test. */
function isAnswered(raw: unknown): void {
  const outcome = answerFooting(raw);
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
    '-100',
    '1e9',
    'NaN',
    1e308,
    NaN,
    -0,
    true,
    'constructor',
    '__proto__',
  ),
  fc.constantFrom<unknown>('99999999999999999999999999999999', '0.000000000000000000000000000001', '-0'),
  fc.constantFrom<unknown>({ kind: 'constructor' }, { kind: '__proto__' }, JSON.parse('{"__proto__":{"kind":"sum"}}')),
);

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

describe('whatever is posted', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        isAnswered,
      ),
      { numRuns: 300 },
    );
  });

  it('never throws when any one thing in a good table is anything else', () => {
    fc.assert(
      fc.property(anyTrueTable, fc.nat(), anyPoison, (table, which, poison) => {
        const document = post(table);
        const all = places(document);
        isAnswered(put(document, all[which % all.length]!, poison));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses what is too deep, too long or too wide, in few words', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    const wide = Object.fromEntries(Array.from({ length: 1_000_000 }, (_, i) => [`k${i}`, '1']));
    for (const poison of [deep, new Array(1_000_000).fill({}), wide]) {
      for (const key of ['display', 'columns', 'rows', 'totals', 'relations', 'other']) isAnswered({ [key]: poison });
      isAnswered({
        display: 'rounded',
        columns: [{ id: 'x', unit: poison }],
        rows: [{ partner: poison, cells: poison }],
      });
    }
  });
});

/** The largest tables that are read: all figures random, so that nearly everything contradicts something. */
const largest: Record<string, Posted> = {
  usual: ['previous', 'increase', 'amount', 'risePercent', 'sharePercent'],
  plain: ['x', 'y'],
};

describe('cost', () => {
  it.each(Object.entries(largest))('a table at the limit is answered within a second: %s', (_, columns) => {
    let seed = 1;
    const figure = () => String((seed = (seed * 48_271) % 2_147_483_647) % 100_000);
    const cells = () => Object.fromEntries(columns.map((id: string) => [id, figure()]));
    const lines = Math.min(1_000, Math.floor(2_000 / columns.length) - 1);
    const document = {
      display: 'either',
      columns: columns.map((id: string) => ({ id })),
      rows: Array.from({ length: lines }, (__, i) => ({ partner: `p${i}`, cells: cells() })),
      totals: cells(),
    };
    const times = [0, 1, 2].map(() => {
      const from = performance.now();
      isAnswered(document);
      return performance.now() - from;
    });
    expect(Math.min(...times)).toBeLessThan(1_000);
  });
});
