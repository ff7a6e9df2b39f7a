import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../../test/support/cases.js';
import { type Posted, answered, anyAdjusted, paid } from '../../../../test/support/any-document.js';
import { answerShares } from '../calculate-shares.js';

/** £1,000 by 50 : 30 : 20, or what else is stated, adjusted. */
const adjusted = (adjust: Posted[], more: Posted = {}): Posted => ({
  period: '2020-21',
  partners: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
  pots: [
    {
      ...{ id: 'pool', lines: [{ id: 'budget', amount: '1000.00' }] },
      basis: { kind: 'stated-percent', percent: { a: '50', b: '30', c: '20' } },
      adjust,
      ...more,
    },
  ],
});
const by = (a: string, b: string, c: string) => ({ a, b, c });
const total = (document: Posted) => answered(document).total;
const unallocated = (document: Posted) => answered(document).unallocated.map(({ amount, why }) => [amount, why]);
const faultsOf = (adjust: Posted[]) => {
  const outcome = answerShares(adjusted(adjust));
  return outcome.ok ? [] : outcome.faults.map(({ pointer, code }) => [pointer, code]);
};
const pence = (text: string): bigint => BigInt(text.replace('.', ''));

describe('index', () => {
  it('raises every amount and the total by the lesser rate', () => {
    expect(paid(adjusted([{ kind: 'index', percent: '4', cap: '2.5' }]))).toEqual(by('512.50', '307.50', '205.00'));
    expect(total(adjusted([{ kind: 'index', percent: '2', cap: '2.5' }]))).toBe('1020.00');
    expect(total(adjusted([{ kind: 'index', percent: '-1.5' }]))).toBe('985.00');
  });

  it('rounds a total that is not whole pence, halves away from zero', () => {
    expect(total(adjusted([{ kind: 'index', percent: '0.0005' }]))).toBe('1000.01'); // 1000.005
  });
});

describe('cap', () => {
  const base = by('400.00', '320.00', '200.00');

  it('spreads by one factor over those that are not at a bound', () => {
    // a at 420; b and c share 580 as 30 : 20, b within 336, c at 210; so b has 370? No: b stops at 336, c at 210.
    expect(paid(adjusted([{ kind: 'cap', base: by('400.00', '400.00', '200.00'), maxRise: '5' }]))).toEqual(
      by('420.00', '370.00', '210.00'),
    );
  });

  it('leaves all at their bounds, and the rest unallocated, when no factor keeps the total', () => {
    const document = adjusted([{ kind: 'cap', base, maxRise: '5', excess: 'spread' }]);
    expect(paid(document)).toEqual(by('420.00', '336.00', '210.00'));
    expect(unallocated(document)).toEqual([['34.00', 'all stand at the bounds of the cap']]);
    expect(total(document)).toBe('1000.00');
  });

  it('keeps falls within bounds too', () => {
    // b may not pay less than 0.9 × 400 = 360; a and c share the other 640 as 50 : 20.
    expect(paid(adjusted([{ kind: 'cap', base: by('500.00', '400.00', '200.00'), maxFall: '10' }]))).toEqual(
      by('457.14', '360.00', '182.86'),
    );
  });

  it('gives the difference to one partner or to nobody', () => {
    expect(paid(adjusted([{ kind: 'cap', base, maxRise: '5', excess: { partner: 'c' } }]))).toEqual(
      by('420.00', '300.00', '280.00'),
    );
    const document = adjusted([{ kind: 'cap', base, maxRise: '5', excess: 'unallocated' }]);
    expect(paid(document)).toEqual(by('420.00', '300.00', '200.00'));
    expect(unallocated(document)).toEqual([['80.00', 'a cap cuts it off and leaves it to nobody']]);
  });

  it('shows how far each is from its base', () => {
    const { partners } = answered(
      adjusted([{ kind: 'cap', base: { a: '400.00', c: '0.00' }, maxRise: '5', excess: { partner: 'b' } }]),
    );
    expect(partners.map(({ change }) => change)).toEqual([
      { from: '400.00', by: '20.00', percent: '5.00' },
      undefined,
      { from: '0.00', by: '0.00' },
    ]);
  });

  it('leaves who has no base free', () => {
    expect(paid(adjusted([{ kind: 'cap', base: { a: '400.00' }, maxRise: '5' }]))).toEqual(
      by('420.00', '348.00', '232.00'),
    );
  });
});

describe('minimum', () => {
  it('raises those named to the amount, and scales the others down', () => {
    expect(paid(adjusted([{ kind: 'minimum', amount: '250.00', partners: ['c'] }]))).toEqual(
      by('468.75', '281.25', '250.00'),
    );
    expect(paid(adjusted([{ kind: 'minimum', amount: '250.00' }]))).toEqual(by('468.75', '281.25', '250.00'));
  });

  it('is unallocated, below nothing, where the least amounts pass the total', () => {
    const document = adjusted([{ kind: 'minimum', amount: '600.00', partners: ['b', 'c'] }]);
    expect(paid(document)).toEqual(by('0.00', '600.00', '600.00'));
    expect(unallocated(document)).toEqual([['-200.00', 'the least amounts pass the total']]);
  });
});

