import { describe, expect, it } from '@jest/globals';
import { type Posted } from '../../../test/support/any-document.js';
import { answered } from '../../../test/support/any-variance.js';

/** Three partners, £1,000,000.00 budgeted, and what is forecast beyond it or short of it. */
const document = (variance: number, fields: Posted): Posted => ({
  period: '2020-21',
  partners: [
    { id: 'a', name: 'Ash', role: 'host' },
    { id: 'b', name: 'Birch' },
    { id: 'c', name: 'Cedar' },
  ],
  ...{ budget: '1000000.00', forecast: `${1_000_000 + variance}.00` },
  ...fields,
});
const over = (amount: number, overspend: Posted[], fields: Posted = {}) =>
  answered(document(amount, { overspend, ...fields }));
const under = (amount: number, underspend: Posted, fields: Posted = {}) =>
  answered(document(-amount, { underspend, ...fields }));
const took = ({ steps }: ReturnType<typeof answered>) => steps.map((step) => [step.kind, step.took]);
const all = (a: string, b: string, c: string) => ({ a, b, c });
const nobody = all('0.00', '0.00', '0.00');

describe('the ladder of formula.md', () => {
  const ladder = [
    { kind: 'offset', amount: '80000.00', from: 'learning disability underspend' },
    { kind: 'reserve', limit: { amount: '50000.00' } },
    { kind: 'cut', limit: { amount: '20000.00' }, from: 'uncommitted schemes' },
    { kind: 'bearer', partner: 'a', limit: { percentOfBudget: '1' } },
    { kind: 'share', basis: { kind: 'equal' }, limit: { percentOfBudget: '2' } },
    { kind: 'refer' },
  ];
  const reserve = { balance: '150000.00', floor: '100000.00' };

  it('takes each step on what the ones before left, and leaves the rest to the board', () => {
    const answer = over(200_000, ladder, { reserve });
    expect(took(answer)).toEqual([
      ['offset', '80000.00'],
      ['reserve', '50000.00'],
      ['cut', '20000.00'],
      ['bearer', '10000.00'],
      ['share', '20000.00'],
      ['refer', '0.00'],
    ]);
    expect(answer.partners).toEqual(all('16666.67', '6666.67', '6666.66'));
    expect(answer.undetermined).toBe('20000.00');
    expect(answer.flags).toEqual(['needs-board-decision']);
    expect(answer.reserve).toEqual({ before: '150000.00', after: '100000.00', floor: '100000.00' });
    expect(answer.checks.every(({ holds }) => holds)).toBe(true);
  });

  it('stops where nothing is left', () => {
    const answer = over(80_000, ladder, { reserve });
    expect(took(answer)).toEqual([['offset', '80000.00']]);
    expect(answer).toMatchObject({ undetermined: '0.00', flags: [], toDecide: [], partners: nobody });
  });

  it('takes no step when nothing varies', () => {
    const answer = over(0, ladder, { reserve });
    expect(answer).toMatchObject({ variance: '0.00', steps: [], undetermined: '0.00', flags: [], partners: nobody });
    expect(answer.checks.every(({ holds }) => holds)).toBe(true);
  });

  it('says of every figure how it comes about', () => {
    const { steps, working } = over(200_000, ladder, { reserve });
    expect(steps.find(({ kind }) => kind === 'bearer')?.why).toBe(
      '£50,000.00 of the overspend is left. This step takes at most 1% of the budget of £1,000,000.00: £10,000.00. ' +
        'Ash bears it alone. £40,000.00 remains.',
    );
    expect(working.map(({ step }) => step)).toEqual(working.map((_, i) => i + 1));
    expect(working.find(({ rule }) => rule === 'share')).toMatchObject({
      exact: all('1/3', '1/3', '1/3'),
      rounded: all('6666.67', '6666.67', '6666.66'),
      inputs: { left: '40000.00', limit: '20000.00', percentOfBudget: '2', basis: 'equal' },
    });
    expect(working.find(({ rule }) => rule === 'rounding')?.words).toContain('the 2 × £0.01 left over');
  });
});

