import { describe, expect, it } from '@jest/globals';
import { type Posted } from '../../../test/support/any-document.js';
import { answerTrueUp } from './calculate-true-up.js';

/** £1,000 by orders of 2019-20, 60 to 40. */
const recorded = (more: Posted = {}): Posted => ({
  period: '2020-21',
  partners: [{ id: 'a' }, { id: 'b' }],
  measures: [{ id: 'orders', values: { '2019-20': { a: '60', b: '40' } } }],
  pots: [pot({})],
  ...more,
});
const pot = (more: Posted): Posted => ({
  id: 'pool',
  lines: [{ id: 'staff', amount: '1000.00' }],
  basis: { kind: 'measure', measure: 'orders', over: ['2019-20'] },
  ...more,
});
const answered = (was: Posted, is: Posted) => {
  const outcome = answerTrueUp({ recorded: was, later: is });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  expect(outcome.value.checks.filter(({ holds }) => !holds)).toEqual([]);
  return outcome.value;
};
/** What each partner's difference is put down to. */
const because = (was: Posted, is: Posted) =>
  Object.fromEntries(
    answered(was, is).partners.map(({ partner, because: all }) => [
      partner,
      Object.fromEntries(all.map(({ causes, amount }) => [causes.join('+'), amount])),
    ]),
  );
const faults = (raw: unknown) => {
  const outcome = answerTrueUp(raw);
  return outcome.ok ? [] : outcome.faults.map(({ pointer, code }) => [pointer, code]);
};

describe('what a difference is put down to', () => {
  it('nothing, where nothing differs', () => {
    const { difference, steps, partners } = answered(recorded(), recorded());
    expect(difference).toBe('0.00');
    expect(steps.map(({ words }) => words)).toEqual(
      ['data', 'spend', 'rule', 'membership'].map(
        (cause) => `The later ${cause} put in place of what was recorded: nothing differs.`,
      ),
    );
    expect(partners.every(({ because: all }) => all.length === 0)).toBe(true);
  });

  it('data: a measure counted again', () => {
    const later = recorded({ measures: [{ id: 'orders', values: { '2019-20': { a: '50', b: '50' } } }] });
    expect(because(recorded(), later)).toEqual({ a: { data: '-100.00' }, b: { data: '100.00' } });
  });

  it('spend: a line that came to more, a line that is new, and income', () => {
    const pots = [
      pot({
        lines: [
          { id: 'staff', amount: '1100.00' },
          { id: 'rent', amount: '50.00', only: 'b' },
        ],
        less: [{ id: 'grant', amount: '200.00' }],
      }),
    ];
    expect(because(recorded(), recorded({ pots }))).toEqual({ a: { spend: '-60.00' }, b: { spend: '10.00' } });
  });

  it('rule: another basis, an adjustment, a line that is borne by another', () => {
    const pots = (more: Posted) => recorded({ pots: [pot(more)] });
    expect(because(recorded(), pots({ basis: { kind: 'equal' } }))).toEqual({
      a: { rule: '-100.00' },
      b: { rule: '100.00' },
    });
    const adjust = [{ kind: 'rebate', partner: 'a', amount: '10.00' }];
    expect(because(recorded(), pots({ adjust }))).toEqual({ a: { rule: '-10.00' }, b: {} });
    const lines = [{ id: 'staff', amount: '1000.00', only: 'a' }];
    expect(because(recorded(), pots({ lines }))).toEqual({ a: { rule: '400.00' }, b: { rule: '-400.00' } });
  });

  it('membership: a partner that joins on a day, and one that was not there', () => {
    const equal = recorded({ pots: [pot({ basis: { kind: 'equal' } })] });
    const joins = { ...equal, partners: [{ id: 'a' }, { id: 'b', from: '2020-10-01' }] };
    expect(because(equal, joins)).toEqual({ a: { membership: '250.68' }, b: { membership: '-250.68' } });
    const three = { ...equal, partners: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] };
    expect(because(equal, three)).toEqual({
      a: { membership: '-166.66' },
      b: { membership: '-166.67' },
      c: { membership: '333.33' },
    });
    expect(because(three, equal)).toMatchObject({ c: { membership: '-333.33' } });
  });

  it('each to what changed of it, in the fixed order, adding up', () => {
    const later = recorded({
      measures: [{ id: 'orders', values: { '2019-20': { a: '50', b: '50', c: '100' } } }],
      partners: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
      pots: [pot({ lines: [{ id: 'staff', amount: '1200.00' }], adjust: [{ kind: 'one-off', equal: '60.00' }] })],
    });
    expect(because(recorded(), later)).toEqual({
      a: { data: '-100.00', spend: '100.00', rule: '30.00', membership: '-310.00' },
      b: { data: '100.00', spend: '100.00', rule: '30.00', membership: '-310.00' },
      c: { membership: '620.00' },
    });
  });
});

