import { describe, expect, it } from '@jest/globals';
import { type Posted } from '../../../test/support/any-document.js';
import { readSharesDocument } from './read-document.js';

const good = (): Posted => ({
  period: '2020-21',
  partners: [{ id: 'a' }, { id: 'b' }],
  measures: [{ id: 'm', values: { '2018-19': { a: '1', b: '2' }, '2019-20': { a: '3', b: '4' } } }],
  pots: [{ id: 'pool', lines: [{ id: 'budget', amount: '100.00' }], basis: { kind: 'equal' } }],
});
const faultsOf = (document: Posted) => {
  const outcome = readSharesDocument(document);
  return outcome.ok ? [] : outcome.faults.map(({ pointer, code }) => [pointer, code]);
};
/** The good document with one thing changed. */
const bent = (change: (document: Posted) => void) => {
  const document = good();
  change(document);
  return faultsOf(document);
};
const withBasis = (basis: Posted, lines?: Posted) =>
  bent((d) => {
    d.pots[0].basis = basis;
    if (lines !== undefined) d.pots[0].lines = lines;
  });
const overMeasure = (fields: Posted, change: (document: Posted) => void = () => undefined) =>
  bent((d) => {
    d.pots[0].basis = { kind: 'measure', measure: 'm', over: ['2018-19', '2019-20'], ...fields };
    change(d);
  });

it('accepts a good document', () => {
  expect(faultsOf(good())).toEqual([]);
});

describe('fields', () => {
  it.each([
    ['at the top', (d: Posted) => (d.note = 1), '/note'],
    ['in a partner', (d: Posted) => (d.partners[0].share = '1'), '/partners/0/share'],
    ['in a measure', (d: Posted) => (d.measures[0].years = []), '/measures/0/years'],
    ['in a pot', (d: Posted) => (d.pots[0].note = 'x'), '/pots/0/note'],
    ['in a line', (d: Posted) => (d.pots[0].lines[0].vat = '1'), '/pots/0/lines/0/vat'],
    ['in a basis', (d: Posted) => (d.pots[0].basis.percent = {}), '/pots/0/basis/percent'],
    ['in the rounding', (d: Posted) => (d.rounding = { mode: 'up' }), '/rounding/mode'],
    ['that needs escaping', (d: Posted) => (d['a/b~c'] = 1), '/a~1b~0c'],
    ['called constructor', (d: Posted) => (d.constructor = 1), '/constructor'],
  ])('unknown %s', (_, change, pointer) => {
    expect(bent(change)).toEqual([[pointer, 'unknown-field']]);
  });

  it('missing ones are named where they should stand, all at once', () => {
    expect(faultsOf({})).toEqual([
      ['/period', 'missing-field'],
      ['/partners', 'missing-field'],
      ['/pots', 'missing-field'],
    ]);
    expect(bent((d) => (d.pots = [{}]))).toEqual([
      ['/pots/0/id', 'missing-field'],
      ['/pots/0/basis', 'missing-field'],
    ]);
  });

  it('says what was expected and what came', () => {
    const outcome = readSharesDocument({ ...good(), period: '2020-22' });
    expect(outcome).toEqual({
      ok: false,
      faults: [
        {
          ...{ pointer: '/period', code: 'not-a-year' },
          expected: 'Expected a financial year such as "2019-20"; came "2020-22"',
        },
      ],
    });
  });
});

