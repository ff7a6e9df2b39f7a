import { describe, expect, it } from '@jest/globals';
import { type Posted, answered, paid } from '../../../test/support/any-document.js';
import { answerShares } from './calculate-shares.js';

const failed = (document: Posted) =>
  answered(document)
    .checks.filter(({ holds }) => !holds)
    .map(({ check }) => check);
const named = (...ids: readonly string[]) => ids.map((id) => ({ id }));
const budget = (amount: string) => [{ id: 'budget', amount }];
const pot = (fields: Posted, ...ids: readonly string[]) => ({
  period: '2020-21',
  partners: named(...ids),
  pots: [{ id: 'pool', ...fields }],
});

/** The document of formula.md section 1 without its cap. */
const core = (): Posted => ({
  period: '2020-21',
  partners: [
    { id: 'kent', name: 'Kent County Council', role: 'host' },
    { id: 'medway', name: 'Medway Council' },
    { id: 'bexley', name: 'London Borough of Bexley' },
  ],
  measures: [
    {
      ...{ id: 'placement-orders', unit: 'children', source: 'authority return', status: 'provisional' },
      values: {
        '2018-19': { kent: '61', medway: '22', bexley: '9' },
        '2019-20': { kent: '58', medway: '25', bexley: '12' },
      },
    },
  ],
  pots: [
    {
      ...{ id: 'core', name: 'Core service', kind: 'pooled', members: ['kent', 'medway', 'bexley'] },
      lines: [
        { id: 'staffing', amount: '2400000.00' },
        { id: 'premises', amount: '60000.00', only: 'kent' },
        { id: 'manager', amount: '70000.00', basis: { kind: 'stated-percent', percent: { medway: '60', kent: '40' } } },
      ],
      less: [{ id: 'dfe-grant', amount: '100000.00' }],
      basis: { kind: 'measure', measure: 'placement-orders', over: ['2018-19', '2019-20'], average: 'mean' },
      clause: 'Schedule 3, paragraph 2',
    },
  ],
  rounding: { unit: '0.01', remainder: { rule: 'largest-remainder' } },
});

describe('the document of formula.md', () => {
  it('shares the net on the measure, one line on its own basis, one to one partner', () => {
    expect(paid(core())).toEqual({ kent: '1551636.36', medway: '620074.87', bexley: '258288.77' });
    expect(answered(core()).total).toBe('2430000.00');
  });

  it('shows rows that foot', () => {
    expect(answered(core()).partners[0]?.pots).toEqual([
      {
        ...{ pot: 'core', amount: '1551636.36', shared: '1463636.36' },
        lines: [
          { line: 'premises', amount: '60000.00' },
          { line: 'manager', amount: '28000.00' },
        ],
      },
    ]);
  });

  it('states each exact share, where the figures come from, and the clause', () => {
    const step = answered(core()).working.find(({ rule }) => rule === 'measure');
    expect(step?.exact).toEqual({ kent: '119/187', medway: '47/187', bexley: '21/187' });
    expect(step?.clause).toBe('Schedule 3, paragraph 2');
    expect(step?.inputs).toMatchObject({
      source: 'authority return',
      status: 'provisional',
      over: ['2018-19', '2019-20'],
    });
    expect(step?.words).toBe(
      '£2,300,000.00 is shared in proportion to placement-orders (children; authority return; provisional), ' +
        'the mean of 2018-19 and 2019-20: Kent County Council 59.5, Medway Council 23.5 and London Borough of Bexley 10.5, together 93.5.',
    );
  });

  it('numbers the working and says who took the pennies left over', () => {
    const { working } = answered(core());
    expect(working.map(({ step }) => step)).toEqual(working.map((_, i) => i + 1));
    expect(working.find(({ rule }) => rule === 'rounding')?.words).toBe(
      'Everyone is rounded down to a multiple of £0.01; the 1 × £0.01 left over go one each to the largest remainders, ' +
        'equal ones in agreement order: Medway Council.',
    );
  });

  it('holds every check, and says so', () => {
    expect(failed(core())).toEqual([]);
    expect(answered(core()).checks.map(({ check }) => check)).toEqual([
      ...['rows-foot', 'lines-foot', 'pots-foot', 'total-foots', 'nothing-unallocated', 'within-one-unit'],
    ]);
  });
});

