import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../test/support/cases.js';
import { anyPosition } from '../../../test/support/any-risk-position.js';
import { on, pounds } from '../../../test/support/a-risk-position.js';
import { type LocalDate, addDays } from '../calendar/local-date.js';
import { type Period } from '../calendar/period.js';
import { type Fraction, ZERO, compare, fromPence, subtract } from '../money/fraction.js';
import { pence } from '../money/pence.js';
import { billOf } from './bill.js';
import { raiseFlags } from './flag-rules.js';
import { type FlagCode, severities } from './flag.js';
import type { Kept, RiskPosition } from './position.js';

const codesOf = (position: RiskPosition, about?: string): FlagCode[] =>
  raiseFlags(position)
    .filter(({ id }) => about === undefined || id.includes(about))
    .map(({ code }) => code);

const mapSources = (
  position: RiskPosition,
  change: (source: RiskPosition['sources'][number]) => object,
): RiskPosition => ({
  ...position,
  sources: position.sources.map((source) => ({ ...source, ...change(source) })),
});

describe('every flag of any position', () => {
  it('has parts that make its total, and none below nothing', () => {
    fc.assert(
      fc.property(anyPosition, (position) => {
        for (const { total, partners, undetermined } of raiseFlags(position)) {
          expect(partners.reduce<bigint>((made, { amount }) => made + amount, undetermined)).toBe(total);
          expect([undetermined, ...partners.map(({ amount }) => amount)].every((amount) => amount >= 0n)).toBe(true);
        }
      }),
      cases(1000),
    );
  });

  it('has an id of its own, stood by the day, lists each record once, and is illustrative when one is', () => {
    fc.assert(
      fc.property(anyPosition, (position) => {
        const flags = raiseFlags(position);
        expect(new Set(flags.map(({ id }) => id)).size).toBe(flags.length);
        for (const flag of flags) {
          expect(flag.firstStood <= position.asAt).toBe(true);
          const named = flag.records.map(({ kind, id }) => `${kind} ${id}`);
          expect(named.length).toBeGreaterThan(0);
          expect(new Set(named).size).toBe(named.length);
          expect(flag.illustrative).toBe(flag.records.some(({ illustrative }) => illustrative));
        }
      }),
    );
  });

  it('is the same whatever the order of the records', () => {
    fc.assert(
      fc.property(anyPosition, fc.nat(), (position, seed) => {
        expect(raiseFlags(shuffled(position, seed))).toEqual(raiseFlags(position));
      }),
    );
  });

  it('knows nothing of what is dated after the day', () => {
    fc.assert(
      fc.property(anyPosition, (position) => {
        expect(raiseFlags(without(position, (date) => date > position.asAt))).toEqual(raiseFlags(position));
      }),
    );
  });
});

describe('what rests on a source', () => {
  it('costs the same whoever bears it, also when nobody is known to', () => {
    const costs = (position: RiskPosition) =>
      raiseFlags(position)
        .filter(({ code }) => code === 'source-ends' || code === 'source-unconfirmed')
        .map(({ id, total }) => ({ id, total }));
    fc.assert(
      fc.property(anyPosition, (position) => {
        expect(costs({ ...position, schedule: undefined })).toEqual(costs(position));
      }),
      cases(500),
    );
  });
});

describe('a flag whose cause is gone is gone', () => {
  it('source-ends and source-unconfirmed, once the source is confirmed beyond every plan', () => {
    fc.assert(
      fc.property(anyPosition, (position) => {
        const confirmed = {
          id: 'z',
          illustrative: false,
          certainty: 'confirmed',
          happenedOn: position.asAt,
          confirmedUntil: on('2040-03-31'),
        };
        const cleared = mapSources(position, ({ changes }) => ({ changes: [...changes, confirmed] }));
        expect(codesOf(cleared)).not.toContain('source-ends');
        expect(codesOf(cleared)).not.toContain('source-unconfirmed');
      }),
    );
  });

  it('source-limit, once no package costs more than the limit, or there is none', () => {
    fc.assert(
      fc.property(anyPosition, (position) => {
        const cheap = mapSources(position, ({ returns }) => ({
          returns: returns.map((row) => ({ ...row, costEach: pence(0n) })),
        }));
        const free = mapSources(position, ({ amounts }) => ({
          amounts: amounts.map((row) => ({ ...row, limitPerChild: undefined })),
        }));
        expect([...codesOf(cheap), ...codesOf(free)]).not.toContain('source-limit');
      }),
    );
  });

  it('source-concentration, once the threshold is all of a pot that is larger than every source', () => {
    fc.assert(
      fc.property(anyPosition, (position) => {
        const large = pounds('10000000000.00');
        const pots = position.schedule?.pots.map((pot) => ({
          ...pot,
          gross: fromPence(large),
          lines: [{ id: 'staffing', amount: large }],
        }));
        const cleared = { ...position, schedule: position.schedule && { ...position.schedule, pots: pots ?? [] } };
        expect(codesOf(cleared)).not.toContain('source-concentration');
      }),
    );
  });

  it('contribution-overdue, once the rest is received', () => {
    fc.assert(
      fc.property(anyPosition, (position) => {
        const contributions = position.contributions.map((contribution) => ({
          ...contribution,
          receipts: [{ id: 'rest', illustrative: false, receivedOn: position.asAt, amount: contribution.amount }],
        }));
        expect(codesOf({ ...position, contributions })).not.toContain('contribution-overdue');
      }),
    );
  });

  it('provision-gap, once the partner provides what it is asked', () => {
    fc.assert(
      fc.property(anyPosition, (position) => {
        const amount = pounds('10000000.00');
        const provisions = position.provisions.map((provision) => ({ ...provision, amount }));
        expect(codesOf({ ...position, provisions })).not.toContain('provision-gap');
      }),
    );
  });
});