describe('figures that are counted are data, wherever they stand', () => {
  const by = (basis: Posted) => recorded({ pots: [pot({ basis })] });
  const units = (a: string, b: string) => ({ kind: 'units', units: { a, b } });

  it.each([
    ['units', units('60', '40'), units('50', '50')],
    [
      'units in a blend',
      { kind: 'blend', parts: [{ weight: '100', basis: units('60', '40') }] },
      { kind: 'blend', parts: [{ weight: '100', basis: units('50', '50') }] },
    ],
    [
      'units that were agreed',
      { kind: 'agreed-else', agreed: units('60', '40'), agreedBy: ['a', 'b'], default: { kind: 'equal' } },
      { kind: 'agreed-else', agreed: units('50', '50'), agreedBy: ['a', 'b'], default: { kind: 'equal' } },
    ],
    [
      'units by default',
      { kind: 'agreed-else', agreed: null, agreedBy: [], default: units('60', '40') },
      { kind: 'agreed-else', agreed: null, agreedBy: [], default: units('50', '50') },
    ],
    [
      'what is carved out',
      { kind: 'carve-out', basis: units('100', '0'), part: { partner: 'b', from: { a: '40' } } },
      { kind: 'carve-out', basis: units('100', '0'), part: { partner: 'b', from: { a: '50' } } },
    ],
  ])('%s', (_, was, is) => {
    expect(because(by(was), by(is))).toEqual({ a: { data: '-100.00' }, b: { data: '100.00' } });
  });

  it('units of a line of its own', () => {
    const line = (basis: Posted) => recorded({ pots: [pot({ lines: [{ id: 'own', amount: '100.00', basis }] })] });
    expect(because(line(units('3', '1')), line(units('1', '1')))).toEqual({
      a: { data: '-25.00' },
      b: { data: '25.00' },
    });
  });

  it('but a price, another weight of a blend or another kind is a rule', () => {
    const priced = (unitPrice: string) =>
      recorded({ pots: [pot({ lines: [], basis: { ...units('3', '1'), unitPrice } })] });
    expect(because(priced('10.00'), priced('11.00'))).toEqual({ a: { rule: '3.00' }, b: { rule: '1.00' } });
    const blend = (weight: string) =>
      by({
        kind: 'blend',
        parts: [
          { weight, basis: units('1', '0') },
          { weight: String(100 - Number(weight)), basis: units('0', '1') },
        ],
      });
    expect(because(blend('60'), blend('50'))).toEqual({ a: { rule: '-100.00' }, b: { rule: '100.00' } });
    const longer = by({ kind: 'blend', parts: [{ weight: '100', basis: units('1', '1') }] });
    expect(because(blend('60'), longer)).toEqual({ a: { rule: '-100.00' }, b: { rule: '100.00' } });
    const carved = (partner: string, from: Posted) =>
      by({ kind: 'carve-out', basis: units('100', '0'), part: { partner, from } });
    const other = { ...carved('b', { a: '50' }), partners: [{ id: 'a' }, { id: 'b' }] };
    expect(because(carved('b', { a: '40' }), other)).toEqual({ a: { data: '-100.00' }, b: { data: '100.00' } });
  });
});

