import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../test/support/cases.js';
import { addDays, type LocalDate } from '../calendar/local-date.js';
import { readPounds } from '../money/pence.js';
import { type Posted, answered, anyAdjusted, anyDocument, paid } from '../../../test/support/any-document.js';
import { answerShares } from './calculate-shares.js';

const year = { from: '2020-04-01', until: '2021-04-01' };
const document = (more: Posted = {}): Posted => ({
  period: '2020-21',
  partners: [{ id: 'a' }, { id: 'b' }, { id: 'c', from: '2020-11-01' }],
  pots: [
    {
      id: 'pool',
      lines: [
        { id: 'staffing', amount: '365000.00' },
        { id: 'premises', amount: '3650.00', only: 'a' },
      ],
      basis: { kind: 'equal' },
    },
  ],
  ...more,
});
const faults = (more: Posted) => {
  const refused = answerShares(document(more));
  return refused.ok ? [] : refused.faults.map(({ pointer }) => pointer);
};

/** The two parts of the period on either side of a day of it. */
const cutAt = ({ from, until }: { from: LocalDate; until: LocalDate }, cut: number) => {
  const days = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
  fc.pre(days > 1);
  const day = addDays(from, 1 + (cut % (days - 1)));
  return [
    { from, until: day },
    { from: day, until },
  ];
};

describe('the days that are shared', () => {
  it('bear their part of every amount of the period', () => {
    const first = document({ within: { from: '2020-04-01', until: '2020-10-01' } });
    expect(answered(first).total).toBe('184830.00');
    expect(paid(first)).toEqual({ a: '93330.00', b: '91500.00', c: '0.00' });
    const second = document({ within: { from: '2020-10-01', until: '2021-04-01' } });
    expect(answered(second).total).toBe('183820.00');
    expect(paid(second)).toEqual({ a: '67653.34', b: '65833.33', c: '50333.33' });
  });

  it('are said in the working, with their part of the period', () => {
    const { working } = answered(document({ within: { from: '2020-04-01', until: '2020-10-01' } }));
    expect(working[0]?.words).toBe(
      'Only the days from 1 April 2020 to 30 September 2020 (183 days) are shared: 183/365 of every amount of the period.',
    );
    expect(working.find(({ rule }) => rule === 'only')?.words).toBe(
      'premises £3,650.00, of which the days shared bear £1,830.00 is a’s alone.',
    );
  });

  it('are the whole period when they say so, with the same amounts and another digest', () => {
    const [stated, unstated] = [answered(document({ within: year })), answered(document())];
    expect(stated.partners).toEqual(unstated.partners);
    expect(stated.digest).not.toBe(unstated.digest);
  });

  it('lie inside the period', () => {
    expect(faults({ within: { from: '2020-03-31', until: '2020-10-01' } })).toEqual(['/within']);
    expect(faults({ within: { from: '2020-10-01', until: '2021-04-02' } })).toEqual(['/within']);
    expect(faults({ within: { from: '2020-10-01', until: '2020-10-01' } })).toEqual(['/within']);
    expect(faults({ within: { from: '2020-10-01' } })).toEqual(['/within/until']);
  });

  it('make the whole period between them, to the pennies that rounding moves', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), (posted, cut) => {
        const parts = cutAt(posted.period, cut).map((within) => answered({ ...posted, within }));
        const total = (text: string) => readPounds(text) ?? 0n;
        const apart = parts.reduce((sum, part) => sum + total(part.total), 0n) - total(answered(posted).total);
        expect(Math.abs(Number(apart))).toBeLessThanOrEqual(40);
        for (const part of parts)
          expect(part.checks.filter(({ check, holds }) => !holds && check !== 'nothing-unallocated')).toEqual([]);
      }),
      cases(300),
    );
  });
});

/** The same document with everyone a member throughout, to the penny. */
const steady = (posted: Posted): Posted => ({
  ...posted,
  partners: posted.partners.map(({ id }: Posted) => ({ id })),
  rounding: { ...posted.rounding, unit: '0.01' },
});

