import { describe, expect, it } from '@jest/globals';
import { type CalculationKind, calculators } from '../kinds.js';
import { answerCsv } from './answer-table.js';

/** The lines of a table by what its header calls them. */
function csv(kind: CalculationKind, document: object): readonly Readonly<Record<string, string>>[] {
  const outcome = calculators[kind](document);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  const [header = '', ...lines] = answerCsv(kind, outcome.value).replace('\ufeff', '').trimEnd().split('\r\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));
}
const pence = (text: string | undefined) => Math.round(Number(text) * 100);
const add = (lines: ReturnType<typeof csv>, column: string) =>
  lines.reduce((sum, line) => sum + pence(line[column]), 0);

const byOrders = { kind: 'measure', measure: 'orders', over: ['2019-20'] };
const shares = (basis: object, ...staff: string[]) => ({
  period: '2020-21',
  partners: [{ id: 'a' }, { id: 'b', from: '2020-10-01' }],
  measures: [{ id: 'orders', values: { '2019-20': { a: '3', b: staff[1] ?? '1' } } }],
  pots: [
    {
      id: 'pool',
      lines: [
        { id: 'staff', amount: staff[0] ?? '100.01' },
        { id: 'rent', amount: '7.00', only: 'b' },
      ],
      basis,
    },
  ],
});
const variance = (forecast: string) => ({
  ...{ period: '2020-21', partners: [{ id: 'a' }, { id: 'b' }], budget: '100.00', forecast },
  overspend: [
    { kind: 'cut', limit: { amount: '10.00' }, clause: 'Paragraph 2' },
    { kind: 'share', basis: { kind: 'equal' }, limit: { amount: '50.01' } },
  ],
  underspend: [
    { kind: 'carry-forward', limit: { amount: '5.00' } },
    { kind: 'return', basis: { kind: 'equal' } },
  ],
});

describe('a recorded answer as a table', () => {
  it('adds up to the total of the shares, what nobody bears among it', () => {
    const lines = csv('shares', shares({ kind: 'equal' }));
    expect(add(lines, 'amount')).toBe(107_01);
    expect(lines.filter(({ partner }) => partner === '')).toHaveLength(1);
  });

  it('adds up to the variance, below nothing for an underspend', () => {
    const over = csv('variance', variance('200.00'));
    expect(add(over, 'amount')).toBe(100_00);
    expect(over[0]).toMatchObject({ of: 'overspend', step: 'cut', clause: 'Paragraph 2', partner: '', amount: '10' });
    expect(over.at(-1)).toMatchObject({ step: 'undetermined', amount: '39.99' });
    const under = csv('variance', variance('80.00'));
    expect(under.map(({ step, partner, amount }) => [step, partner, amount])).toEqual([
      ['carry-forward', '', '-5'],
      ['return', 'a', '-7.5'],
      ['return', 'b', '-7.5'],
    ]);
  });

  it('has each difference beside its causes, which make it', () => {
    const lines = csv('true-up', { recorded: shares(byOrders), later: shares(byOrders, '120.00', '2') });
    for (const line of lines) {
      const causes = ['data', 'spend', 'rule', 'membership', 'several causes'].map((name) => pence(line[name]));
      expect(causes.reduce((sum, part) => sum + part)).toBe(pence(line['difference']));
      expect(pence(line['later']) - pence(line['recorded'])).toBe(pence(line['difference']));
    }
    expect(add(lines, 'difference')).toBe(19_99);
    expect(lines[0]).toMatchObject({ partner: 'a', rule: '0' });
    expect(lines[0]!['data']).not.toBe('0');
  });

  it('has each partner’s gap in each alternative, and what nobody bears of it', () => {
    const alternatives = [
      { id: 'equal', document: shares({ kind: 'equal' }) },
      { id: 'orders', document: shares(byOrders) },
    ];
    const lines = csv('compare', { against: 'equal', alternatives });
    expect(lines.map(({ partner, alternative }) => `${partner} ${alternative}`)).toEqual([
      ...['a equal', 'a orders', 'b equal', 'b orders', ' equal', ' orders'],
    ]);
    for (const id of ['equal', 'orders']) {
      expect(
        add(
          lines.filter(({ alternative }) => alternative === id),
          'amount',
        ),
      ).toBe(107_01);
    }
    expect(add(lines, 'gap')).toBe(0);
  });

  it('has what cannot be, cell by cell', () => {
    const rows = [{ partner: 'b', cells: { previous: '250000', increase: '500', amount: '255000' } }];
    const columns = ['previous', 'increase', 'amount'].map((id) => ({ id }));
    expect(csv('footing', { display: 'rounded', columns, rows })).toContainEqual(
      expect.objectContaining({ partner: 'b', column: 'increase', stated: '500', from: '4999', to: '5001' }),
    );
  });
});
