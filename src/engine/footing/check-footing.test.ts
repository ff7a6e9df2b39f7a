import { describe, expect, it } from '@jest/globals';
import { type Posted } from '../../../test/support/any-table.js';
import { answerFooting } from './check-footing.js';

const answered = (document: Posted) => {
  const outcome = answerFooting(document);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.value;
};

/** One row `a` of these cells, and what else the document has. */
const table = (cells: Record<string, string>, more: Posted = {}) => ({
  display: 'rounded',
  columns: Object.keys({ ...cells, ...more.totals }).map((id) => ({ id })),
  rows: [{ partner: 'a', cells }],
  ...more,
});
const holds = (cells: Record<string, string>, more: Posted = {}) => answered(table(cells, more)).holds;

/** Two rows of one column and its total. */
const column = (id: string, figures: readonly string[], total: string, more: Posted = {}) => ({
  display: 'rounded',
  columns: [{ id }],
  rows: figures.map((figure, i) => ({ partner: `p${i}`, cells: { [id]: figure } })),
  totals: { [id]: total },
  ...more,
});

describe('how figures are read', () => {
  it('rounded: within half of the last digit, a half either way', () => {
    expect(answered(column('x', ['1.5', '1.5'], '3')).holds).toBe(true);
    expect(answered(column('x', ['0.5', '0.5', '0.5'], '1.65')).holds).toBe(true);
    expect(answered(column('x', ['0.5', '0.5', '0.5'], '1.66')).holds).toBe(false);
    expect(answered(column('x', ['0.5', '0.5', '0.5'], '1.35')).holds).toBe(true);
    expect(answered(column('x', ['0.5', '0.5', '0.5'], '1.34')).holds).toBe(false);
  });

  it('truncated: cut off towards nothing, so never less than is printed', () => {
    const cut = (figures: string[], total: string) =>
      answered(column('x', figures, total, { display: 'truncated' })).holds;
    expect(cut(['0.9', '0.9'], '1')).toBe(true);
    expect(cut(['0.9', '0.9'], '1.7')).toBe(false);
    expect(cut(['0.9', '0.9'], '1.99')).toBe(true);
    expect(cut(['0.9', '0.9'], '2.0')).toBe(false);
    expect(cut(['-0.9', '-0.9'], '-1.7')).toBe(false);
    expect(cut(['-0.9', '-0.9'], '-1.9')).toBe(true);
    expect(cut(['0', '0'], '1')).toBe(true);
    expect(cut(['0', '0'], '-1')).toBe(true);
    expect(cut(['0', '0'], '2')).toBe(false);
    expect(cut(['-0', '-0'], '1')).toBe(false);
  });

  it('either: what is rounded and what is cut off may stand side by side', () => {
    for (const total of ['1.7', '1.99']) {
      expect(answered(column('x', ['0.9', '0.9'], total, { display: 'either' })).holds).toBe(true);
    }
    expect(answered(column('x', ['0.9', '0.9'], '1.6', { display: 'either' })).holds).toBe(false);
    expect(answered(column('x', ['-0.9', '-0.9'], '-1.7', { display: 'either' })).holds).toBe(true);
    expect(answered(column('x', ['-0.9', '-0.9'], '-2.1', { display: 'either' })).holds).toBe(false);
  });

  it('in the unit of each column', () => {
    const columns = [{ id: 'previous', unit: '1000000' }, { id: 'increase' }, { id: 'amount', unit: '1000' }];
    const cells = { previous: '3.40', increase: '76160', amount: '3476' };
    expect(holds(cells, { columns })).toBe(true);
    expect(holds({ ...cells, amount: '3482' }, { columns })).toBe(false);
    expect(holds({ ...cells, amount: '3481' }, { columns })).toBe(true);
  });
});

