import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../../test/support/cases.js';
import { addDays, type LocalDate } from '../../calendar/local-date.js';
import { agedDebt, ageOf, type Owed } from './aged-debt.js';
import { billEventKinds, canHappen, standingAfter } from './standing.js';
import { type BillFacts, billStatuses, daysLate, statusOf } from './status.js';

const payBy = '2026-05-01' as LocalDate;
const facts = (given: Partial<BillFacts>): BillFacts => ({
  ...{ standing: 'invoiced', amount: 100n, paid: 0n, reversed: false, payBy, ...given },
});
const on = (day: number, given: Partial<BillFacts>) => statusOf(facts(given), addDays(payBy, day));

describe('what a bill is called', () => {
  it('follows from what was posted and the day, in the order of what weighs more', () => {
    expect(on(99, { standing: 'budgeted' })).toBe('budgeted');
    expect(on(0, { standing: 'approved' })).toBe('approved');
    expect(on(0, {})).toBe('invoiced');
    expect(on(1, {})).toBe('overdue');
    expect(on(1, { standing: 'approved' })).toBe('overdue');
    expect(on(0, { paid: 1n })).toBe('part-paid');
    expect(on(1, { paid: 99n })).toBe('overdue');
    expect(on(1, { paid: 100n })).toBe('paid');
    expect(on(1, { standing: 'disputed', paid: 100n })).toBe('disputed');
    expect(on(0, { standing: 'resolved' })).toBe('resolved');
    expect(on(0, { standing: 'resolved', paid: 1n })).toBe('part-paid');
    expect(on(1, { standing: 'resolved' })).toBe('overdue');
    expect(on(1, { standing: 'defaulted', paid: 99n })).toBe('defaulted');
    expect(on(1, { standing: 'defaulted', paid: 100n })).toBe('paid');
    expect(on(1, { standing: 'disputed', reversed: true })).toBe('reversed');
  });

  it('days late are counted from the day after the last on which it is paid in time', () => {
    expect([-1, 0, 1, 31].map((day) => daysLate(payBy, addDays(payBy, day)))).toEqual([0, 0, 1, 31]);
  });
});

describe('whatever happens to bills', () => {
  const anyEvents = fc.array(fc.constantFrom(...billEventKinds), { maxLength: 12 });

  it('of any sequence of events those that can happen lead to a bill that is called one thing, and the others are refused', () => {
    const oracle = /^(I(DR)*(D|F)?)?$/;
    const letters = { invoiced: 'I', disputed: 'D', resolved: 'R', defaulted: 'F' } as const;
    fc.assert(
      fc.property(anyEvents, fc.bigInt(0n, 200n), fc.integer({ min: -40, max: 40 }), (events, paid, day) => {
        const sound = oracle.test(events.map((event) => letters[event]).join(''));
        if (!sound) {
          expect(() => standingAfter(events)).toThrow('cannot be');
          return;
        }
        const standing = standingAfter(events);
        const status = on(day, { standing, paid });
        expect(billStatuses).toContain(status);
        if (status === 'paid') expect(paid >= 100n).toBe(true);
        if (status === 'overdue') expect(day > 0 && paid < 100n).toBe(true);
        if (status === 'part-paid') expect(day <= 0 && paid > 0n && paid < 100n).toBe(true);
        if (standing === 'disputed') expect(status).toBe('disputed');
        for (const event of billEventKinds) {
          const next = oracle.test([...events, event].map((each) => letters[each]).join(''));
          expect(canHappen(event, standing)).toBe(next);
        }
      }),
      cases(2_000),
    );
  });

  it('a budgeted bill takes no event', () => {
    expect(billEventKinds.filter((event) => canHappen(event, 'budgeted'))).toEqual([]);
  });
});

describe('aged debt', () => {
  it('ages change with the day after the thirtieth, sixtieth and ninetieth', () => {
    expect([0, 1, 30, 31, 60, 61, 90, 91, 4000].map(ageOf)).toEqual([
      ...['notYetDue', 'days1to30', 'days1to30', 'days31to60', 'days31to60', 'days61to90', 'days61to90'],
      ...['over90', 'over90'],
    ]);
  });

  it('what is disputed, in credit or on no bill stands apart, and all of it comes to what is owed', () => {
    const owed = (late: number, amount: bigint, disputed = false): Owed => ({
      ...{ partner: 'a', owed: amount, daysLate: late, disputed },
    });
    const bills = [owed(0, 1n), owed(5, 10n), owed(45, 100n), owed(200, 1_000n), owed(200, 7n, true), owed(3, -2n)];
    expect(
      agedDebt(
        bills,
        new Map([
          ['a', -5n],
          ['b', 3n],
        ]),
      ),
    ).toEqual([
      {
        ...{ partner: 'a', notYetDue: 1n, days1to30: 10n, days31to60: 100n, days61to90: 0n, over90: 1_000n },
        ...{ disputed: 7n, credit: -2n, other: -5n, total: 1_111n },
      },
      {
        ...{ partner: 'b', notYetDue: 0n, days1to30: 0n, days31to60: 0n, days61to90: 0n, over90: 0n },
        ...{ disputed: 0n, credit: 0n, other: 3n, total: 3n },
      },
    ]);
  });

  it('every penny owed stands in one column, whatever the bills', () => {
    const anyBill = fc.record({
      partner: fc.constantFrom('a', 'b', 'c'),
      owed: fc.bigInt(-(10n ** 13n), 10n ** 13n),
      daysLate: fc.nat({ max: 400 }),
      disputed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyBill, { maxLength: 30 }), (bills) => {
        const total = agedDebt(bills, new Map()).reduce((sum, row) => sum + row.total, 0n);
        expect(total).toBe(bills.reduce((sum, { owed }) => sum + owed, 0n));
      }),
      cases(500),
    );
  });
});
