import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyAdjusted } from '../../../../test/support/any-document.js';
import { answered, anyVariance, pence } from '../../../../test/support/any-variance.js';
import { cases } from '../../../../test/support/cases.js';
import { answerTrueUp } from '../../true-up/calculate-true-up.js';
import { type Balance, composePosition } from '../position.js';
import { type Line } from '../propose.js';
import { type Proposed } from './proposed.js';
import { settleTrueUp } from './settle-true-up.js';
import { settleVariance } from './settle-variance.js';
import { type SettledState, settlementState } from './settlement-state.js';

type Posted = Parameters<typeof answered>[0];

const partners = [{ id: 'a', role: 'host' }, { id: 'b' }];
const equal = { kind: 'equal' };
const document = (budget: string, forecast: string, ladders: Posted): Posted => ({
  ...{ period: '2025-26', partners, budget, forecast, overspend: [], underspend: [] },
  ...ladders,
});
const settled = (given: Posted): readonly Proposed[] => {
  const outcome = settleVariance(answered(given));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.value;
};
const shown = (proposed: readonly Proposed[]) =>
  proposed.map(({ kind, lines }) => [
    kind,
    lines.map(({ account, authority, pence: n }) => [authority ? `${account}:${authority}` : account, n]),
  ]);
const balances = (proposed: readonly Proposed[]): readonly Balance[] =>
  proposed.flatMap(({ lines }) => lines.map(({ account, ...line }) => ({ fund: 'pool', kind: account, ...line })));
const sumOf = (lines: readonly Line[], accounts: readonly string[]) =>
  lines.reduce((sum, { account, pence: n }) => (accounts.includes(account) ? sum + n : sum), 0n);

describe('a variance that is settled', () => {
  it('overspent: the reserve gives, and each partner pays what the ladder says', () => {
    const overspend = [
      { kind: 'reserve', limit: { amount: '30.00' } },
      { kind: 'share', basis: equal },
    ];
    const given = { overspend, reserve: { balance: '50.00', floor: '0.00' } };
    expect(shown(settled(document('1000.00', '1100.01', given)))).toEqual([
      [
        'variance',
        [
          ['receivable:a', 3_501n],
          ['receivable:b', 3_500n],
          ['variance', -7_001n],
        ],
      ],
      [
        'reserve',
        [
          ['reserve', 3_000n],
          ['variance', -3_000n],
        ],
      ],
    ]);
  });

  it('underspent: some is carried forward, some given back, the rest goes to the reserve', () => {
    const underspend = [
      { kind: 'carry-forward', limit: { amount: '25.00' } },
      { kind: 'return', basis: equal, limit: { amount: '60.00' } },
      { kind: 'reserve' },
    ];
    expect(shown(settled(document('1000.00', '900.00', { underspend })))).toEqual([
      [
        'variance',
        [
          ['rebated:a', -3_000n],
          ['rebated:b', -3_000n],
          ['carried-forward', -2_500n],
          ['variance', 8_500n],
        ],
      ],
      [
        'reserve',
        [
          ['reserve', -1_500n],
          ['variance', 1_500n],
        ],
      ],
    ]);
  });

  it('nothing over and nothing under: nothing is proposed', () => {
    expect(settled(document('1000.00', '1000.00', {}))).toEqual([]);
  });

  it('undetermined, or to be cut: refused with what the board has to decide', () => {
    const overspend = [{ kind: 'cut', limit: { amount: '20.00' } }, { kind: 'refer' }];
    const outcome = settleVariance(answered(document('1000.00', '1100.00', { overspend })));
    expect(outcome).toMatchObject({ ok: false, faults: [{ code: 'undetermined' }, { code: 'undetermined' }] });
    const words = outcome.ok ? [] : outcome.faults.map(({ expected }) => expected);
    expect(words[0]).toMatch(/^£80.00 is undetermined \(.+\). The board has to decide who bears or gets it/);
    expect(words[1]).toContain('£20.00 would be cut');
  });

  it('whatever the ladder: lines come to nothing, and to the partners, the reserve and what is carried to the penny', () => {
    fc.assert(
      fc.property(anyVariance, (given) => {
        const answer = answered(given);
        const outcome = settleVariance(answer);
        const open =
          answer.undetermined !== '0.00' || answer.steps.some(({ kind, took }) => kind === 'cut' && took !== '0.00');
        expect(outcome.ok).toBe(!open);
        if (!outcome.ok) return;
        const lines = outcome.value.flatMap((one) => one.lines);
        expect(composePosition(balances(outcome.value)).checks.filter(({ holds }) => !holds)).toEqual([]);
        expect(outcome.value.every((one) => one.lines.length > 1 && one.lines.every((line) => line.pence !== 0n))).toBe(
          true,
        );
        for (const [id, amount] of Object.entries(answer.partners)) {
          const own = lines.filter(({ authority }) => authority === id);
          expect(sumOf(own, ['receivable', 'rebated'])).toBe(pence(amount));
        }
        const { before = '0.00', after = '0.00' } = answer.reserve ?? {};
        expect(sumOf(lines, ['reserve'])).toBe(pence(before) - pence(after));
        const setOff = answer.steps
          .filter(({ kind }) => kind === 'offset')
          .reduce((sum, { took }) => sum + pence(took), 0n);
        expect(-sumOf(lines, ['variance']) + setOff).toBe(pence(answer.variance));
      }),
      cases(150),
    );
  });
});