describe('as the days go by', () => {
  it('an unpaid contribution stays overdue, for as much, and never grows less severe', () => {
    fc.assert(
      fc.property(anyPosition, fc.nat({ max: 400 }), (position, later) => {
        const unpaid = {
          ...position,
          contributions: position.contributions.map((item) => ({ ...item, receipts: [] })),
        };
        const after = raiseFlags({ ...unpaid, asAt: addDays(unpaid.asAt, later) });
        for (const flag of raiseFlags(unpaid).filter(({ code }) => code === 'contribution-overdue')) {
          const then = after.find(({ id }) => id === flag.id);
          expect(then).toMatchObject({ total: flag.total, bitesOn: flag.bitesOn, firstStood: flag.firstStood });
          expect(severities.indexOf(then!.severity)).toBeLessThanOrEqual(severities.indexOf(flag.severity));
        }
      }),
    );
  });

  it('any flag stands on the day on which it says that it first stood, where nothing was ever replaced', () => {
    fc.assert(
      fc.property(anyPosition.map(simple), (position) => {
        for (const flag of raiseFlags(position))
          expect(codesOf({ ...position, asAt: flag.firstStood }, flag.id)).toEqual([flag.code]);
      }),
      cases(1000),
    );
  });

  it('an overdue contribution does not stand on the day before it first stood', () => {
    fc.assert(
      fc.property(anyPosition, (position) => {
        const overdue = raiseFlags(position).filter(({ code }) => code === 'contribution-overdue');
        for (const { id, firstStood } of overdue)
          expect(codesOf({ ...position, asAt: addDays(firstStood, -1) }, id)).toEqual([]);
      }),
    );
  });
});

describe('rounding once', () => {
  const anyExact = fc
    .tuple(fc.bigInt(0n, 10_000n), fc.bigInt(1n, 366n))
    .map(([numerator, denominator]): Fraction => ({ numerator, denominator }));

  it('leaves everyone within a penny and a half of the exact part, in listing order', () => {
    fc.assert(
      fc.property(fc.array(anyExact, { minLength: 3, maxLength: 3 }), anyExact, ([kent, medway, bexley], nobody) => {
        const partners = [
          { id: 'kent', name: '' },
          { id: 'medway', name: '' },
        ];
        const exact = new Map<string | undefined, Fraction>([
          ['bexley', bexley!],
          ['medway', medway!],
          ['kent', kent!],
          [undefined, nobody],
        ]);
        const bill = billOf({ partners }, exact);
        const order = ['kent', 'medway', 'bexley'].filter((id) => exact.get(id)!.numerator > 0n);
        expect(bill.partners.map(({ partner }) => partner)).toEqual(order);
        const parts = [...bill.partners, { partner: undefined, amount: bill.undetermined }];
        for (const { partner, amount } of parts) {
          const difference = subtract(fromPence(amount), exact.get(partner) ?? ZERO);
          expect(compare(difference, { numerator: 3n, denominator: 2n })).toBe(-1);
          expect(compare(difference, { numerator: -3n, denominator: 2n })).toBe(1);
        }
      }),
    );
  });
});

/** The same position with every list in another order. */
function shuffled(position: RiskPosition, seed: number): RiskPosition {
  const mix = <T extends Kept>(items: readonly T[]): readonly T[] =>
    items.toSorted(
      (a, b) =>
        ((a.id.charCodeAt(a.id.length - 1) * 31 + seed) % 7) - ((b.id.charCodeAt(b.id.length - 1) * 31 + seed) % 7),
    );
  return {
    ...position,
    sources: mix(position.sources).map((source) => ({
      ...source,
      amounts: mix(source.amounts),
      changes: mix(source.changes),
      planned: mix(source.planned),
      returns: mix(source.returns),
    })),
    contributions: mix(position.contributions).map((item) => ({ ...item, receipts: mix(item.receipts) })),
    provisions: mix(position.provisions),
  };
}

/** The same position without the events on days of which `gone` is true. */
function without(position: RiskPosition, gone: (date: LocalDate) => boolean): RiskPosition {
  const kept = <T>(items: readonly T[], date: (item: T) => LocalDate) => items.filter((item) => !gone(date(item)));
  return {
    ...position,
    sources: position.sources.map((source) => ({
      ...source,
      amounts: kept(source.amounts, (item) => item.announcedOn),
      changes: kept(source.changes, (item) => item.happenedOn),
      planned: kept(source.planned, (item) => item.plannedOn),
      returns: kept(source.returns, (item) => item.countedOn),
    })),
    contributions: position.contributions.map((item) => ({
      ...item,
      receipts: kept(item.receipts, ({ receivedOn }) => receivedOn),
    })),
    provisions: kept(position.provisions, (item) => item.decidedOn),
    years: kept(position.years, (item) => item.decidedOn),
    schedule: position.schedule && gone(position.schedule.since) ? undefined : position.schedule,
  };
}

const periodOf = ({ from, until }: Period) => ({ from, until });

/** One of each, a plan for the period of its amount, and changes on different days: no record stands in place of an earlier one, save changes of certainty. */
function simple(position: RiskPosition): RiskPosition {
  const changes = (source: RiskPosition['sources'][number]) =>
    new Map(source.changes.map((item) => [item.happenedOn, item]));
  return {
    ...mapSources(position, (source) => ({
      amounts: source.amounts.slice(0, 1),
      planned: source.planned.slice(0, 1).map((row) => ({ ...row, ...periodOf(source.amounts[0] ?? row) })),
      returns: source.returns.slice(0, 1),
      changes: [...changes(source).values()],
    })),
    contributions: position.contributions.map((item) => ({ ...item, receipts: [] })),
    provisions: position.provisions.slice(0, 1),
  };
}