describe('the relations', () => {
  it('amount = previous + increase', () => {
    expect(holds({ previous: '100', increase: '-20', amount: '80' })).toBe(true);
    expect(holds({ previous: '100', increase: '-20', amount: '82' })).toBe(false);
  });

  it.each([
    [{ previous: '200', increase: '10', risePercent: '5.0' }, true],
    [{ previous: '200', increase: '10', risePercent: '6.0' }, false],
    [{ previous: '200', amount: '210', risePercent: '5.0' }, true],
    [{ previous: '200', amount: '210', risePercent: '6.0' }, false],
    [{ increase: '10', amount: '210', risePercent: '5.0' }, true],
    [{ increase: '10', amount: '210', risePercent: '6.0' }, false],
    [{ previous: '-200', increase: '-10', risePercent: '5.0' }, true],
    [{ previous: '-200', increase: '10', risePercent: '5.0' }, false],
    [{ previous: '200', increase: '-300', risePercent: '-150' }, true],
    [{ increase: '-300', amount: '-100', risePercent: '-150' }, true],
    [{ increase: '-300', amount: '-100', risePercent: '-140' }, false],
  ])('risePercent = 100 × increase ÷ previous: %j', (cells, known) => {
    expect(holds(cells)).toBe(known);
  });

  it('a partner without a previous figure has no rise, and one printed for it is not doubted', () => {
    expect(
      holds(
        { previous: '0', increase: '5000', amount: '5000' },
        { columns: ['previous', 'increase', 'amount', 'risePercent'].map((id) => ({ id })) },
      ),
    ).toBe(true);
    expect(holds({ previous: '0', increase: '0', risePercent: '7' })).toBe(true);
  });

  it('sharePercent = 100 × amount ÷ total, printed or not, and the total is the whole', () => {
    const shares = (a: string, b: string, totals: Posted) =>
      answered({
        display: 'rounded',
        columns: [{ id: 'amount' }, { id: 'sharePercent' }],
        rows: [
          { partner: 'a', cells: { amount: '300', sharePercent: a } },
          { partner: 'b', cells: { amount: '700', sharePercent: b } },
        ],
        totals,
      }).holds;
    expect(shares('30.0', '70.0', { amount: '1000', sharePercent: '100.0' })).toBe(true);
    expect(shares('30.0', '70.0', {})).toBe(true);
    expect(shares('31.0', '69.0', {})).toBe(false);
    expect(shares('30.0', '70.0', { sharePercent: '99.0' })).toBe(false);
  });

  it('a printed total is the sum of its column, and one missing cell leaves it open', () => {
    const document = column('x', ['40', '60'], '150');
    expect(answered(document).holds).toBe(false);
    delete document.rows[0]!.cells['x'];
    expect(answered(document).holds).toBe(true);
  });

  it('rates do not add up, but the totals line is a row like another', () => {
    const two = (risePercent: string) =>
      answered({
        display: 'rounded',
        columns: ['previous', 'increase', 'risePercent'].map((id) => ({ id })),
        rows: [
          { partner: 'a', cells: { previous: '1000', increase: '20', risePercent: '2.0' } },
          { partner: 'b', cells: { previous: '1000', increase: '40', risePercent: '4.0' } },
        ],
        totals: { risePercent },
      });
    expect(two('3.0').holds).toBe(true);
    expect(two('6.0')).toMatchObject({ holds: false, smallest: [{ partner: null, column: 'risePercent' }] });
  });

  it('sum, percent and equal as stated', () => {
    const relations = [
      { kind: 'sum', column: 't', of: ['x', 'y'] },
      { kind: 'percent', column: 'r', part: 'x', of: 't' },
    ];
    expect(holds({ x: '30', y: '70', t: '100', r: '30' }, { relations })).toBe(true);
    expect(holds({ x: '30', y: '70', t: '102', r: '30' }, { relations })).toBe(false);
    expect(holds({ x: '30', y: '70', t: '100', r: '32' }, { relations })).toBe(false);
    const split = (over: unknown, figures: string[], total: string) =>
      answered(column('x', figures, total, { relations: [{ kind: 'equal', column: 'x', over }] })).holds;
    expect(split(3, ['33', '33', '33'], '100')).toBe(true);
    expect(split('3', ['33', '33', '33'], '100')).toBe(true);
    expect(split(3, ['30', '30', '40'], '100')).toBe(false);
    expect(split(2, ['33', '33', '33'], '100')).toBe(false);
  });

  it('a relation that is stated though it is usual is told once', () => {
    const relations = [{ kind: 'sum', column: 'amount', of: ['increase', 'previous'] }];
    expect(answered(table({ previous: '1', increase: '1', amount: '9' }, { relations })).contradictions).toHaveLength(
      1,
    );
  });
});

