import { describe, expect, it } from '@jest/globals';
import { type LocalDate } from '../../calendar/local-date.js';
import { type Item, type OurItem } from './item.js';
import { percentOf } from './percent.js';
import { reconcile, type Reconcilable } from './reconcile.js';

const host = (id: string, on: string, pence: bigint, reference: string | null = null): Item => ({
  ...{ id, on: on as LocalDate, reference, pence },
});
const ours = (id: string, on: string, pence: bigint, reference: string | null = null): OurItem => ({
  ...host(id, on, pence, reference),
  reverses: null,
});

/** A quarter of cash: a receipt matches, an invoice differs by a typing error, a bank charge is the host's alone. */
const quarter: Reconcilable = {
  host: {
    opening: 1_000_00n,
    lines: [
      host('h1', '2026-04-09', 400_00n, 'BACS 1'),
      host('h2', '2026-05-12', -54_00n, 'INV 7'),
      host('h3', '2026-06-30', -1_25n),
    ],
  },
  ours: {
    opening: 990_00n,
    lines: [
      ours('o1', '2026-04-10', 400_00n, 'bacs-1'),
      ours('o2', '2026-05-12', -45_00n, 'inv 7'),
      ours('o3', '2026-06-29', 60_00n),
    ],
  },
  ...{ openingExplained: false, together: [], apart: [], days: 5 },
};
const shown = (given: Reconcilable) => {
  const { parts, groups, explained } = reconcile(given);
  return {
    parts: parts.map(({ part, hostLines, ourLines, hostPence, oursPence, off }) =>
      [part, hostLines, ourLines, hostPence, oursPence, off].join(' '),
    ),
    groups: groups.map(({ part, rule, off, explained: is }) => [part, rule, off, is].join(' ')),
    explained: Object.values(explained).join(' '),
    percent: percentOf(explained.pence, explained.ofPence),
  };
};

describe('a quarter of cash', () => {
  it('comes to both ledgers, and says what the difference is made of', () => {
    expect(shown(quarter)).toEqual({
      parts: [
        'opening 0 0 100000 99000 1000',
        'matched 1 1 40000 40000 0',
        'differs 1 1 -5400 -4500 -900',
        'only-host 1 0 -125 0 -125',
        'only-ours 0 1 0 6000 -6000',
        'total 3 3 134475 140500 -6025',
      ],
      groups: [
        'matched reference-and-amount 0 true',
        'differs reference-alone -900 false',
        'only-ours none -6000 false',
        'only-host none -125 false',
      ],
      // 2 of 6 lines; £800.00 of £970.25 with the openings' £10.00; nothing of the difference.
      explained: '2 6 80000 97025 0 -6025',
      percent: '82.45',
    });
  });

  it('is explained in full once people have said what is left', () => {
    const together = [
      { id: 'a typing error', host: ['h2'], ours: ['o2'] },
      { id: 'a bank charge', host: ['h3'], ours: [] },
      { id: 'in transit', host: [], ours: ['o3'] },
    ];
    const { parts, groups, explained, percent } = shown({ ...quarter, together, openingExplained: true });
    expect([parts.at(-1), explained, percent]).toEqual([
      'total 3 3 134475 140500 -6025',
      '6 6 97025 97025 -6025 0',
      '100.00',
    ]);
    expect(groups).toContain('differs by-hand -900 true');
  });

  it('waits for a person where one took a match apart', () => {
    const { parts, explained } = shown({ ...quarter, apart: [{ id: 'not the same', host: ['h1'], ours: ['o1'] }] });
    expect([parts[1], explained]).toEqual(['matched 0 0 0 0 0', '0 6 0 97025 0 -6025']);
  });

  it('is never a report that does not foot: a line put together twice is a fault of ours', () => {
    const twice = [1, 2].map((n) => ({ id: `${n}`, host: ['h1'], ours: [] }));
    expect(() => reconcile({ ...quarter, together: twice })).toThrow('does not come to');
  });
});

it('of nothing is explained in full', () => {
  const none = { opening: 0n, lines: [] };
  expect(shown({ ...quarter, host: none, ours: none })).toMatchObject({ groups: [], percent: '100.00' });
});
