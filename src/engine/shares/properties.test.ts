import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { turned } from '../../../test/support/turned.js';
import { cases } from '../../../test/support/cases.js';
import { addDays, readDate } from '../calendar/local-date.js';
import { add, compare, fraction, showFraction } from '../money/fraction.js';
import {
  type Posted,
  answered,
  anyAdjusted,
  anyBasis,
  anyDocument,
  money,
  paid,
} from '../../../test/support/any-document.js';
import { potShares } from './pot-shares.js';
import { readSharesDocument } from './read-document.js';

const pence = (text: string): bigint => BigInt(text.replace('.', ''));
const sum = (items: readonly { amount: string }[]): bigint => items.reduce((so, { amount }) => so + pence(amount), 0n);
/** One pot shared on one plain basis of two to twelve partners, for totals of any sign up to 10^13 pence (INV-01). */
const anyPlain: fc.Arbitrary<Posted> = fc.integer({ min: 1, max: 12 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, i) => `p${i}`);
  const weights = fc.array(fc.nat(6), { minLength: count, maxLength: count }).filter((all) => all.some((w) => w > 0));
  return fc
    .record({
      weights,
      total: fc.bigInt(-(10n ** 13n), 10n ** 13n),
      rule: fc.constantFrom('largest-remainder', 'first-listed', 'largest-share'),
    })
    .map(({ weights: all, total, rule }) => ({
      period: '2020-21',
      partners: ids.map((id) => ({ id })),
      measures: [{ id: 'm', values: { '2019-20': Object.fromEntries(ids.map((id, i) => [id, String(all[i])])) } }],
      pots: [
        {
          id: 'pool',
          lines: [{ id: 'budget', amount: money(total) }],
          basis: { kind: 'measure', measure: 'm', over: ['2019-20'] },
        },
      ],
      rounding: { remainder: { rule } },
    }));
});

describe('parts equal wholes', () => {
  it('along every row and every column, whatever the document', () => {
    fc.assert(
      fc.property(fc.oneof(anyDocument, anyAdjusted), (document) => {
        const { partners, unallocated, total, checks } = answered(document);
        for (const partner of partners) {
          expect(sum(partner.pots)).toBe(pence(partner.amount));
          for (const pot of partner.pots) expect(pence(pot.shared) + sum(pot.lines)).toBe(pence(pot.amount));
        }
        expect(sum(partners) + sum(unallocated)).toBe(pence(total));
        const unkept = checks.filter(({ holds }) => !holds).map(({ check }) => check);
        expect(unkept).toEqual(unallocated.length > 0 ? ['nothing-unallocated'] : []);
      }),
      cases(1_000),
    );
  });

  it('in pence, for every sign and member count, each within a penny of the exact share (INV-01)', () => {
    fc.assert(
      fc.property(anyPlain, (document) => {
        const { partners, total } = answered(document);
        const values = document.measures[0].values['2019-20'];
        const weights = partners.map(({ partner }) => BigInt(values[partner]));
        const all = weights.reduce((a, b) => a + b);
        expect(sum(partners)).toBe(pence(document.pots[0].lines[0].amount));
        partners.forEach(({ amount }, i) => {
          const off = pence(amount) * all - pence(total) * weights[i]!;
          expect(off <= all && -off <= all).toBe(true);
          if (weights[i] === 0n) expect(amount).toBe('0.00');
        });
      }),
      cases(1_000),
    );
  });
});

describe('who has no part of an amount', () => {
  it('pays none of it, in any step of any document', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.oneof(anyDocument, anyAdjusted), (document) => {
        for (const { exact = {}, rounded } of answered(document).working) {
          for (const [partner, share] of Object.entries(exact).filter(([, one]) => one === '0' && rounded)) {
            seen += 1;
            expect({ partner, share, amount: rounded![partner] }).toEqual({ partner, share, amount: '0.00' });
          }
        }
      }),
      cases(500),
    );
    expect(seen).toBeGreaterThan(0);
  });
});

describe('the stretches of the working', () => {
  it('come to what each bears on the basis when they are added', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { working } = answered(document);
        for (const { pot, line, rounded, words } of working) {
          if (!rounded || !words.includes('stretches above')) continue;
          seen += 1;
          const isHere = (step: Posted) => step.rule === 'stretch' && step.pot === pot && step.line === line;
          for (const [partner, amount] of Object.entries(rounded)) {
            const added = working.filter(isHere).reduce((so, { inputs, exact }) => {
              const [n, d = '1'] = exact![partner]!.split('/');
              return so + (parseFloat(String(inputs!['amount'])) * Number(n)) / Number(d);
            }, 0);
            expect(Math.abs(added - Number(amount))).toBeLessThanOrEqual(1.01 * Number(document.rounding.unit) * 3);
          }
        }
      }),
      cases(300),
    );
    expect(seen).toBeGreaterThan(0);
  });
});

