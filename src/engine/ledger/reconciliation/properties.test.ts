import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysBetween, fromDayNumber } from '../../calendar/local-date.js';
import { type Item, type OurItem, plainReference, sumOf } from './item.js';
import { match } from './match.js';
import { percentOf } from './percent.js';
import { type RuleName } from './rules.js';
import { type ByHand, reconcile, type Reconcilable } from './reconcile.js';

/** Few references, amounts and days, so that much is alike. */
const anItem = fc.record({
  on: fc.integer({ min: 20_540, max: 20_552 }).map(fromDayNumber),
  reference: fc.constantFrom(null, 'R', 'r', 'S-1', 'S1', 'T', ''),
  pence: fc.constantFrom(-300n, -100n, 100n, 200n, 300n, 1_000_000_000_000_000n),
});
const named = <T extends object>(prefix: string, items: readonly T[]) =>
  items.map((item, at) => ({ ...item, id: `${prefix}${at}` }));
const hostLines = fc.array(anItem, { maxLength: 12 }).map((items): Item[] => named('h', items));
const ourLines = fc.array(fc.tuple(anItem, fc.option(fc.nat(11))), { maxLength: 12 }).map((items): OurItem[] =>
  named(
    'o',
    items.map(([item]) => item),
  ).map((item, at) => ({ ...item, reverses: turned(items[at]?.[1], at) })),
);
const turned = (of: number | null | undefined, at: number) =>
  of === null || of === undefined || of >= at ? null : `o${of}`;
const sides = fc.record({ host: hostLines, ours: ourLines });
const days = fc.nat(4);