describe('names', () => {
  it.each([
    ['a partner twice', (d: Posted) => (d.partners[1].id = 'a'), [['/partners/1/id', 'duplicate-id']]],
    ['a pot twice', (d: Posted) => d.pots.push(good().pots[0]), [['/pots/1/id', 'duplicate-id']]],
    ['a measure twice', (d: Posted) => d.measures.push(d.measures[0]), [['/measures/1/id', 'duplicate-id']]],
    ['a line twice', (d: Posted) => d.pots[0].lines.push(d.pots[0].lines[0]), [['/pots/0/lines/1/id', 'duplicate-id']]],
    [
      'income called as a line',
      (d: Posted) => (d.pots[0].less = [{ id: 'budget', amount: '1.00' }]),
      [['/pots/0/less/0/id', 'duplicate-id']],
    ],
    ['a member twice', (d: Posted) => (d.pots[0].members = ['a', 'b', 'a']), [['/pots/0/members/2', 'duplicate-id']]],
    ['an id with a blank', (d: Posted) => (d.pots[0].id = 'a b'), [['/pots/0/id', 'not-an-id']]],
    ['an id that is too long', (d: Posted) => (d.pots[0].id = 'x'.repeat(65)), [['/pots/0/id', 'not-an-id']]],
    [
      'a member that is nobody',
      (d: Posted) => (d.pots[0].members = ['a', 'b', 'z']),
      [['/pots/0/members/2', 'unknown-partner']],
    ],
    ['only a stranger', (d: Posted) => (d.pots[0].lines[0].only = 'z'), [['/pots/0/lines/0/only', 'unknown-partner']]],
    ['a partner in no pot', (d: Posted) => (d.pots[0].members = ['a']), [['/partners/1', 'partner-in-no-pot']]],
    [
      'only a partner that is no member',
      (d: Posted) => {
        d.pots.push({ ...good().pots[0], id: 'two', members: ['a'] });
        d.pots[1].lines[0].only = 'b';
      },
      [['/pots/1/lines/0/only', 'not-a-member']],
    ],
    [
      'a stranger in a measure',
      (d: Posted) => (d.measures[0].values['2018-19'].z = '1'),
      [['/measures/0/values/2018-19/z', 'unknown-partner']],
    ],
    [
      'a stranger as taker',
      (d: Posted) => (d.rounding = { remainder: { rule: 'partner', partner: 'z' } }),
      [['/rounding/remainder/partner', 'unknown-partner']],
    ],
  ])('%s', (_, change, expected) => {
    expect(bent(change as (document: Posted) => void)).toEqual(expected);
  });

  it('does not count an observer, one invited or one withdrawn as in no pot', () => {
    for (const role of ['observer', 'invited', 'withdrawn']) {
      expect(bent((d) => d.partners.push({ id: 'c', role }))).toEqual([]);
    }
  });
});

describe('dates', () => {
  it('a partner leaves after it joins', () => {
    expect(bent((d) => Object.assign(d.partners[1], { from: '2020-06-01', until: '2020-06-01' }))).toEqual([
      ['/partners/1/until', 'not-a-period'],
    ]);
    expect(bent((d) => Object.assign(d.partners[1], { from: '2010-06-01', until: '2010-07-01' }))).toEqual([]);
    expect(bent((d) => (d.partners[1].from = '2020-02-30'))).toEqual([['/partners/1/from', 'not-a-date']]);
  });
});

describe('amounts', () => {
  it.each(['1e3', '0.005', 'NaN', '1,000.00', '١٢٣', '−5', '-0', '-0.00', '+1.00', 100, '9'.repeat(40), null])(
    '%j is no money',
    (amount) => {
      expect(bent((d) => (d.pots[0].lines[0].amount = amount))).toEqual([['/pots/0/lines/0/amount', 'not-money']]);
    },
  );
});

describe('stated percentages', () => {
  it('total exactly 100, or the refusal says what they came to', () => {
    const outcome = readSharesDocument({
      ...good(),
      pots: [{ ...good().pots[0], basis: { kind: 'stated-percent', percent: { a: '49.99', b: '50' } } }],
    });
    expect(outcome).toEqual({
      ok: false,
      faults: [
        {
          ...{ pointer: '/pots/0/basis/percent', code: 'not-100-percent' },
          expected: 'Expected percentages that total exactly 100; these come to 99.99',
        },
      ],
    });
  });

  it.each([
    [{ a: '-10', b: '110' }, [['/pots/0/basis/percent/a', 'negative-driver']]],
    [{ a: 50, b: '50' }, [['/pots/0/basis/percent/a', 'not-a-decimal']]],
    [{ a: '5e1', b: '50' }, [['/pots/0/basis/percent/a', 'not-a-decimal']]],
    [{ a: '50', z: '50' }, [['/pots/0/basis/percent/z', 'unknown-partner']]],
    [{}, [['/pots/0/basis/percent', 'not-100-percent']]],
    [[], [['/pots/0/basis/percent', 'not-an-object']]],
  ])('%j', (percent, expected) => {
    expect(withBasis({ kind: 'stated-percent', percent })).toEqual(expected);
  });

  it('may leave partners out', () => {
    expect(withBasis({ kind: 'stated-percent', percent: { b: '100.00' } })).toEqual([]);
  });
});