describe('an overspend', () => {
  it('is set against no more than there is to offset, and no more than is left', () => {
    expect(took(over(5, [{ kind: 'offset', amount: '4.99' }]))).toEqual([['offset', '4.99']]);
    expect(took(over(5, [{ kind: 'offset', amount: '5.01' }]))).toEqual([['offset', '5.00']]);
  });

  it.each([
    ['150.00', '100.00', '50.00', '100.00'],
    ['100.01', '100.00', '0.01', '100.00'],
    ['100.00', '100.00', '0.00', '100.00'],
    ['99.99', '100.00', '0.00', '99.99'],
    ['-5.00', '0.00', '0.00', '-5.00'],
    ['500.00', '0.00', '60.00', '440.00'],
  ])('takes from a reserve of %s with a floor of %s just %s, which leaves %s', (balance, floor, taken, after) => {
    const answer = over(60, [{ kind: 'reserve' }], { reserve: { balance, floor } });
    expect(took(answer)).toEqual([['reserve', taken]]);
    expect(answer.reserve).toEqual({ before: balance, after, floor });
    expect(answer.checks.every(({ holds }) => holds)).toBe(true);
  });

  it('takes from the reserve twice no more than it holds above its floor', () => {
    const twice = [
      { kind: 'reserve', limit: { amount: '30.00' } },
      { kind: 'cut', limit: { amount: '1.00' } },
      { kind: 'reserve' },
    ];
    const answer = over(60, twice, { reserve: { balance: '150.00', floor: '100.00' } });
    expect(took(answer)).toEqual([
      ['reserve', '30.00'],
      ['cut', '1.00'],
      ['reserve', '20.00'],
    ]);
    expect(answer.undetermined).toBe('9.00');
  });

  it('is cut by what is left, where the cut has no limit', () => {
    expect(took(over(60, [{ kind: 'cut' }]))).toEqual([['cut', '60.00']]);
  });

  it('falls on one bearer for the days of its membership, the rest to the next step', () => {
    const partners = [{ id: 'a', from: '2021-01-01' }, { id: 'b' }];
    const ladder = [
      { kind: 'bearer', partner: 'a' },
      { kind: 'bearer', partner: 'b' },
    ];
    const answer = over(365, ladder, { partners });
    expect(answer.partners).toEqual({ a: '90.00', b: '275.00' });
    expect(answer.steps[0]?.why).toContain('is no member on 275 days of 365');
  });

  it('is shared stretch by stretch where members join', () => {
    const partners = [{ id: 'a' }, { id: 'b', from: '2021-01-01' }];
    const answer = over(365, [{ kind: 'share', basis: { kind: 'equal' } }], { partners });
    expect(answer.partners).toEqual({ a: '320.00', b: '45.00' });
    expect(answer.working.map(({ rule }) => rule)).toEqual(['variance', 'share', 'membership', 'rounding']);
  });

  it('is nobody’s on days without a member, and goes to the next step', () => {
    const partners = [{ id: 'a', from: '2021-01-01' }];
    const answer = over(365, [{ kind: 'share', basis: { kind: 'equal' } }], { partners });
    expect(took(answer)).toEqual([['share', '90.00']]);
    expect(answer.undetermined).toBe('275.00');
    expect(answer.steps[0]?.why).toContain('£275.00 falls on nobody');
  });

  it('is shared by stated amounts as weights, whatever they come to', () => {
    const basis = { kind: 'stated-amount', amounts: { a: '3.00', b: '1.00' } };
    expect(over(100, [{ kind: 'share', basis }]).partners).toEqual(all('75.00', '25.00', '0.00'));
  });

  it('is shared by what single partners are to have when that comes to more than there is', () => {
    const basis = { kind: 'equal', except: { a: '30.00', b: '10.00' } };
    expect(over(100, [{ kind: 'share', basis }]).partners).toEqual(all('30.00', '10.00', '60.00'));
    expect(over(40, [{ kind: 'share', basis }]).partners).toEqual(all('30.00', '10.00', '0.00'));
    const less = over(20, [{ kind: 'share', basis }]);
    expect(less.partners).toEqual(all('15.00', '5.00', '0.00'));
    expect(less.steps[0]?.why).toContain('comes to more than that');
  });

  it('is shared by units with flat payers, by a blend, and by what all agreed', () => {
    const units = { kind: 'units', units: { b: '1', c: '3' }, flat: { a: '20.00' } };
    expect(over(100, [{ kind: 'share', basis: units }]).partners).toEqual(all('20.00', '20.00', '60.00'));
    const blend = {
      kind: 'blend',
      parts: [
        { weight: '50', basis: units },
        { weight: '50', basis: { kind: 'equal' } },
      ],
    };
    expect(over(300, [{ kind: 'share', basis: blend }]).partners).toEqual(all('60.00', '85.00', '155.00'));
    const agreed = { kind: 'agreed-else', agreed: units, agreedBy: ['a', 'b'], default: blend };
    expect(over(300, [{ kind: 'share', basis: agreed }]).partners).toEqual(all('60.00', '85.00', '155.00'));
    expect(over(10, [{ kind: 'share', basis: { ...agreed, agreedBy: ['a', 'b', 'c'] } }]).partners).toEqual(
      all('10.00', '0.00', '0.00'),
    );
  });

  it('is referred, whatever stands after that', () => {
    const answer = over(60, [{ kind: 'refer' }, { kind: 'share', basis: { kind: 'equal' } }]);
    expect(took(answer)).toEqual([['refer', '0.00']]);
    expect(answer).toMatchObject({ undetermined: '60.00', partners: nobody });
    expect(answer.toDecide).toEqual([{ of: 'overspend', amount: '60.00', why: expect.stringContaining('referred') }]);
  });

  it('is nobody’s without a ladder, or at the end of one', () => {
    expect(answered(document(60, {}))).toMatchObject({ undetermined: '60.00', steps: [], partners: nobody });
    expect(over(60, [{ kind: 'cut', limit: { amount: '10.00' } }]).undetermined).toBe('50.00');
  });
});

