import { describe, expect, it } from '@jest/globals';
import { type PartnerTrueUp, type TrueUpAnswer } from './answer.js';
import { answerTrueUp } from './calculate-true-up.js';
import { checkAnswer } from './checks.js';

/** £1,000.00 by orders, of which nobody bears what falls to a partner that left half-way. */
const document = (a: string, b: string) => ({
  period: '2020-21',
  partners: [{ id: 'a' }, { id: 'b', until: '2020-09-30' }],
  measures: [{ id: 'orders', values: { '2019-20': { a, b } } }],
  pots: [
    {
      id: 'pool',
      lines: [{ id: 'staff', amount: '1000.00' }],
      basis: { kind: 'measure', measure: 'orders', over: ['2019-20'] },
    },
    { id: 'own', members: ['b'], lines: [{ id: 'post', amount: '73.00' }], basis: { kind: 'equal' } },
  ],
});

function answered(): TrueUpAnswer {
  const outcome = answerTrueUp({ recorded: document('60', '40'), later: document('50', '50') });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.value;
}

const sound = answered();
const failed = (change: Partial<TrueUpAnswer>) =>
  checkAnswer({ ...sound, ...change }).flatMap(({ check, holds }) => (holds ? [] : [check]));
const [first, ...others] = sound.partners as [PartnerTrueUp, ...PartnerTrueUp[]];
const withFirst = (change: Partial<PartnerTrueUp>) => failed({ partners: [{ ...first, ...change }, ...others] });
const withPot = (change: Partial<PartnerTrueUp['pots'][number]>) =>
  withFirst({ pots: first.pots.map((pot, i) => (i === 0 ? { ...pot, ...change } : pot)) });

describe('the checks of a true-up, when a printed figure is a penny out', () => {
  it('all hold of what is right, and say what they checked', () => {
    expect(sound.unallocated).toHaveLength(1);
    expect(sound.checks).toEqual([
      {
        check: 'causes-foot',
        holds: true,
        says: 'Every difference is the later amount less the recorded one, and its causes together.',
      },
      { check: 'pots-foot', holds: true, says: 'Each partner’s amounts are those of its pots together.' },
      {
        check: 'total-foots',
        holds: true,
        says: 'The totals are what the partners pay and what is unallocated, together.',
      },
    ]);
  });

  it('find a cause, of the whole, of a partner, of a pot and of what nobody bears', () => {
    const penny = [{ causes: ['data' as const], amount: '0.01' }];
    expect(failed({ because: [...sound.because, ...penny] })).toEqual(['causes-foot']);
    expect(withFirst({ because: [...first.because, ...penny] })).toEqual(['causes-foot']);
    expect(withPot({ because: penny })).toEqual(['causes-foot']);
    expect(failed({ unallocated: sound.unallocated.map((one) => ({ ...one, because: penny })) })).toEqual([
      'causes-foot',
    ]);
  });

  it('find an amount along its row and down its column', () => {
    expect(withFirst({ recorded: '0.01' })).toEqual(['causes-foot', 'pots-foot', 'total-foots']);
    expect(withFirst({ later: '0.01' })).toEqual(['causes-foot', 'pots-foot', 'total-foots']);
    expect(withPot({ recorded: '0.01' })).toEqual(['causes-foot', 'pots-foot']);
    expect(failed({ recorded: { ...sound.recorded, total: '1073.01' } })).toEqual(['causes-foot', 'total-foots']);
    expect(failed({ later: { ...sound.later, total: '1073.01' } })).toEqual(['causes-foot', 'total-foots']);
    expect(failed({ difference: '0.01' })).toEqual(['causes-foot', 'total-foots']);
    expect(failed({ unallocated: [] })).toEqual(['total-foots']);
  });
});
