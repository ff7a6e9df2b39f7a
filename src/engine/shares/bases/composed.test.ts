import { describe, expect, it } from '@jest/globals';
import { type Posted, answered, paid } from '../../../../test/support/any-document.js';
import { answerShares } from '../calculate-shares.js';

const shared = (basis: Posted, more: Posted = {}): Posted => ({
  period: '2020-21',
  partners: [{ id: 'conwy' }, { id: 'gwynedd' }, { id: 'park' }],
  measures: [{ id: 'people', values: { '2019-20': { conwy: '60', gwynedd: '40' } } }],
  pots: [{ id: 'pool', lines: [{ id: 'budget', amount: '1000.00' }], basis }],
  ...more,
});
const faultsOf = (basis: Posted) => {
  const outcome = answerShares(shared(basis));
  return outcome.ok ? [] : outcome.faults.map(({ pointer, code }) => [pointer, code]);
};
const people = { kind: 'measure', measure: 'people', over: ['2019-20'] };
const by = (conwy: string, gwynedd: string, park: string) => ({ conwy, gwynedd, park });

describe('blend', () => {
  const parts = [
    { weight: '75', basis: { kind: 'stated-percent', percent: by('50', '30', '20') } },
    { weight: '25', basis: { kind: 'stated-amount', amounts: by('1.00', '1.00', '2.00') } },
  ];

  it('counts each basis by its weight; stated amounts are weights in it', () => {
    expect(paid(shared({ kind: 'blend', parts }))).toEqual(by('437.50', '287.50', '275.00'));
    const [, step] = answered(shared({ kind: 'blend', parts })).working;
    expect(step?.exact).toEqual(by('35/80', '23/80', '22/80'));
    expect(step?.words).toMatch(
      /^£1,000\.00 is shared in 2 parts: 75% by the percentages stated: .*; 25% by the amounts stated: /,
    );
  });

  it('takes an exception of one part at that part’s weight', () => {
    const equal = { kind: 'equal', except: { park: '100.00' } };
    const half = [
      { weight: '50', basis: equal },
      { weight: '50', basis: { kind: 'equal' } },
    ];
    expect(paid(shared({ kind: 'blend', parts: half }))).toEqual(by('391.67', '391.67', '216.66'));
  });

  it.each([
    [
      { kind: 'blend', parts: [{ weight: '99', basis: { kind: 'equal' } }] },
      [['/pots/0/basis/parts', 'not-100-percent']],
    ],
    [{ kind: 'blend', parts: [] }, [['/pots/0/basis/parts', 'not-100-percent']]],
    [
      { kind: 'blend', parts: [{ weight: '100', basis: { kind: 'odd' } }] },
      [['/pots/0/basis/parts/0/basis/kind', 'unknown-kind']],
    ],
    [
      { kind: 'blend', parts: [{ weight: '100', basis: { kind: 'equal', except: { park: '2000.00' } } }] },
      [['/pots/0/basis/parts/0/basis/except', 'amounts-do-not-match']],
    ],
  ])('%j is refused', (basis, expected) => {
    expect(faultsOf(basis)).toEqual(expected);
  });

  it('may not be nested without end', () => {
    let basis: Posted = { kind: 'equal' };
    for (let i = 0; i < 8; i += 1) basis = { kind: 'blend', parts: [{ weight: '100', basis }] };
    expect(faultsOf(basis)).toEqual([[`/pots/0/basis${'/parts/0/basis'.repeat(8)}`, 'over-limit']]);
  });
});