describe('an underspend', () => {
  it('is carried forward, returned, and added to the reserve, with amounts that partners get back below nothing', () => {
    const ladder = [
      { kind: 'carry-forward', limit: { amount: '10.00' }, for: 'winter' },
      { kind: 'return', basis: { kind: 'stated-percent', percent: { a: '60', b: '40' } }, limit: { amount: '50.00' } },
      { kind: 'bearer', partner: 'c', limit: { amount: '5.00' } },
      { kind: 'share', basis: { kind: 'equal' }, limit: { amount: '0.01' } },
      { kind: 'reserve' },
    ];
    const answer = under(100, ladder, { reserve: { balance: '1.00', floor: '50.00' } });
    expect(took(answer)).toEqual([
      ['carry-forward', '10.00'],
      ['return', '50.00'],
      ['bearer', '5.00'],
      ['share', '0.01'],
      ['reserve', '34.99'],
    ]);
    expect(answer).toMatchObject({
      variance: '-100.00',
      undetermined: '0.00',
      partners: all('-30.01', '-20.00', '-5.00'),
    });
    expect(answer.reserve).toEqual({ before: '1.00', after: '35.99', floor: '50.00' });
    expect(answer.checks.every(({ holds }) => holds)).toBe(true);
  });

  it('is added to a reserve of which nothing else is known', () => {
    const answer = under(100, [{ kind: 'reserve', limit: { amount: '40.00' } }]);
    expect(took(answer)).toEqual([['reserve', '40.00']]);
    expect(answer).toMatchObject({ undetermined: '60.00' });
    expect(answer.reserve).toBeUndefined();
  });

  it('is nobody’s where it is referred, and stands above nothing', () => {
    expect(under(100, [{ kind: 'refer' }])).toMatchObject({ undetermined: '100.00', flags: ['needs-board-decision'] });
  });
});

describe('a limit', () => {
  const limited = (budget: string, percentOfBudget: string) =>
    took(
      answered(document(0, { budget, forecast: '99999.00', overspend: [{ kind: 'cut', limit: { percentOfBudget } }] })),
    )[0]?.[1];

  it.each([
    ['0.50', '1', '0.01'],
    ['0.49', '1', '0.00'],
    ['1.50', '1', '0.02'],
    ['1.49', '1', '0.01'],
    ['100.00', '0', '0.00'],
    ['100.00', '0.005', '0.01'],
    ['100.00', '0.0049', '0.00'],
    ['100.00', '250', '250.00'],
  ])('of a budget of %s at %s%% is %s: to the nearest penny, halves up', (budget, percent, amount) => {
    expect(limited(budget, percent)).toBe(amount);
  });

  it('is of the whole budget, lines of single partners too', () => {
    const lines = [
      { id: 'x', budget: '100.00', forecast: '200.00' },
      { id: 'y', budget: '900.00', forecast: '900.00', only: 'a' },
    ];
    const totals = { budget: undefined, forecast: undefined };
    const rest = document(0, { ...totals, lines, overspend: [{ kind: 'cut', limit: { percentOfBudget: '1' } }] });
    expect(took(answered(rest))).toEqual([['cut', '10.00']]);
  });

  it('of nothing lets a step take nothing', () => {
    const answer = over(60, [{ kind: 'share', basis: { kind: 'equal' }, limit: { amount: '0.00' } }, { kind: 'cut' }]);
    expect(took(answer)).toEqual([
      ['share', '0.00'],
      ['cut', '60.00'],
    ]);
  });
});