describe('a true-up that is settled', () => {
  const year = (a: string, b: string): Posted => ({
    period: '2025-26',
    partners: [{ id: 'a' }, { id: 'b' }],
    measures: [{ id: 'orders', values: { '2024-25': { a, b } } }],
    pots: [
      {
        id: 'pool',
        lines: [{ id: 'staff', amount: '1000.00' }],
        basis: { kind: 'measure', measure: 'orders', over: ['2024-25'] },
      },
    ],
  });
  const trueUp = (recorded: Posted, later: Posted) => {
    const outcome = answerTrueUp({ recorded, later });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
    return outcome.value;
  };

  it('bills who has to pay more and lets off who paid too much; who stays the same is not named', () => {
    const outcome = settleTrueUp(trueUp(year('60', '40'), year('50', '50')));
    expect(shown(outcome.ok ? outcome.value : [])).toEqual([
      [
        'rebate',
        [
          ['contributed', 10_000n],
          ['rebated:a', -10_000n],
        ],
      ],
      [
        'contribution',
        [
          ['receivable:b', 10_000n],
          ['contributed', -10_000n],
        ],
      ],
    ]);
    expect(settleTrueUp(trueUp(year('60', '40'), year('60', '40')))).toEqual({ ok: true, value: [] });
  });

  it('whatever the two: to the penny what each partner’s difference is, or refused where nobody bears some', () => {
    const anyPair = fc
      .tuple(anyAdjusted, anyAdjusted, fc.subarray(['measures', 'pots']))
      .map(([recorded, other, taken]) => ({
        recorded,
        later: { ...recorded, ...Object.fromEntries(taken.map((part) => [part, other[part]])) },
      }))
      .filter((pair) => answerTrueUp(pair).ok);
    fc.assert(
      fc.property(anyPair, ({ recorded, later }) => {
        const answer = trueUp(recorded, later);
        const outcome = settleTrueUp(answer);
        expect(outcome.ok).toBe(answer.unallocated.every(({ difference }) => difference === '0.00'));
        if (!outcome.ok) return;
        expect(composePosition(balances(outcome.value)).checks.filter(({ holds }) => !holds)).toEqual([]);
        for (const { partner, difference } of answer.partners) {
          const own = outcome.value.filter(({ authority }) => authority === partner).flatMap(({ lines }) => lines);
          expect(sumOf(own, ['receivable', 'rebated'])).toBe(pence(difference));
        }
        expect(
          -sumOf(
            outcome.value.flatMap(({ lines }) => lines),
            ['contributed'],
          ),
        ).toBe(pence(answer.difference));
      }),
      cases(40),
    );
  });
});

describe('where a settlement stands', () => {
  const all: readonly [SettledState[], string][] = [
    [[], 'nil'],
    [['approved', 'approved'], 'settled'],
    [['proposed', 'approved'], 'proposed'],
    [['proposed'], 'proposed'],
    [['approved', 'rejected'], 'in-part'],
    [['proposed', 'reversed'], 'in-part'],
    [['rejected', 'reversed'], 'undone'],
  ];
  it.each(all)('follows from what became of its entries: %j is %s', (entries, stands) => {
    expect(settlementState(entries)).toBe(stands);
  });
});