describe('joins and leaves inside the period', () => {
  const joined = (): Posted => {
    const document = core();
    document.partners[1].from = '2020-11-01';
    document.pots[0].lines.push({ id: 'van', amount: '10.00', only: 'medway' });
    return document;
  };

  it('bears a joiner’s days only, and its own line’s days before that are unallocated', () => {
    // 214 of 365 days in 119:21, 151 in 119:47:21; the manager's line 40:0 and then 40:60; £10 × 214 ÷ 365 = £5.86.
    expect(paid(joined())).toEqual({ kent: '1864348.20', medway: '256528.26', bexley: '309127.68' });
    expect(answered(joined()).unallocated).toEqual([
      {
        pot: 'core',
        line: 'van',
        amount: '5.86',
        why: 'Medway Council, whose line it is alone, is no member on 214 days of 365',
      },
    ]);
    expect(failed(joined())).toEqual(['nothing-unallocated']);
    expect(answered(joined()).total).toBe('2430010.00');
  });

  it('says how the period is cut', () => {
    expect(answered(joined()).working.find(({ rule }) => rule === 'membership')?.words).toBe(
      'The period is cut where members join or leave: from 1 April 2020 to 31 October 2020 (214 days), Kent County Council and ' +
        'London Borough of Bexley; from 1 November 2020 to 31 March 2021 (151 days), Medway Council in. Each stretch bears its ' +
        'days’ part of the amount, shared among those who are members in it.',
    );
  });

  it('leaves a stretch without anyone unallocated', () => {
    const document = pot({ lines: budget('365.00'), basis: { kind: 'equal' } }, 'a');
    document.partners[0] = { id: 'a', until: '2020-04-11' } as never;
    expect(paid(document)).toEqual({ a: '10.00' });
    const left = {
      amount: '355.00',
      pot: 'pool',
      why: 'from 11 April 2020 to 31 March 2021 (355 days) no member is present',
    };
    expect(answered(document).unallocated).toEqual([left]);
  });

  it('leaves a stretch in which nobody has weight unallocated', () => {
    const percent = { a: '100', b: '0' };
    const document = pot({ lines: budget('365.00'), basis: { kind: 'stated-percent', percent } }, 'a', 'b');
    document.partners[0] = { id: 'a', until: '2020-04-11' } as never;
    expect(paid(document)).toEqual({ a: '10.00', b: '0.00' });
    expect(answered(document).unallocated[0]?.why).toContain('no member present has any weight');
  });

  it('takes from each its days’ part where the partners state the total', () => {
    const document = pot({ basis: { kind: 'stated-amount', amounts: { a: '365.00', b: '730.00' } } }, 'a', 'b');
    document.partners[1] = { id: 'b', from: '2020-04-11' } as never;
    expect(paid(document)).toEqual({ a: '365.00', b: '710.00' });
    expect(answered(document).total).toBe('1075.00');
    expect(failed(document)).toEqual([]);
  });

  it('rounds a total that is not whole pence and says so', () => {
    const document = pot({ basis: { kind: 'stated-amount', amounts: { a: '0.01', b: '0.01' } } }, 'a', 'b');
    document.partners[1] = { id: 'b', from: '2020-10-01' } as never; // 182 of 365 days: 0.0149863… pounds in all
    expect(answered(document).total).toBe('0.01');
    expect(answered(document).working.find(({ rule }) => rule === 'rounding')?.words).toMatch(
      /^£0\.014986… is rounded to £0\.01, halves away from zero\. £0\.01 is apportioned\. /,
    );
  });

  it('is no member at all outside the period', () => {
    const document = pot({ lines: budget('10.00'), basis: { kind: 'equal' } }, 'a', 'b');
    document.partners[1] = { id: 'b', from: '2021-04-01' } as never;
    expect(paid(document)).toEqual({ a: '10.00', b: '0.00' });
  });
});