describe('what can only be replaced together', () => {
  it('is put down to both, and says why', () => {
    const stated = (percent: Posted, more: Posted = {}) =>
      recorded({ measures: [], pots: [pot({ basis: { kind: 'stated-percent', percent } })], ...more });
    const later = stated({ a: '50', b: '30', c: '20' }, { partners: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
    const { steps } = answered(stated({ a: '60', b: '40' }), later);
    expect(because(stated({ a: '60', b: '40' }), later)).toEqual({
      a: { 'rule+membership': '-100.00' },
      b: { 'rule+membership': '-100.00' },
      c: { 'rule+membership': '200.00' },
    });
    expect(steps.map(({ causes }) => causes)).toEqual([['data'], ['spend'], ['rule', 'membership']]);
    expect(steps[2]?.words).toBe(
      'The later rule and membership put in place of what was recorded, together because they cannot be apart ' +
        '(/pots/0/basis/percent/c: Expected the id of a partner; there is no "c"): the total comes to £1,000.00, as before.',
    );
  });

  it('is spend and rule where stated amounts are those of the lines', () => {
    const stated = (a: string, total: string) =>
      recorded({
        pots: [
          pot({
            lines: [{ id: 'staff', amount: total }],
            basis: { kind: 'stated-amount', amounts: { a, b: '400.00' } },
          }),
        ],
      });
    expect(because(stated('600.00', '1000.00'), stated('700.00', '1100.00'))).toEqual({
      a: { 'spend+rule': '100.00' },
      b: {},
    });
  });
});

describe('pots and nobody', () => {
  it('a pot that is new or gone is a rule, pot by pot', () => {
    const other = { id: 'other', lines: [{ id: 'x', amount: '10.00' }], basis: { kind: 'equal' } };
    const { partners } = answered(recorded(), recorded({ pots: [other, pot({})] }));
    expect(partners[0]?.pots).toEqual([
      {
        ...{ pot: 'other', recorded: '0.00', later: '5.00', difference: '5.00' },
        because: [{ causes: ['rule'], amount: '5.00' }],
      },
      { pot: 'pool', recorded: '600.00', later: '600.00', difference: '0.00', because: [] },
    ]);
    const gone = answered(recorded({ pots: [other, pot({})] }), recorded());
    expect(gone.partners[0]?.because).toEqual([{ causes: ['rule'], amount: '-5.00' }]);
  });

  it('what nobody bears has a line of its own', () => {
    const only = (more: Posted) =>
      recorded({ pots: [pot({ lines: [{ id: 'van', amount: '365.00', only: 'b' }] })], ...more });
    const { unallocated, partners } = answered(
      only({}),
      only({ partners: [{ id: 'a' }, { id: 'b', from: '2020-04-11' }] }),
    );
    expect(unallocated).toEqual([
      {
        ...{ pot: 'pool', recorded: '0.00', later: '10.00', difference: '10.00' },
        because: [{ causes: ['membership'], amount: '10.00' }],
      },
    ]);
    expect(partners[1]).toMatchObject({ difference: '-10.00' });
  });
});

describe('the figures that are put in place', () => {
  const measured = (values: Posted, more: Posted = {}) => recorded({ measures: [{ id: 'orders', values }], ...more });

  it('are the recorded ones where the later document says nothing of a partner, a year or a measure', () => {
    const three = { partners: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] };
    const was = measured({ '2019-20': { a: '60', b: '40', c: '100' } }, three);
    expect(because(was, measured({ '2019-20': { a: '60', b: '40' } }))).toMatchObject({
      a: { membership: '300.00' },
      c: { membership: '-500.00' },
    });
    const newer = measured(
      { '2020-21': { a: '1', b: '1' } },
      { pots: [pot({ basis: { kind: 'measure', measure: 'orders', over: ['2020-21'] } })] },
    );
    expect(because(recorded(), newer)).toEqual({ a: { rule: '-100.00' }, b: { rule: '100.00' } });
    const renamed = recorded({
      measures: [{ id: 'children', values: { '2019-20': { a: '1', b: '1' } } }],
      pots: [pot({ basis: { kind: 'measure', measure: 'children', over: ['2019-20'] } })],
    });
    expect(because(recorded(), renamed)).toEqual({ a: { rule: '-100.00' }, b: { rule: '100.00' } });
  });

  it('may be keyed by any id', () => {
    const odd = (figure: string) => ({
      ...recorded({ partners: [{ id: 'constructor' }, { id: 'toString' }] }),
      measures: [{ id: 'orders', values: { '2019-20': { constructor: figure, toString: '40' } } }],
    });
    expect(because(odd('60'), odd('40'))).toMatchObject({ constructor: { data: '-100.00' } });
  });

  it('are listed as changes, by id and not by position', () => {
    const later = measured({ '2019-20': { a: '50', b: '40' } }, { partners: [{ id: 'a', name: 'A' }, { id: 'b' }] });
    const { steps } = answered(recorded(), later);
    expect(steps[0]?.changes).toEqual([{ at: '/measures/orders/values/2019-20/a', from: '60', to: '50' }]);
    expect(steps[3]?.changes).toEqual([{ at: '/partners/a/name', from: null, to: 'A' }]);
  });

  it('are listed too where only the order of the partners differs, which decides a penny', () => {
    const equal = (ids: string[]) =>
      recorded({
        partners: ids.map((id) => ({ id })),
        pots: [pot({ lines: [{ id: 'x', amount: '0.01' }], basis: { kind: 'equal' } })],
      });
    const { steps, partners } = answered(equal(['a', 'b']), equal(['b', 'a']));
    expect(steps[3]?.changes).toEqual([{ at: '/partners', from: ['a', 'b'], to: ['b', 'a'] }]);
    expect(partners.map(({ partner, difference }) => [partner, difference])).toEqual([
      ['b', '0.01'],
      ['a', '-0.01'],
    ]);
  });

  it('are listed up to a hundred, and the rest counted', () => {
    const many = (amount: string) =>
      recorded({ pots: [pot({ lines: Array.from({ length: 103 }, (_, i) => ({ id: `l${i}`, amount })) })] });
    const { steps } = answered(many('1.00'), many('2.00'));
    expect({ listed: steps[1]?.changes.length, more: steps[1]?.moreChanges }).toEqual({ listed: 100, more: 3 });
  });
});

describe('refusals', () => {
  it('names every fault of both documents where it stands', () => {
    expect(faults({ recorded: recorded({ pots: 1 }), later: recorded({ partners: [] }), note: '' })).toEqual([
      ['/note', 'unknown-field'],
      ['/recorded/pots', 'not-a-list'],
      ['/later/partners', 'nothing-to-share'],
      ['/later/measures/0/values/2019-20/a', 'unknown-partner'],
      ['/later/measures/0/values/2019-20/b', 'unknown-partner'],
      ['/later/pots/0/members', 'nothing-to-share'],
    ]);
    expect(faults({})).toEqual([
      ['/recorded', 'missing-field'],
      ['/later', 'missing-field'],
    ]);
    expect(faults([])).toEqual([['', 'not-an-object']]);
  });

  it('other days than those recorded', () => {
    expect(faults({ recorded: recorded(), later: recorded({ period: '2021-22' }) })).toEqual([
      ['/later/period', 'not-a-period'],
    ]);
    const within = { from: '2020-04-01', until: '2020-10-01' };
    expect(faults({ recorded: recorded(), later: recorded({ within }) })).toEqual([['/later/within', 'not-a-period']]);
  });

  it('amounts beyond what is handled, and more figures than are worked out at one go', () => {
    const huge = { lines: [{ id: 'x', amount: '10000000000000.00' }] };
    expect(faults({ recorded: recorded(), later: recorded({ pots: [pot(huge)] }) })).toEqual([
      ['/later/pots', 'over-limit'],
    ]);
    const partners = Array.from({ length: 1000 }, (_, i) => ({ id: `p${i}` }));
    const pots = Array.from({ length: 21 }, (_, i) => ({ ...pot({ basis: { kind: 'equal' } }), id: `pot${i}` }));
    expect(faults({ recorded: recorded({ partners, pots, measures: [] }), later: recorded() })).toEqual([
      ['/recorded/pots/20', 'over-limit'],
    ]);
  });
});
