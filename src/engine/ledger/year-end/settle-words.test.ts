import { expect, it } from '@jest/globals';
import { answerTrueUp } from '../../true-up/calculate-true-up.js';
import { settleTrueUp } from './settle-true-up.js';

const document = (amount: string, from: string) => ({
  period: '2020-21',
  partners: [{ id: 'a' }, { id: 'b', from }],
  pots: [{ id: 'pool', lines: [{ id: 'van', amount, only: 'b' }], basis: { kind: 'equal' } }],
});

it('refuses a true-up of which nobody bears a part, with the pot, the amount and what the board has to decide', () => {
  const answer = answerTrueUp({ recorded: document('365.00', '2020-04-01'), later: document('365.00', '2020-04-11') });
  const outcome = answer.ok ? settleTrueUp(answer.value) : answer;
  expect(outcome.ok ? [] : outcome.faults).toEqual([
    {
      pointer: '/calculation',
      code: 'undetermined',
      expected:
        'Nobody bears the difference of 10.00 in the pot "pool". The board has to decide who does; then record the true-up under what it decided.',
    },
  ]);
});