describe('freeze', () => {
  const amounts = by('400.00', '300.00', '250.00');

  it('holds while the period starts before its end', () => {
    const document = adjusted([{ kind: 'freeze', until: '2021-04-01', amounts }]);
    expect(paid(document)).toEqual(amounts);
    expect(unallocated(document)).toEqual([['50.00', 'the amounts are frozen until 1 April 2021']]);
  });

  it('has ended when the period starts on that day', () => {
    expect(paid(adjusted([{ kind: 'freeze', until: '2020-04-01', amounts }]))).toEqual(
      by('500.00', '300.00', '200.00'),
    );
  });
});

describe('tolerance', () => {
  it('keeps who would hardly move at its last percentage', () => {
    // b moves by 1, within 1: stands at 29%; a and c share 710 as 50 : 20.
    const last = by('55', '29', '16');
    expect(paid(adjusted([{ kind: 'tolerance', percent: '1', last }]))).toEqual(by('507.14', '290.00', '202.86'));
  });

  it('lets the last percentages stand when none moves, and nothing change when all do', () => {
    expect(paid(adjusted([{ kind: 'tolerance', percent: '5', last: by('55', '29', '16') }]))).toEqual(
      by('550.00', '290.00', '160.00'),
    );
    expect(paid(adjusted([{ kind: 'tolerance', percent: '0.5', last: by('55', '29', '16') }]))).toEqual(
      by('500.00', '300.00', '200.00'),
    );
  });

  it('works on a refund as on a bill', () => {
    const refund = { lines: [{ id: 'refund', amount: '-1000.00' }] };
    const adjust = [{ kind: 'tolerance', percent: '1', last: by('55', '29', '16') }];
    expect(paid(adjusted(adjust, refund))).toEqual(by('-507.14', '-290.00', '-202.86'));
  });

  it('leaves what nobody who moves can bear unallocated', () => {
    const document = adjusted([{ kind: 'tolerance', percent: '20', last: by('40', '30', '30') }], {
      basis: { kind: 'stated-percent', percent: { a: '60', b: '40' } },
    });
    expect(paid(document)).toEqual(by('400.00', '300.00', '0.00'));
    expect(unallocated(document)[0]?.[0]).toBe('300.00');
  });
});

describe('transition', () => {
  it('moves by equal yearly steps from the old basis', () => {
    const from = { kind: 'equal' };
    expect(paid(adjusted([{ kind: 'transition', from, year: 1, of: 4 }]))).toEqual(by('375.00', '325.00', '300.00'));
    expect(paid(adjusted([{ kind: 'transition', from, year: '4', of: '4' }]))).toEqual(
      by('500.00', '300.00', '200.00'),
    );
    expect(
      paid(
        adjusted([
          { kind: 'transition', from: { kind: 'stated-amount', amounts: by('1.00', '1.00', '2.00') }, year: 0, of: 1 },
        ]),
      ),
    ).toEqual(by('250.00', '250.00', '500.00'));
  });
});

describe('hold-harmless', () => {
  it('lets those that gain bear the cost in proportion to their gain', () => {
    // a would pay 100 more than its base; b gains 100, c gains 50 and together they bear 100 as 100 : 50.
    expect(paid(adjusted([{ kind: 'hold-harmless', base: by('400.00', '400.00', '250.00') }]))).toEqual(
      by('400.00', '366.67', '233.33'),
    );
  });

  it('takes no more than the gain, and leaves the rest unallocated', () => {
    const document = adjusted([{ kind: 'hold-harmless', base: by('400.00', '330.00', '200.00') }]);
    expect(paid(document)).toEqual(by('400.00', '330.00', '200.00'));
    expect(unallocated(document)).toEqual([['70.00', 'those that gain bear no more than their gain']]);
  });
});

describe('rebate and one-off', () => {
  it('a rebate comes off one partner and the total', () => {
    const document = adjusted([{ kind: 'rebate', partner: 'b', amount: '50.00' }]);
    expect(paid(document)).toEqual(by('500.00', '250.00', '200.00'));
    expect(total(document)).toBe('950.00');
  });

  it('a one-off stands on a line of its own', () => {
    const document = adjusted([
      { kind: 'one-off', amounts: { a: '10.00', c: '-4.00' } },
      { kind: 'one-off', equal: '0.05' },
    ]);
    expect(paid(document)).toEqual(by('510.02', '300.02', '196.01'));
    expect(total(document)).toBe('1006.05');
    expect(answered(document).partners[0]?.pots[0]?.lines).toEqual([
      { line: 'one-off', amount: '10.00' },
      { line: 'one-off-2', amount: '0.02' },
    ]);
  });
});