describe('stated amounts', () => {
  it.each([
    [{ a: '40.00', b: '60.00' }, []],
    [{ a: '40.00', b: '59.99' }, [['/pots/0/basis/amounts', 'amounts-do-not-match']]],
    [{ a: '-1.00', b: '101.00' }, [['/pots/0/basis/amounts/a', 'negative-driver']]],
    [{ a: '0.00' }, [['/pots/0/basis/amounts', 'no-weight']]],
  ])('%j of 100.00', (amounts, expected) => {
    expect(withBasis({ kind: 'stated-amount', amounts })).toEqual(expected);
  });
});

describe('equal', () => {
  it.each([
    [{ a: '100.00' }, []],
    [{ a: '100.01' }, [['/pots/0/basis/except', 'amounts-do-not-match']]],
    [{ a: '40.00', b: '60.00' }, []],
    [{ a: '40.00', b: '59.00' }, [['/pots/0/basis/except', 'no-weight']]],
    [{ a: '-1.00' }, [['/pots/0/basis/except/a', 'negative-driver']]],
  ])('except %j of 100.00', (except, expected) => {
    expect(withBasis({ kind: 'equal', except })).toEqual(expected);
  });
});

describe('units', () => {
  it.each([
    [{ units: { a: '1', b: '3' } }, []],
    [{ units: { a: '1', b: '3' }, unitPrice: '25.00' }, []],
    [{ units: { a: '1', b: '3' }, unitPrice: '25.01' }, [['/pots/0/basis/unitPrice', 'amounts-do-not-match']]],
    [{ units: { a: '1' } }, [['/pots/0/basis/units/b', 'missing-driver']]],
    [{ units: { a: '1' }, flat: { b: '100.01' } }, [['/pots/0/basis/flat', 'amounts-do-not-match']]],
    [{ units: { a: '0', b: '0' } }, [['/pots/0/basis/units', 'no-weight']]],
    [{ units: { a: '0' }, flat: { b: '10.00' } }, [['/pots/0/basis/units', 'no-weight']]],
    [{ units: { a: '-1', b: '2' } }, [['/pots/0/basis/units/a', 'negative-driver']]],
    [{ units: { a: '1', b: '3' }, unitPrice: '-25.00' }, [['/pots/0/basis/unitPrice', 'negative-driver']]],
  ])('%j of 100.00', (fields, expected) => {
    expect(withBasis({ kind: 'units', ...(fields as object) })).toEqual(expected);
  });

  it('need a price where there are no lines', () => {
    expect(withBasis({ kind: 'units', units: { a: '1', b: '1' } }, [])).toEqual([
      ['/pots/0/basis/unitPrice', 'missing-field'],
    ]);
  });
});

describe('a measure', () => {
  it.each([
    [{}, []],
    [{ average: 'median' }, [['/pots/0/basis/average', 'not-one-of']]],
    [{ average: { weights: { '2018-19': '1' } } }, [['/pots/0/basis/average/weights/2019-20', 'missing-field']]],
    [{ average: { weights: { '2018-19': '0', '2019-20': '0' } } }, [['/pots/0/basis/average/weights', 'no-weight']]],
    [
      { average: { weights: { '2018-19': '1', '2019-20': '1', '2020-21': '1' } } },
      [['/pots/0/basis/average/weights/2020-21', 'unknown-field']],
    ],
    [{ over: [] }, [['/pots/0/basis/over', 'missing-driver']]],
    [{ over: ['2018-19', '2018-19'] }, [['/pots/0/basis/over/1', 'duplicate-id']]],
    [{ over: ['2018-20'] }, [['/pots/0/basis/over/0', 'not-a-year']]],
    [{ over: ['2017-18'] }, [['/measures/0/values/2017-18', 'missing-driver']]],
    [
      { over: ['2017-18'], missing: 'available-years' },
      [
        ['/measures/0/values', 'missing-driver'],
        ['/measures/0/values', 'missing-driver'],
      ],
    ],
    [{ over: ['2017-18', '2018-19'], missing: 'available-years' }, []],
    [{ missing: 'guess' }, [['/pots/0/basis/missing', 'not-one-of']]],
    [{ measure: 'n' }, [['/pots/0/basis/measure', 'unknown-measure']]],
  ])('%j', (fields, expected) => {
    expect(overMeasure(fields)).toEqual(expected);
  });

  it('has a value for every member and year, none negative, not all nothing', () => {
    const at = (value: unknown) => (d: Posted) => (d.measures[0].values['2019-20'].b = value);
    expect(overMeasure({}, at(undefined))).toEqual([['/measures/0/values/2019-20/b', 'missing-driver']]);
    expect(overMeasure({}, at('-1'))).toEqual([['/measures/0/values/2019-20/b', 'negative-driver']]);
    expect(overMeasure({}, at('NaN'))).toEqual([['/measures/0/values/2019-20/b', 'not-a-decimal']]);
    const nothing = { '2018-19': { a: '0', b: '0' }, '2019-20': { a: '0', b: '0.0' } };
    expect(overMeasure({}, (d) => (d.measures[0].values = nothing))).toEqual([['/pots/0/basis', 'no-weight']]);
  });
});

