import { describe, expect, it } from '@jest/globals';
import { digest } from '../digest.js';
import { ENGINE_VERSION } from '../version.js';
import { answerTrueUp } from './calculate-true-up.js';

const document = (amount: string, more: object = {}) => ({
  period: '2020-21',
  partners: [{ id: 'a' }, { id: 'b' }],
  pots: [{ id: 'pool', lines: [{ id: 'staff', amount }], basis: { kind: 'equal' } }],
  ...more,
});
const trueUp = (recorded: unknown, later: unknown) => {
  const outcome = answerTrueUp({ recorded, later });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.value;
};
const spend = (was: string, is: string) => trueUp(document(was), document(is)).steps[1];

describe('what is said of a true-up', () => {
  it('how far the total moves at each step, up or down, and which step it is', () => {
    expect(spend('1000.00', '1000.01')).toMatchObject({
      step: 2,
      difference: '0.01',
      words: 'The later spend put in place of what was recorded: the total comes to £1,000.01, £0.01 more than before.',
    });
    expect(spend('1000.00', '999.99')).toMatchObject({
      step: 2,
      difference: '-0.01',
      words: 'The later spend put in place of what was recorded: the total comes to £999.99, £0.01 less than before.',
    });
    const renamed = trueUp(document('1.00'), document('1.00', { partners: [{ id: 'a', name: 'Ash' }, { id: 'b' }] }));
    expect(renamed.steps.map(({ step, words }) => [step, words])).toEqual([
      [1, 'The later data put in place of what was recorded: nothing differs.'],
      [2, 'The later spend put in place of what was recorded: nothing differs.'],
      [3, 'The later rule put in place of what was recorded: nothing differs.'],
      [4, 'The later membership put in place of what was recorded: the total comes to £1.00, as before.'],
    ]);
  });

  it('its digest is that of what was posted, with the version of the engine', () => {
    const posted = { recorded: document('1.00'), later: document('2.00') };
    expect(trueUp(posted.recorded, posted.later).digest).toBe(digest({ document: posted, engine: ENGINE_VERSION }));
  });

  it('which days were recorded, where the later ones are others', () => {
    const outcome = answerTrueUp({ recorded: document('1.00'), later: document('1.00', { period: '2021-22' }) });
    expect(outcome.ok ? [] : outcome.faults).toEqual([
      {
        pointer: '/later/period',
        code: 'not-a-period',
        expected: 'Expected the days that were recorded, 2020-04-01 until 2021-04-01; came 2021-04-01 until 2022-04-01',
      },
    ]);
  });

  it('exactly a hundred changes, of which none is left out', () => {
    const lines = (amount: string, count: number) =>
      document('', {
        pots: [
          {
            id: 'pool',
            lines: Array.from({ length: count }, (_, i) => ({ id: `l${i}`, amount })),
            basis: { kind: 'equal' },
          },
        ],
      });
    const listed = (count: number) => trueUp(lines('1.00', count), lines('2.00', count)).steps[1];
    expect(listed(99)).toMatchObject({ moreChanges: 0, changes: { length: 99 } });
    expect(listed(101)).toMatchObject({ moreChanges: 1, changes: { length: 100 } });
  });

  it('a value of another kind as one change, not as one for each of its parts', () => {
    const adjusted = document('100.00', {
      pots: [{ ...document('100.00').pots[0], basis: { kind: 'units', units: { a: '1', b: '1' } } }],
    });
    const changes = trueUp(document('100.00'), adjusted).steps.flatMap((step) => step.changes);
    expect(changes).toContainEqual({ at: '/pots/pool/basis/kind', from: 'equal', to: 'units' });
    expect(changes).toContainEqual({ at: '/pots/pool/basis/units', from: null, to: { a: '1', b: '1' } });
  });

  it('lines that come and go without a word of their order, which is the same', () => {
    const pots = (ids: string[]) => [
      { id: 'pool', lines: ids.map((id) => ({ id, amount: '1.00' })), basis: { kind: 'equal' } },
    ];
    const { steps } = trueUp(document('', { pots: pots(['x', 'y']) }), document('', { pots: pots(['y', 'z']) }));
    expect(steps[1]?.changes.map(({ at }) => at)).toEqual(['/pots/pool/lines/x', '/pots/pool/lines/z']);
  });
});