describe('what may not change an answer', () => {
  it('scaling every figure of a measure', () => {
    fc.assert(
      fc.property(anyPlain, fc.integer({ min: 2, max: 1000 }), (document, by) => {
        const before = paid(document);
        const [measure] = document.measures;
        for (const [id, value] of Object.entries(measure.values['2019-20']))
          measure.values['2019-20'][id] = String(Number(value) * by);
        expect(paid(document)).toEqual(before);
      }),
      cases(500),
    );
  });

  it('the order of partners, unless remainders tie', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.bigInt(1n, 10n ** 7n), { minLength: 1, maxLength: 12 }),
        fc.bigInt(1n, 10n ** 13n),
        (weights, total) => {
          const all = weights.reduce((a, b) => a + b);
          fc.pre(new Set(weights.map((weight) => (weight * total) % all)).size === weights.length);
          const document = (ids: number[]) => ({
            period: '2020-21',
            partners: ids.map((i) => ({ id: `p${i}` })),
            pots: [
              {
                id: 'pool',
                lines: [{ id: 'b', amount: money(total) }],
                basis: { kind: 'units', units: Object.fromEntries(ids.map((i) => [`p${i}`, String(weights[i])])) },
              },
            ],
          });
          const ids = weights.map((_, i) => i);
          expect(paid(document([...ids].reverse()))).toEqual(paid(document(ids)));
        },
      ),
      cases(500),
    );
  });

  it('the order of keys, as the digest also says', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const [one, other] = [answered(document), answered(turned(document))];
        expect(other.digest).toBe(one.digest);
        expect(other.partners).toEqual(one.partners);
      }),
      cases(300),
    );
  });

  it('cutting the period at any day, but for rounding', () => {
    const DAYS = 365;
    const START = readDate('2019-04-01')!;
    const anyPair = fc.array(fc.integer({ min: 0, max: DAYS }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(
        anyBasis(['a', 'b', 'c']),
        anyPair,
        fc.integer({ min: 1, max: DAYS - 1 }),
        ({ basis, needs }, [joins, cut], at) => {
          fc.pre(needs === null && basis.kind !== 'measure');
          const whole = { from: START, until: addDays(START, DAYS) };
          const document = (period: typeof whole, amount: bigint, splits: Posted): Posted => ({
            period,
            partners: [
              { id: 'a' },
              { id: 'b', from: addDays(START, joins!) },
              { id: 'c', until: addDays(START, cut! + 1) },
            ],
            pots: [{ id: 'pool', lines: [{ id: 'budget', amount: money(amount) }], basis: splits }],
          });
          const day = addDays(START, at);
          const parts = [
            document({ from: whole.from, until: day }, 1_000n * BigInt(at), basis),
            document({ from: day, until: whole.until }, 1_000n * BigInt(DAYS - at), basis),
          ].map((part) => answered(part));
          const entire = answered(document(whole, 1_000n * BigInt(DAYS), basis));
          entire.partners.forEach(({ amount }, i) => {
            const apart = parts.reduce((so, { partners }) => so + pence(partners[i]!.amount), 0n) - pence(amount);
            expect(apart >= -3n && apart <= 3n).toBe(true);
          });
        },
      ),
      cases(500),
    );
  });
});

describe('the exact shares of a pot', () => {
  it('come to one where nothing is unallocated, and to what the working says', () => {
    fc.assert(
      fc.property(anyPlain, (document) => {
        const read = readSharesDocument(document);
        if (!read.ok) throw new Error('refused');
        const shares = potShares(read.value, 'pool')!;
        expect(compare([...shares.values()].reduce(add), fraction(1n))).toBe(0);
        const exact = answered(document).working.find(({ rule }) => rule === 'measure')?.exact ?? {};
        for (const [id, share] of shares) {
          const [n, d = '1'] = exact[id]!.split('/');
          expect(showFraction(share)).toBe(showFraction(fraction(BigInt(n!), BigInt(d))));
        }
        expect(potShares(read.value, 'none')).toBeUndefined();
      }),
      cases(300),
    );
  });
});
