import { describe, expect, it } from '@jest/globals';
import { fraction, fromPence, showFraction } from '../money/fraction.js';
import { pounds } from '../../../test/support/a-risk-position.js';
import { schedulePots } from './schedule-pots.js';

const partners = [
  { id: 'bcp', name: 'BCP' },
  { id: 'dorset', name: 'Dorset' },
];
const percent = { kind: 'stated-percent', percent: { bcp: '59', dorset: '41' } };
const potOf = (pot: object, more: object = {}) => {
  const read = schedulePots({ period: '2020-21', partners, pots: [{ id: 'pool', basis: percent, ...pot }], ...more });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value.pots[0]!;
};
const sharesOf = (pot: ReturnType<typeof potOf>) =>
  [...pot.shares].map(([id, share]) => `${id} ${showFraction(share)}`);

describe('the pots of a funding schedule', () => {
  it('have the exact shares of their basis, not rounded percentages', () => {
    const lines = [{ id: 'budget', amount: '100.00' }];
    expect(sharesOf(potOf({ lines }))).toEqual(['bcp 59/100', 'dorset 41/100']);
    const third = { kind: 'stated-amount', amounts: { bcp: '0.01', dorset: '0.02' } };
    expect(sharesOf(potOf({ basis: third }))).toEqual(['bcp 1/3', 'dorset 2/3']);
  });

  it('are gross: every line, before any income', () => {
    const lines = [
      { id: 'staffing', amount: '2000000.00' },
      { id: 'premises', amount: '60000.00', only: 'bcp' },
      { id: 'manager', amount: '70000.00', basis: percent },
    ];
    const pot = potOf({ lines, less: [{ id: 'grant', amount: '500000.00' }] });
    expect(pot.gross).toEqual(fromPence(pounds('2130000.00')));
    expect(pot.lines.map(({ id }) => id)).toEqual(['staffing', 'premises', 'manager']);
  });

  it('without lines, are what their members state', () => {
    const stated = { kind: 'stated-amount', amounts: { bcp: '30.00', dorset: '10.00' } };
    expect(potOf({ basis: stated }).gross).toEqual(fraction(4_000n));
  });

  it('leave to nobody what falls in the days of nobody', () => {
    const gone = [partners[0], { ...partners[1], until: '2020-06-01' }];
    const pot = potOf(
      { lines: [{ id: 'own', amount: '1.00' }], members: ['dorset'], basis: { kind: 'equal' } },
      {
        partners: gone,
        pots: [
          { id: 'pool', members: ['dorset'], lines: [{ id: 'own', amount: '1.00' }], basis: { kind: 'equal' } },
          { id: 'other', members: ['bcp'], lines: [{ id: 'own', amount: '1.00' }], basis: { kind: 'equal' } },
        ],
      },
    );
    expect(sharesOf(pot)).toEqual(['dorset 61/365']);
  });

  it('have shares also when their net is nothing', () => {
    const pot = potOf({ lines: [{ id: 'a', amount: '5.00' }], less: [{ id: 'grant', amount: '5.00' }] });
    expect(sharesOf(pot)).toEqual(['bcp 59/100', 'dorset 41/100']);
  });

  it('share no loss where one partner is paid out of the share of the others', () => {
    const lines = [{ id: 'budget', amount: '100.00' }];
    const paysAll = { kind: 'equal', except: { bcp: '100.00' } };
    expect(sharesOf(potOf({ lines, basis: paysAll }))).toEqual(['bcp 1', 'dorset 0']);
    // £10 comes back to the pot; BCP pays £1 all the same, so £11 goes to Dorset: -1/10 and 11/10 of it.
    const less = [{ id: 'grant', amount: '110.00' }];
    expect(sharesOf(potOf({ lines, less, basis: { kind: 'equal', except: { bcp: '1.00' } } }))).toEqual([]);
  });

  it('come with the partners in the order of the agreement', () => {
    const lines = [{ id: 'budget', amount: '100.00' }];
    const read = schedulePots({ period: '2020-21', partners, pots: [{ id: 'pool', basis: percent, lines }] });
    expect(read.ok && read.value.partners).toEqual(['bcp', 'dorset']);
  });

  it('are refused with the faults of the document', () => {
    expect(schedulePots({ period: '2020-21' }).ok).toBe(false);
  });
});