/** By partner, what the two parts come to together beyond the whole, in pence; the totals last. */
const apart = (posted: Posted, cut: number): readonly number[] => {
  const amounts = (document: Posted) => {
    const { partners, total } = answered(document);
    return [...partners.map(({ amount }) => amount), total].map((text) => readPounds(text) ?? 0n);
  };
  const [first, second] = cutAt(posted.period, cut).map((within) => amounts({ ...posted, within }));
  return amounts(posted).map((whole, i) => Number(first![i]! + second![i]! - whole));
};

describe('the days that are shared, where adjustments state amounts', () => {
  const [before, after] = [
    { from: '2020-04-01', until: '2020-10-01' },
    { from: '2020-10-01', until: '2021-04-01' },
  ];
  const adjusted = (adjust: Posted, more: Posted = {}): Posted => ({
    period: year,
    partners: [{ id: 'a' }, { id: 'b' }],
    pots: [{ id: 'pool', lines: [{ id: 'x', amount: '36500.00' }], basis: { kind: 'equal' }, adjust: [adjust] }],
    ...more,
  });
  const atLeast = { kind: 'minimum', amount: '20000.00', partners: ['a'] };

  it('bear their part of a minimum', () => {
    expect(paid(adjusted(atLeast))).toEqual({ a: '20000.00', b: '16500.00' });
    expect(paid(adjusted(atLeast, { within: before }))).toEqual({ a: '10027.40', b: '8272.60' });
    expect(paid(adjusted(atLeast, { within: after }))).toEqual({ a: '9972.60', b: '8227.40' });
  });

  it('bear their part of a rebate, so that it is taken once', () => {
    const rebate = { kind: 'rebate', partner: 'a', amount: '3650.00' };
    expect(paid(adjusted(rebate))).toEqual({ a: '14600.00', b: '18250.00' });
    expect(paid(adjusted(rebate, { within: before }))).toEqual({ a: '7320.00', b: '9150.00' });
    expect(paid(adjusted(rebate, { within: after }))).toEqual({ a: '7280.00', b: '9100.00' });
  });

  it('bear their part of a line that is added', () => {
    const added = { kind: 'one-off', amounts: { a: '365.00' } };
    expect(paid(adjusted(added, { within: before }))).toEqual({ a: '9333.00', b: '9150.00' });
  });

  it('say that the amounts of the step are those of the whole period, and show what the days bear', () => {
    const says = 'The amounts here are those of the whole period, of which the days shared bear their part.';
    const minimum = (more: Posted) => answered(adjusted(atLeast, more)).working.find(({ rule }) => rule === 'minimum');
    expect(minimum({ within: before })?.words).toMatch(new RegExp(`^At least £20,000\\.00 each: a; .* ${says}$`));
    expect(minimum({ within: before })?.rounded).toEqual({ a: '10027.40', b: '8272.60' });
    expect(minimum({ within: year })?.words).not.toContain(says);
    const added = answered(adjusted({ kind: 'one-off', equal: '365.00' }, { within: before })).working;
    expect(added.find(({ rule }) => rule === 'one-off')?.words).toContain(says);
  });

  it('make the whole period between them, partner by partner, whatever the adjustments', () => {
    fc.assert(
      fc.property(anyAdjusted.map(steady), fc.nat(), (posted, cut) => {
        for (const pence of apart(posted, cut)) expect(Math.abs(pence)).toBeLessThanOrEqual(40);
      }),
      cases(300),
    );
  });
});

it('state the shares of one, also where nothing is shared', () => {
  const lines = [
    { id: 'x', amount: '10.00' },
    { id: 'y', amount: '-10.00' },
  ];
  const nothing = document({
    partners: [{ id: 'a' }, { id: 'b' }],
    pots: [{ id: 'pool', lines, basis: { kind: 'equal' } }],
    within: { from: '2020-04-01', until: '2020-10-01' },
  });
  expect(answered(nothing).working.find(({ rule }) => rule === 'equal')?.exact).toEqual({ a: '1/2', b: '1/2' });
});