describe('the order of adjustments', () => {
  it('is the one given', () => {
    const [index, rebate] = [
      { kind: 'index', percent: '10' },
      { kind: 'rebate', partner: 'a', amount: '100.00' },
    ];
    expect(paid(adjusted([index, rebate]))).toEqual(by('450.00', '330.00', '220.00'));
    expect(paid(adjusted([rebate, index]))).toEqual(by('440.00', '330.00', '220.00'));
  });

  it('shows in the working, each with what it gives', () => {
    const { working } = answered(
      adjusted([
        { kind: 'index', percent: '10' },
        { kind: 'rebate', partner: 'a', amount: '100.00' },
      ]),
    );
    expect(working.map(({ rule }) => rule)).toEqual(['net', 'stated-percent', 'index', 'rebate', 'rounding']);
    expect(working[2]).toMatchObject({
      words: 'Every amount changes by 10%: × 1.1, in all £1,100.00.',
      rounded: by('550.00', '330.00', '220.00'),
      exact: by('5/10', '3/10', '2/10'),
    });
    expect(working[3]?.exact).toEqual(by('45/100', '33/100', '22/100'));
  });
});

describe('refusals', () => {
  it.each([
    [{ kind: 'discount' }, [['/pots/0/adjust/0/kind', 'unknown-kind']]],
    [{ kind: 'constructor' }, [['/pots/0/adjust/0/kind', 'unknown-kind']]],
    [null, [['/pots/0/adjust/0', 'not-an-object']]],
    [{ kind: 'index' }, [['/pots/0/adjust/0/percent', 'missing-field']]],
    [{ kind: 'index', percent: '-101' }, [['/pots/0/adjust/0/percent', 'not-a-decimal']]],
    [{ kind: 'cap', base: {} }, [['/pots/0/adjust/0/maxRise', 'missing-field']]],
    [{ kind: 'cap', base: { z: '1.00' }, maxRise: '5' }, [['/pots/0/adjust/0/base/z', 'unknown-partner']]],
    [{ kind: 'cap', base: {}, maxRise: '5', excess: 'burn' }, [['/pots/0/adjust/0/excess', 'not-one-of']]],
    [
      { kind: 'cap', base: {}, maxRise: '5', excess: { partner: 'z' } },
      [['/pots/0/adjust/0/excess/partner', 'unknown-partner']],
    ],
    [{ kind: 'minimum', amount: '-1.00' }, [['/pots/0/adjust/0/amount', 'negative-driver']]],
    [{ kind: 'minimum', amount: '1.00', partners: ['a', 'a'] }, [['/pots/0/adjust/0/partners', 'duplicate-id']]],
    [{ kind: 'freeze', until: 'soon', amounts: {} }, [['/pots/0/adjust/0/until', 'not-a-date']]],
    [{ kind: 'tolerance', percent: '1', last: { a: '99' } }, [['/pots/0/adjust/0/last', 'not-100-percent']]],
    [
      { kind: 'transition', from: { kind: 'equal' }, year: 3, of: 2 },
      [['/pots/0/adjust/0/year', 'not-a-whole-number']],
    ],
    [
      { kind: 'transition', from: { kind: 'equal' }, year: 0.5, of: 0 },
      [
        ['/pots/0/adjust/0/year', 'not-a-whole-number'],
        ['/pots/0/adjust/0/of', 'not-a-whole-number'],
      ],
    ],
    [
      { kind: 'rebate', partner: 'z', amount: '1' },
      [
        ['/pots/0/adjust/0/partner', 'unknown-partner'],
        ['/pots/0/adjust/0/amount', 'not-money'],
      ],
    ],
    [{ kind: 'one-off' }, [['/pots/0/adjust/0/amounts', 'missing-field']]],
    [{ kind: 'one-off', equal: '1.00', amounts: {} }, [['/pots/0/adjust/0/equal', 'unknown-field']]],
    [{ kind: 'one-off', equal: '1.00', note: 'x' }, [['/pots/0/adjust/0/note', 'unknown-field']]],
  ])('%j', (adjustment, expected) => {
    expect(faultsOf([adjustment])).toEqual(expected);
  });
});

describe('whatever is adjusted', () => {
  it('only index, rebate and one-off change a total', () => {
    const changes = new Set(['index', 'rebate', 'one-off']);
    fc.assert(
      fc.property(anyAdjusted, (document) => {
        const kept = {
          ...document,
          pots: document.pots.map((pot: Posted) => ({
            ...pot,
            adjust: pot.adjust.filter(({ kind }: Posted) => !changes.has(kind)),
          })),
        };
        const plain = { ...document, pots: document.pots.map((pot: Posted) => ({ ...pot, adjust: [] })) };
        expect(total(kept)).toBe(total(plain));
      }),
      cases(300),
    );
  });

  it('nobody pays more than a base that holds it harmless', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2_000), { minLength: 3, maxLength: 3 }), (base) => {
        const stated = by(...(base.map((n) => `${n}.00`) as [string, string, string]));
        const { a, b, c } = paid(adjusted([{ kind: 'hold-harmless', base: stated }]));
        expect([a, b, c].every((amount, i) => pence(amount!) <= BigInt(base[i]!) * 100n)).toBe(true);
      }),
      cases(300),
    );
  });
});