describe('figures that only together cannot be', () => {
  it('rows and a column that each could be, but not both', () => {
    const document = {
      display: 'rounded',
      columns: ['previous', 'increase', 'amount'].map((id) => ({ id })),
      rows: [
        { partner: 'a', cells: { previous: '100', increase: '10', amount: '111' } },
        { partner: 'b', cells: { previous: '200', increase: '20', amount: '221' } },
      ],
      totals: { amount: '333' },
    };
    const { holds: isHeld, contradictions } = answered(document);
    expect(isHeld).toBe(false);
    expect(contradictions).toHaveLength(1);
    expect(contradictions[0]).toMatchObject({
      relation: 'amount = previous + increase; total of amount = the sum of its column',
      row: null,
    });
    const total = contradictions[0]!.cells.find(({ partner }) => partner === null);
    expect(total).toEqual({ partner: null, column: 'amount', stated: '333', would: { from: '331', to: '332' } });
  });

  it('a missing cell that two relations would have be different things', () => {
    const columns = ['previous', 'increase', 'amount', 'risePercent'].map((id) => ({ id }));
    const { contradictions, smallest, alternatives } = answered(
      table({ previous: '100', amount: '110', risePercent: '50' }, { columns }),
    );
    expect(contradictions).toEqual([
      {
        relation: 'risePercent = 100 × (amount − previous) ÷ previous',
        row: 'a',
        cells: [
          { partner: 'a', column: 'previous', stated: '100', would: { from: '72.7574', to: '73.9131' } },
          { partner: 'a', column: 'amount', stated: '110', would: { from: '148.7525', to: '151.2525' } },
          { partner: 'a', column: 'risePercent', stated: '50', would: { from: '8.9552', to: '11.0553' } },
        ],
        words:
          'a: risePercent = 100 × (amount − previous) ÷ previous cannot hold. The others as printed, a’s previous, printed 100, would stand for from 72.7574 to 73.9131, a’s amount, printed 110, would stand for from 148.7525 to 151.2525 or a’s risePercent, printed 50, would stand for from 8.9552 to 11.0553.',
      },
    ]);
    expect(smallest).toEqual([{ partner: 'a', column: 'previous' }]);
    expect(alternatives).toEqual([[{ partner: 'a', column: 'amount' }], [{ partner: 'a', column: 'risePercent' }]]);
  });

  it('is told as relations that cannot all hold', () => {
    const relations = [
      { kind: 'sum', column: 'x', of: ['a', 'gap'] },
      { kind: 'sum', column: 'y', of: ['b', 'gap'] },
    ];
    const columns = ['x', 'a', 'y', 'b', 'gap'].map((id) => ({ id }));
    const { contradictions } = answered(table({ x: '10', a: '5', y: '20', b: '1' }, { columns, relations }));
    expect(contradictions).toMatchObject([
      {
        relation: 'x = a + gap; y = b + gap',
        row: 'a',
        cells: [
          { column: 'x', would: { from: '22.5', to: '25.5' } },
          { column: 'a', would: { from: '-10.5', to: '-7.5' } },
          { column: 'y', would: { from: '4.5', to: '7.5' } },
          { column: 'b', would: { from: '13.5', to: '16.5' } },
        ],
      },
    ]);
  });
});

describe('the answer', () => {
  it('names the total where it is the total that is wrong', () => {
    const cells = { previous: '100', increase: '5', amount: '105' };
    const { smallest, words, working } = answered({
      display: 'rounded',
      columns: Object.keys(cells).map((id) => ({ id })),
      rows: ['a', 'b', 'c'].map((partner) => ({ partner, cells })),
      totals: { previous: '300', increase: '15', amount: '351' },
    });
    expect(smallest).toEqual([{ partner: null, column: 'amount' }]);
    expect(words).toBe(
      'The figures cannot all be right: 2 contradictions. It is enough to correct the total of amount.',
    );
    expect(working.map(({ step, rule }) => `${step} ${rule}`)).toEqual([
      '1 reading',
      '2 relations',
      '3 contradiction',
      '4 contradiction',
      '5 smallest',
      '6 search',
    ]);
  });

  it('says how each formula fares', () => {
    expect(answered(column('x', ['40', '60'], '150')).checks).toEqual([
      { check: 'total of x = the sum of its column', holds: false, says: 'The figures fit it in 0 of 1 places.' },
    ]);
  });

  it('says so, and names none, when the search reaches its bound', () => {
    const cells = (seed: number) =>
      Object.fromEntries(Array.from({ length: 40 }, (_, c) => [`c${c}`, String((seed * 31 + c * c * 17) % 97)]));
    const document = {
      display: 'rounded',
      columns: Array.from({ length: 40 }, (_, c) => ({ id: `c${c}` })),
      rows: Array.from({ length: 40 }, (_, r) => ({ partner: `p${r}`, cells: cells(r) })),
      totals: cells(99),
      relations: [{ kind: 'sum', column: 'c0', of: Array.from({ length: 39 }, (_, c) => `c${c + 1}`) }],
    };
    const { holds: isHeld, smallest, search, words } = answered(document);
    expect({ isHeld, smallest, complete: search.complete }).toEqual({ isHeld: false, smallest: [], complete: false });
    expect(words).toMatch(
      /The search reached its bound before the smallest set was known: at least \d+ cells? (is|are) wrong, and none is named\.$/,
    );
  });
});
