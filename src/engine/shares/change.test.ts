import { expect, it } from '@jest/globals';
import { changeOf } from './change.js';
import { MOST_PENCE, pence } from '../money/pence.js';
import { answerShares } from './calculate-shares.js';

const [most, least] = [pence(MOST_PENCE), pence(-MOST_PENCE)];

it('says how far the most and the least that is handled are apart, and what several bases come to', () => {
  expect(changeOf([{ base: most, shared: least }])).toEqual({
    from: '10000000000000.00',
    by: '-20000000000000.00',
    percent: '-200.00',
  });
  expect(
    changeOf([
      { base: most, shared: most },
      { base: most, shared: least },
    ]),
  ).toEqual({
    from: '20000000000000.00',
    by: '-20000000000000.00',
    percent: '-100.00',
  });
});

it('answers a document in which a partner gets back what is beyond what is handled from its base', () => {
  const outcome = answerShares({
    period: '2020-21',
    partners: [{ id: 'a' }],
    pots: [
      {
        id: 'p',
        lines: [{ id: 'income', amount: '-1.00' }],
        basis: { kind: 'equal' },
        adjust: [{ kind: 'cap', base: { a: '10000000000000.00' }, maxRise: '5', excess: 'spread' }],
      },
    ],
  });
  expect(outcome.ok ? outcome.value.partners[0]?.change : outcome.faults).toEqual({
    from: '10000000000000.00',
    by: '-10000000000001.00',
    percent: '-100.00',
  });
});
