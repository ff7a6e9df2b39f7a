import { describe, expect, it } from '@jest/globals';
import { underLadders } from '../../../engine/variance/agreed-ladders.js';
import { answerVariance } from '../../../engine/variance/calculate-variance.js';
import { inWords } from './in-words.js';

const schedule = {
  period: '2020-21',
  partners: [
    { id: 'a', name: 'Ashford', role: 'host' },
    { id: 'b', name: 'Bexley' },
    { id: 'c', name: 'Crawley' },
  ],
  measures: [
    { id: 'orders', name: 'placement orders', unit: 'children', values: { '2019-20': { a: '3', b: '2', c: '1' } } },
  ],
  pots: [
    {
      id: 'core',
      name: 'Core pot',
      kind: 'pooled',
      members: ['a', 'b', 'c'],
      lines: [
        { id: 'staff', amount: '100.00' },
        { id: 'rent', amount: '20.00', only: 'a' },
      ],
      basis: { kind: 'measure', measure: 'orders', over: ['2019-20'] },
      clause: 'Schedule 3',
    },
  ],
};
const half = { kind: 'stated-percent', percent: { a: '50', b: '50' } };
const ladders = {
  members: ['a', 'b'],
  reserve: { floor: '100.00' },
  overspend: [
    { kind: 'offset', amount: '5.00', from: 'another pool' },
    { kind: 'reserve', limit: { amount: '50000.00' }, clause: 'clause 7.2' },
    { kind: 'cut', from: 'uncommitted schemes', limit: { amount: '7.00' } },
    { kind: 'bearer', partner: 'a', limit: { percentOfBudget: '1' } },
    { kind: 'share', basis: half, limit: { amount: '9.00' } },
    { kind: 'share', basis: { kind: 'equal', except: { a: '1.00' } }, limit: { amount: '9.00' } },
    {
      kind: 'share',
      basis: {
        kind: 'blend',
        parts: [
          { weight: '40', basis: half },
          { weight: '60', basis: { kind: 'measure', measure: 'orders', over: ['2019-20'] } },
        ],
      },
      limit: { amount: '9.00' },
    },
    { kind: 'refer' },
  ],
  underspend: {
    'management-action': [{ kind: 'carry-forward', for: 'winter', limit: { amount: '1.00' } }],
    windfall: [{ kind: 'return', basis: half, limit: { amount: '2.00' } }, { kind: 'reserve' }],
  },
};

describe('an agreement version in words', () => {
  it('says both ladders step by step, who they are between, and what becomes of what no step takes', () => {
    const { ladders: said } = inWords(schedule, ladders);
    expect(said!.says).toEqual([
      'A variance is between Ashford and Bexley. Each step is taken on what the ones before left.',
      'What varies on a line that is one partner’s alone is that partner’s: rent (Ashford).',
    ]);
    const [over, action, windfall] = said!.ladders;
    expect(over!.steps.slice(0, 6)).toEqual([
      'First, £5.00 from another pool can be set against it.',
      'Then, the reserve is used, which may not go below £100.00 (clause 7.2). This step takes at most £50,000.00.',
      'Then, spending is cut from uncommitted schemes. This step takes at most £7.00.',
      'Then, Ashford bears it alone. This step takes at most 1% of the budget.',
      'Then, it is shared by the percentages stated: Ashford 50% and Bexley 50%. This step takes at most £9.00.',
      'Then, it is shared equally: Ashford pays £1.00, and the rest is split among 1. This step takes at most £9.00.',
    ]);
    expect(over).toMatchObject({ heading: 'An overspend', rest: '' });
    expect(action).toMatchObject({
      steps: ['First, it is carried forward for winter. This step takes at most £1.00.'],
      rest: 'If any of it is left at the end of the ladder: nobody bears or gets it until that is decided.',
    });
    expect(windfall!.steps.at(-1)).toBe('Then, it is added to the reserve.');
  });

  it('uses the words of the working', () => {
    const ask = (figures: object) => {
      const answer = answerVariance(underLadders(schedule, ladders, { reserve: { balance: '103.00' }, ...figures }));
      return answer.ok ? answer.value.steps.map(({ why }) => why) : [];
    };
    const { ladders: said } = inWords(schedule, ladders);
    const [over, action, windfall] = said!.ladders;
    const under = { budget: '500.00', forecast: '400.00' };
    expect(sayNothingElse(over!.steps, ask({ budget: '500.00', forecast: '900.00' }))).toEqual([]);
    expect(sayNothingElse(action!.steps, ask({ ...under, cause: 'management-action' }))).toEqual([]);
    expect(sayNothingElse(windfall!.steps, ask({ ...under, cause: 'windfall' }))).toEqual([]);
  });

  it('shares nothing by default: without ladders it says that nobody bears or gets it', () => {
    const { says, ladders: said } = inWords(schedule, null).ladders!;
    expect(says).toEqual(['No ladder is recorded.']);
    expect(said).toEqual([
      {
        heading: 'An overspend',
        steps: [],
        rest: 'There is no step for the overspend: nobody bears or gets it until that is decided.',
      },
      {
        heading: 'An underspend',
        steps: [],
        rest: 'There is no step for the underspend: nobody bears or gets it until that is decided.',
      },
    ]);
  });

  it('says of a price what cannot be known yet: nothing', () => {
    const units = { kind: 'units', units: { a: '2', b: '1', c: '1' }, flat: { a: '5.00' } };
    const said = inWords(schedule, { overspend: [{ kind: 'share', basis: units }] }).ladders!.ladders[0]!;
    expect(said.steps).toEqual([
      'First, it is shared by units: Ashford 2, Bexley 1 and Crawley 1, together 4; flat amounts: Ashford £5.00.',
    ]);
  });

  it('says the schedule pot by pot, and leaves to the document what today’s rules cannot read', () => {
    const said = inWords(schedule, null).schedule!;
    expect(said.says).toMatch(/^£120.00 in one pot, for the days from 1 April 2020 to 31 March 2021 \(365 days\)/);
    expect(said.pots[0]).toMatchObject({
      heading: 'Core pot (Schedule 3)',
      says: 'Pooled: Ashford, Bexley and Crawley.',
    });
    expect(said.pots[0]!.steps[1]).toMatch(
      /^£100.00 is shared in proportion to placement orders \(children\), in 2019-20/,
    );
    expect(inWords({}, {})).toEqual({ schedule: undefined, ladders: undefined });
  });
});

/** What a step says will be done that the working does not say was done: `it is cut` where that says `£7.00 is cut`. */
function sayNothingElse(steps: readonly string[], working: readonly string[]): readonly string[] {
  const words = steps.map((step) => step.replace(/^(First|Then), /, '').replace(/ \(clause 7.2\)|\.$|\. This.*/g, ''));
  const phrases = words.map((said) => said.replace(/^(it|spending|the reserve is used, which) /, ''));
  expect(working).toHaveLength(steps.length);
  return phrases.filter((phrase, i) => !working[i]!.toLowerCase().includes(phrase.toLowerCase()));
}