/** Groups of lines that somebody put together or keeps apart: no line twice. */
const handled = sides.chain(({ host, ours }) =>
  fc
    .record({
      of: fc.array(fc.nat(5), { minLength: 24, maxLength: 24 }),
      openings: fc.tuple(fc.constantFrom(0n, 500n, -1n), fc.constantFrom(0n, 500n)),
      openingExplained: fc.boolean(),
      days,
    })
    .map(({ of, openings, openingExplained, days: within }): Reconcilable => {
      const grouped = (n: number): ByHand => ({
        id: `by hand ${n}`,
        host: host.filter((_, at) => of[at] === n).map(({ id }) => id),
        ours: ours.filter((_, at) => of[12 + at] === n).map(({ id }) => id),
      });
      return {
        host: { opening: openings[0], lines: host },
        ours: { opening: openings[1], lines: ours },
        ...{ openingExplained, days: within, together: [grouped(0), grouped(1)], apart: [grouped(2)] },
      };
    }),
);
const shuffled = <T>(items: readonly T[], by: number) =>
  [...items]
    .map((item, at) => [(at * 7919 + by) % 13, item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

type Holds = (host: readonly Item[], ours: readonly OurItem[], within: number) => boolean;
const single: Holds = (host, ours) => host.length === 1 && ours.length === 1;
const same: Holds = (host, ours) => sumOf(host) === sumOf(ours);
const oneReference: Holds = (host, ours) => {
  const references = new Set([...host, ...ours].map(plainReference));
  return host.length > 0 && ours.length > 0 && references.size === 1 && !references.has(undefined);
};
const near: Holds = (host, ours, within) => Math.abs(daysBetween(host[0]!.on, ours[0]!.on)) <= within;
const all =
  (...rules: readonly Holds[]): Holds =>
  (...given) =>
    rules.every((rule) => rule(...given));

/** What has to hold of a match, by its rule. */
const holds: Readonly<Record<RuleName, Holds>> = {
  'reference-and-amount': all(single, same, oneReference),
  'amount-and-day': all(single, same, near),
  'sum-by-reference': all(same, oneReference),
  'reference-alone': (...given) => oneReference(...given) && !same(...given),
  reversed: (host, ours) =>
    host.length === 0 && sumOf(ours) === 0n && ours.some(({ reverses }) => ours.some(({ id }) => id === reverses)),
};

describe('any two ledgers', () => {
  it('have no line in two matches', () => {
    fc.assert(
      fc.property(sides, days, (given, within) => {
        const found = match(given, within).flatMap(({ host, ours }) => [...host, ...ours]);
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 600 },
    );
  });

  it('are matched alike in whatever order their lines come', () => {
    fc.assert(
      fc.property(sides, days, fc.nat(12), ({ host, ours }, within, by) => {
        expect(match({ host: shuffled(host, by), ours: shuffled(ours, by) }, within)).toEqual(
          match({ host, ours }, within),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('have in each match what its rule says', () => {
    fc.assert(
      fc.property(sides, days, (given, within) => {
        for (const { rule, ...ids } of match(given, within)) {
          const host = given.host.filter(({ id }) => ids.host.includes(id));
          const ours = given.ours.filter(({ id }) => ids.ours.includes(id));
          expect([rule, holds[rule](host, ours, within)]).toEqual([rule, true]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('leave no two lines that the first two rules would bring together', () => {
    fc.assert(
      fc.property(sides, days, (given, within) => {
        const found = new Set(match(given, within).flatMap(({ host, ours }) => [...host, ...ours]));
        for (const line of given.host.filter(({ id }) => !found.has(id))) {
          const like = given.ours.filter(({ id, pence }) => !found.has(id) && pence === line.pence);
          expect(like.filter(({ on }) => Math.abs(daysBetween(line.on, on)) <= within)).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('any reconciliation', () => {
  it('comes to both ledgers to the penny, every line once, and explains its difference line by line', () => {
    fc.assert(
      fc.property(handled, (given) => {
        const { groups, parts, explained } = reconcile(given);
        const all = groups.flatMap(({ host, ours }) => [...host, ...ours].map(({ id }) => id));
        expect([...all].sort()).toEqual([...given.host.lines, ...given.ours.lines].map(({ id }) => id).sort());
        const total = parts.at(-1)!;
        expect(total.hostPence).toBe(given.host.opening + sumOf(given.host.lines));
        expect(total.oursPence).toBe(given.ours.opening + sumOf(given.ours.lines));
        const opening = given.host.opening - given.ours.opening;
        expect(groups.reduce((sum, { off }) => sum + off, opening)).toBe(total.off);
        expect(explained.off + explained.left).toBe(total.off);
        expect(explained.lines <= explained.ofLines && explained.pence <= explained.ofPence).toBe(true);
        const everything = groups.every((group) => group.explained) && (given.openingExplained || opening === 0n);
        expect(percentOf(explained.pence, explained.ofPence) === '100.00').toBe(everything);
        if (everything) expect(explained.left).toBe(0n);
      }),
      { numRuns: 600 },
    );
  });

  it('never brings together by rule what a person keeps apart, nor takes apart what one put together', () => {
    fc.assert(
      fc.property(handled, (given) => {
        const { groups } = reconcile(given);
        const alone = new Set(given.apart.flatMap(({ host, ours }) => [...host, ...ours]));
        for (const { rule, byHand, host, ours } of groups) {
          const ids = [...host, ...ours].map(({ id }) => id);
          if (ids.some((id) => alone.has(id))) expect([rule, ids.length]).toEqual(['none', 1]);
          const said = given.together.find(({ id }) => id === byHand);
          if (said) expect([...ids].sort()).toEqual([...said.host, ...said.ours].sort());
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('in percent', () => {
  it('is rounded down, so that only all of it is all of it', () => {
    expect([percentOf(1n, 3n), percentOf(99_999n, 100_000n), percentOf(0n, 5n)]).toEqual(['33.33', '99.99', '0.00']);
    expect([percentOf(5n, 5n), percentOf(0n, 0n)]).toEqual(['100.00', '100.00']);
    expect(() => percentOf(2n, 1n)).toThrow('no more than its whole');
  });
});