describe('carve-out', () => {
  const part = { partner: 'park', from: { conwy: '10', gwynedd: '5' } };

  it('takes the part out of the members whose area it lies in', () => {
    expect(paid(shared({ kind: 'carve-out', basis: people, part }))).toEqual(by('500.00', '350.00', '150.00'));
    expect(answered(shared({ kind: 'carve-out', basis: people, part })).working[1]?.words).toMatch(
      /park has 15, taken 10 out of conwy and 5 out of gwynedd\.$/,
    );
  });

  it('takes nothing out while the partial member is absent', () => {
    const partners = [{ id: 'conwy' }, { id: 'gwynedd' }, { id: 'park', from: '2021-04-01' }];
    expect(paid(shared({ kind: 'carve-out', basis: people, part }, { partners }))).toEqual(
      by('600.00', '400.00', '0.00'),
    );
  });

  it('checks a figure of its own, if the partial member has one', () => {
    const measures = (park: string) => [{ id: 'people', values: { '2019-20': { conwy: '60', gwynedd: '40', park } } }];
    const document = (park: string) => shared({ kind: 'carve-out', basis: people, part }, { measures: measures(park) });
    expect(paid(document('15'))).toEqual(by('500.00', '350.00', '150.00'));
    expect(answerShares(document('16'))).toMatchObject({
      faults: [{ pointer: '/pots/0/basis/part/from', code: 'amounts-do-not-match' }],
    });
  });

  it.each([
    [{ partner: 'park', from: { conwy: '61' } }, [['/pots/0/basis/part/from/conwy', 'negative-driver']]],
    [{ partner: 'park', from: { park: '1' } }, [['/pots/0/basis/part/from/park', 'not-a-member']]],
    [
      { partner: 'snowdon', from: {} },
      [
        ['/pots/0/basis/part/partner', 'unknown-partner'],
        ['/measures/0/values/2019-20/park', 'missing-driver'],
      ],
    ],
    [{ partner: 'park' }, [['/pots/0/basis/part/from', 'missing-field']]],
  ])('part %j is refused', (bad, expected) => {
    const faults = faultsOf({ kind: 'carve-out', basis: people, part: bad });
    expect(faults.slice(0, expected.length)).toEqual(expected);
  });

  it('needs a basis with figures', () => {
    expect(faultsOf({ kind: 'carve-out', basis: { kind: 'equal' }, part })).toEqual([
      ['/pots/0/basis/basis/kind', 'not-one-of'],
    ]);
  });
});

describe('agreed-else', () => {
  const agreed = { kind: 'stated-percent', percent: by('50', '50', '0') };
  const all = ['conwy', 'gwynedd', 'park'];
  const document = (agreedBy: unknown, fields: Posted = {}) =>
    shared({ kind: 'agreed-else', agreed, agreedBy, default: { kind: 'equal' }, ...fields });

  it('is the agreed split when every member agreed it, and else the default', () => {
    expect(paid(document(all))).toEqual(by('500.00', '500.00', '0.00'));
    expect(paid(document(['conwy', 'park']))).toEqual(by('333.34', '333.33', '333.33'));
    expect(paid(document(all, { agreed: null }))).toEqual(by('333.34', '333.33', '333.33'));
    expect(answered(document(['conwy', 'park'])).working[1]?.words).toBe(
      '£1,000.00 is shared by default, without the agreement of gwynedd, equally among 3.',
    );
  });

  it('takes the total of a pot without lines from what holds', () => {
    const amounts = by('100.00', '200.00', '300.00');
    const pots = [
      {
        id: 'pool',
        basis: { kind: 'agreed-else', agreed: null, agreedBy: [], default: { kind: 'stated-amount', amounts } },
      },
    ];
    expect(paid(shared({}, { pots }))).toEqual(amounts);
  });

  it('checks what holds against the amount', () => {
    const amounts = by('100.00', '200.00', '300.00');
    expect(
      faultsOf({
        kind: 'agreed-else',
        agreed: { kind: 'stated-amount', amounts },
        agreedBy: all,
        default: { kind: 'equal' },
      }),
    ).toEqual([['/pots/0/basis/agreed/amounts', 'amounts-do-not-match']]);
  });

  it.each([
    [{ agreedBy: ['conwy', 'conwy'] }, [['/pots/0/basis/agreedBy/1', 'duplicate-id']]],
    [{ agreedBy: ['z'] }, [['/pots/0/basis/agreedBy/0', 'unknown-partner']]],
    [{ default: undefined }, [['/pots/0/basis/default', 'missing-field']]],
    [
      { agreed: { kind: 'stated-percent', percent: { conwy: '1' } } },
      [['/pots/0/basis/agreed/percent', 'not-100-percent']],
    ],
  ])('%j is refused', (fields, expected) => {
    expect(faultsOf({ kind: 'agreed-else', agreed, agreedBy: [], default: { kind: 'equal' }, ...fields })).toEqual(
      expected,
    );
  });
});