describe('each basis', () => {
  it('stated amounts without lines make the total, less income in proportion', () => {
    const amounts = { a: '100.00', b: '300.00' };
    const less = [{ id: 'grant', amount: '40.00' }];
    expect(paid(pot({ less, basis: { kind: 'stated-amount', amounts } }, 'a', 'b'))).toEqual({
      a: '90.00',
      b: '270.00',
    });
  });

  it('excepted partners pay their amount, the others the rest equally', () => {
    const basis = { kind: 'equal', except: { c: '10.00' } };
    expect(paid(pot({ lines: budget('110.00'), basis }, 'a', 'b', 'c'))).toEqual({
      a: '50.00',
      b: '50.00',
      c: '10.00',
    });
  });

  it('an exception bears its days’ part', () => {
    const document = pot({ lines: budget('365.00'), basis: { kind: 'equal', except: { c: '36.50' } } }, 'a', 'c');
    document.partners[1] = { id: 'c', from: '2020-04-11' } as never;
    expect(paid(document)).toEqual({ a: '329.50', c: '35.50' });
  });

  it('units with lines set the price', () => {
    const basis = { kind: 'units', units: { a: '4', b: '2.5' }, flat: { c: '120.00' }, unitPrice: '2400.00' };
    const document = pot({ lines: budget('15720.00'), basis }, 'a', 'b', 'c');
    expect(paid(document)).toEqual({ a: '9600.00', b: '6000.00', c: '120.00' });
    expect(answered(document).working[1]?.inputs).toMatchObject({ unitPrice: '2400.00', flat: { c: '120.00' } });
  });

  it('units without lines make the total', () => {
    const basis = { kind: 'units', units: { a: '4', b: '2.5' }, flat: { c: '120.00' }, unitPrice: '2400.00' };
    expect(answered(pot({ basis }, 'a', 'b', 'c')).total).toBe('15720.00');
  });

  it('a measure takes the mean of the years a partner has, when the agreement allows it', () => {
    const values = { '2018-19': { a: '10' }, '2019-20': { a: '20', b: '15' } };
    const document = (average: unknown): Posted => ({
      ...pot(
        {
          lines: budget('300.00'),
          basis: { kind: 'measure', measure: 'm', over: ['2018-19', '2019-20'], average, missing: 'available-years' },
        },
        ...['a', 'b'],
      ),
      measures: [{ id: 'm', values }],
    });
    expect(paid(document('mean'))).toEqual({ a: '150.00', b: '150.00' });
    expect(paid(document('sum'))).toEqual({ a: '200.00', b: '100.00' });
    // a: (10 × 1 + 20 × 3) ÷ 4 = 17.5; b: 15
    expect(paid(document({ weights: { '2018-19': '1', '2019-20': '3' } }))).toEqual({ a: '161.54', b: '138.46' });
  });

  it('shares a net of nothing as nothing, and still says the shares', () => {
    const lines = [...budget('10.00'), { id: 'refund', amount: '-10.00' }];
    const document = pot({ lines, basis: { kind: 'stated-percent', percent: { a: '30', b: '70' } } }, 'a', 'b');
    expect(paid(document)).toEqual({ a: '0.00', b: '0.00' });
    expect(answered(document).working[1]?.exact).toEqual({ a: '3/10', b: '7/10' });
    expect(answered(document).partners[0]?.displayPercent).toBe('0.00');
  });

  it('shares a negative net as its positive', () => {
    const document = pot({ lines: budget('-301.50'), basis: { kind: 'equal' } }, 'a', 'b', 'c', 'd');
    expect(paid(document)).toEqual({ a: '-75.38', b: '-75.38', c: '-75.37', d: '-75.37' });
    expect(answered(document).partners[0]?.displayPercent).toBe('25.00');
  });
});

describe('rounding', () => {
  const split = (rounding: Posted, amount = '0.05') =>
    paid({
      ...pot({ lines: budget(amount), basis: { kind: 'stated-percent', percent: { a: '30', b: '70' } } }, 'a', 'b'),
      rounding,
    });

  it('follows the rule of the document', () => {
    expect(split({ remainder: { rule: 'largest-share' } })).toEqual({ a: '0.01', b: '0.04' });
    expect(split({ remainder: { rule: 'first-listed' } })).toEqual({ a: '0.02', b: '0.03' });
    expect(split({ unit: '10', remainder: { rule: 'largest-remainder' } }, '1005.00')).toEqual({
      a: '300.00',
      b: '705.00',
    });
    expect(split(undefined)).toEqual({ a: '0.02', b: '0.03' });
  });

  it('says when the partner that takes differences is no member of a pot', () => {
    const document = {
      period: '2020-21',
      partners: named('a', 'b', 'c'),
      pots: [
        { id: 'one', members: ['a', 'b'], lines: budget('0.03'), basis: { kind: 'equal' } },
        { id: 'two', members: ['c'], lines: budget('1.00'), basis: { kind: 'equal' } },
      ],
      rounding: { remainder: { rule: 'partner', partner: 'c' } },
    };
    expect(paid(document)).toEqual({ a: '0.02', b: '0.01', c: '1.00' });
    expect(answered(document).working[2]?.words).toMatch(/^The partner that takes differences has no part in this\. /);
  });
});

describe('the answer', () => {
  it('shows also those who pay nothing, and leaves observers out of pots that name no members', () => {
    const document = pot({ lines: budget('10.00'), basis: { kind: 'equal' } }, 'a', 'b');
    document.partners[1] = { id: 'b', role: 'observer' } as never;
    expect(paid(document)).toEqual({ a: '10.00', b: '0.00' });
  });

  it('keeps a partner called constructor apart from machinery', () => {
    const document = pot(
      { lines: budget('10.00'), basis: { kind: 'equal' } },
      'constructor',
      'toString',
      'hasOwnProperty',
    );
    expect(answered(document).working[1]?.exact).toEqual(
      JSON.parse('{"constructor":"1/3","toString":"1/3","hasOwnProperty":"1/3"}'),
    );
  });

  it('carries the engine’s version and a digest that no order of keys moves', () => {
    const { pots, period, partners } = pot({ lines: budget('10.00'), basis: { kind: 'equal' } }, 'a');
    const turned = { pots, partners, period };
    expect(answered({ period, partners, pots }).digest).toBe(answered(turned).digest);
    expect(answered(turned).engine).toBe('1.0.0');
  });

  it('refuses amounts beyond what is handled, and throws for none', () => {
    const document = pot(
      {
        lines: [
          { id: 'x', amount: '9999999999999.99' },
          { id: 'y', amount: '9999999999999.99' },
        ],
        basis: { kind: 'equal' },
      },
      'a',
      'b',
    );
    expect(answerShares(document)).toMatchObject({ ok: false, faults: [{ pointer: '/pots', code: 'over-limit' }] });
  });
});