describe('pots', () => {
  it('share something', () => {
    expect(withBasis({ kind: 'equal' }, [])).toEqual([['/pots/0/lines', 'nothing-to-share']]);
    expect(bent((d) => (d.pots = []))).toEqual([['/pots', 'nothing-to-share']]);
    expect(withBasis({ kind: 'equal' }, [{ id: 'x', amount: '1.00', only: 'a' }])).toEqual([]);
  });

  it('name a kind of basis that there is', () => {
    expect(withBasis({ kind: 'toString' })).toEqual([['/pots/0/basis/kind', 'unknown-kind']]);
    expect(withBasis({})).toEqual([['/pots/0/basis/kind', 'missing-field']]);
    expect(withBasis(null)).toEqual([['/pots/0/basis', 'not-an-object']]);
  });

  it('give a line to one partner or a basis, not both', () => {
    const line = { id: 'x', amount: '1.00', only: 'a', basis: { kind: 'equal' } };
    expect(withBasis({ kind: 'equal' }, [line])).toEqual([['/pots/0/lines/0/basis', 'unknown-field']]);
  });
});

describe('rounding', () => {
  it.each([
    [{ unit: '0.05' }, [['/rounding/unit', 'not-one-of']]],
    [{ unit: 1 }, [['/rounding/unit', 'not-one-of']]],
    [{ remainder: { rule: 'dice' } }, [['/rounding/remainder/rule', 'not-one-of']]],
    [{ remainder: { rule: 'partner' } }, [['/rounding/remainder/partner', 'missing-field']]],
    [{ remainder: { rule: 'first-listed', partner: 'a' } }, [['/rounding/remainder/partner', 'unknown-field']]],
    [{}, []],
  ])('%j', (rounding, expected) => {
    expect(bent((d) => (d.rounding = rounding))).toEqual(expected);
  });
});

describe('limits', () => {
  it('holds at most 1,000 partners, pots, lines and years', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `p${i}` }));
    expect(bent((d) => (d.partners = many(1_001)))).toContainEqual(['/partners', 'over-limit']);
    expect(bent((d) => (d.pots = many(1_001)))).toEqual([['/pots', 'over-limit']]);
    expect(bent((d) => (d.pots[0].lines = many(1_001)))).toEqual([['/pots/0/lines', 'over-limit']]);
    expect(bent((d) => (d.pots[0].lines = new Array(1_000_000).fill([])))).toEqual([['/pots/0/lines', 'over-limit']]);
    const years = Object.fromEntries(many(1_001).map(({ id }) => [id, {}]));
    expect(bent((d) => (d.measures[0].values = years))).toEqual([['/measures/0/values', 'over-limit']]);
  });

  it('works out at most so many figures', () => {
    const partners = Array.from({ length: 1_000 }, (_, i) => ({ id: `p${i}` }));
    const pots = Array.from({ length: 101 }, (_, i) => ({ ...good().pots[0], id: `pot${i}` }));
    expect(faultsOf({ period: '2020-21', partners, pots })).toEqual([['/pots/100', 'over-limit']]);
  });
});
