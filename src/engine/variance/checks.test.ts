import { describe, expect, it } from '@jest/globals';
import { answered } from '../../../test/support/any-variance.js';
import { type VarianceAnswer } from './answer.js';
import { checkAnswer } from './checks.js';

/** An overspend of £100.00: £40.00 of it the reserve's, £40.00 shared by two, £20.00 for the board to decide. */
const posted = {
  period: '2020-21',
  partners: [{ id: 'a' }, { id: 'b' }],
  budget: '1000.00',
  forecast: '1100.00',
  reserve: { balance: '60.00', floor: '20.00' },
  overspend: [
    { kind: 'reserve' },
    { kind: 'share', basis: { kind: 'equal' }, limit: { amount: '40.00' } },
    { kind: 'refer' },
  ],
};
const sound = answered(posted);

const failed = (change: Partial<VarianceAnswer>) =>
  checkAnswer({ ...sound, ...change }).flatMap(({ check, holds }) => (holds ? [] : [check]));
const withStep = (at: number, change: Partial<VarianceAnswer['steps'][number]>) =>
  failed({ steps: sound.steps.map((step, i) => (i === at ? { ...step, ...change } : step)) });
const says = (change: Partial<VarianceAnswer>, wanted: string) =>
  checkAnswer({ ...sound, ...change }).find(({ check }) => check === wanted)?.says;

describe('the checks of a variance, when a printed figure is a penny out', () => {
  it('all hold of what is right, and say what they checked', () => {
    expect(sound.steps.map(({ took }) => took)).toEqual(['40.00', '40.00', '0.00']);
    expect(sound.toDecide.map(({ amount }) => amount)).toEqual(['20.00']);
    expect(sound.checks.map(({ check, holds, says: words }) => [check, holds, words])).toEqual([
      ['variance-foots', true, 'The variance is the forecast less the budget.'],
      ['steps-foot', true, 'The steps take £80.00 and £20.00 is undetermined: together the variance of £100.00.'],
      ['step-partners-foot', true, 'What each step makes partners pay or get back is what it took.'],
      ['partners-foot', true, 'Each partner’s amount is the sum of what the steps make it pay or get back.'],
      ['total-foots', true, 'The partners bear £40.00, others £40.00, and £20.00 is undetermined.'],
      ['reserve-foots', true, 'The reserve held £60.00, gives £40.00 and then holds £20.00.'],
      ['reserve-keeps-floor', true, 'The reserve is not taken below its floor of £20.00.'],
    ]);
  });

  it('find the variance, what is left, and each of the two apart', () => {
    expect(failed({ budget: '1000.01' })).toEqual(['variance-foots']);
    expect(failed({ variance: '100.01' })).toEqual(['variance-foots', 'steps-foot', 'total-foots']);
    expect(failed({ undetermined: '20.01' })).toEqual(['steps-foot']);
    const toDecide = sound.toDecide.map((one) => ({ ...one, amount: '20.01' }));
    expect(failed({ toDecide, undetermined: '20.01' })).toEqual(['steps-foot', 'total-foots']);
  });

  it('find a step, and count those that fail', () => {
    expect(withStep(0, { took: '40.01' })).toEqual(['steps-foot', 'total-foots', 'reserve-foots']);
    expect(withStep(1, { took: '40.01' })).toEqual(['steps-foot', 'step-partners-foot']);
    expect(withStep(1, { partners: { a: '20.00', b: '20.01' } })).toEqual(['step-partners-foot', 'partners-foot']);
    const steps = sound.steps.map((step, i) => (i === 1 ? { ...step, took: '40.01' } : step));
    expect(says({ steps }, 'step-partners-foot')).toBe(
      'What each step makes partners pay or get back is what it took: 1 of 1 do not.',
    );
  });

  it('find a partner: one that is a penny out beside one that is right, one left out, one too many', () => {
    expect(failed({ partners: { a: '20.00', b: '20.01' } })).toEqual(['partners-foot', 'total-foots']);
    expect(failed({ partners: { a: '20.00' } })).toEqual(['partners-foot', 'total-foots']);
    expect(failed({ partners: { ...sound.partners, c: '0.01' } })).toEqual(['partners-foot', 'total-foots']);
    expect(failed({ partners: { ...sound.partners, c: '0.00' } })).toEqual([]);
  });

  it('find the reserve, and what takes it below its floor', () => {
    const reserve = { before: '60.00', after: '20.00', floor: '20.00' };
    expect(failed({ reserve: { ...reserve, after: '20.01' } })).toEqual(['reserve-foots']);
    expect(failed({ reserve: { ...reserve, floor: '20.01' } })).toEqual(['reserve-keeps-floor']);
    expect(failed({ reserve: { before: '19.00', after: '19.00', floor: '20.00' } })).toEqual(['reserve-foots']);
    const { reserve: none, ...without } = sound;
    expect(none).toBeDefined();
    expect(
      checkAnswer(without)
        .slice(-2)
        .map(({ says: words }) => words),
    ).toEqual(['The document has no reserve.', 'The document has no reserve.']);
  });
});
