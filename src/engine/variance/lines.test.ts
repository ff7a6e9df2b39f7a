import { describe, expect, it } from '@jest/globals';
import { type Posted } from '../../../test/support/any-document.js';
import { answered } from '../../../test/support/any-variance.js';

const line = (id: string, budget: string, forecast: string, more: Posted = {}) => ({ id, budget, forecast, ...more });
const equal = [{ kind: 'share', basis: { kind: 'equal' } }];
const document = (lines: Posted[], fields: Posted = {}): Posted => ({
  period: '2020-21',
  partners: [{ id: 'a', role: 'host' }, { id: 'b' }],
  ...{ lines, overspend: equal, underspend: equal },
  ...fields,
});
const paid = (lines: Posted[], fields?: Posted) => answered(document(lines, fields)).partners;

describe('lines', () => {
  it('vary together, one against the other', () => {
    const answer = answered(document([line('x', '100.00', '160.00'), line('y', '50.00', '30.00')]));
    expect(answer).toMatchObject({
      budget: '150.00',
      forecast: '190.00',
      variance: '40.00',
      partners: { a: '20.00', b: '20.00' },
    });
  });

  it('of one partner’s alone vary for it alone, outside the ladder', () => {
    const lines = [line('x', '100.00', '160.00'), line('y', '50.00', '30.00', { only: 'b' })];
    expect(paid(lines)).toEqual({ a: '30.00', b: '10.00' });
    const { steps, variance } = answered(document(lines));
    expect(variance).toBe('40.00');
    expect(steps.map(({ kind, of, line: id, took }) => [kind, of, id, took])).toEqual([
      ['only', 'underspend', 'y', '20.00'],
      ['share', 'overspend', undefined, '60.00'],
    ]);
  });

  it('that are fixed vary for the host', () => {
    expect(paid([line('x', '100.00', '160.00', { profile: 'fixed' })])).toEqual({ a: '60.00', b: '0.00' });
    expect(paid([line('x', '100.00', '40.00', { profile: 'fixed' })])).toEqual({ a: '-60.00', b: '0.00' });
  });

  it('of a partner that is absent leave its days’ part to the board', () => {
    const partners = [{ id: 'a', role: 'host', until: '2020-04-11' }, { id: 'b' }];
    const answer = answered(document([line('x', '0.00', '365.00', { only: 'a' })], { partners }));
    expect(answer).toMatchObject({
      partners: { a: '10.00', b: '0.00' },
      undetermined: '355.00',
      flags: ['needs-board-decision'],
    });
    expect(answer.toDecide).toMatchObject([{ of: 'overspend', line: 'x', amount: '355.00' }]);
  });

  it('undetermined both ways are never set against each other', () => {
    const lines = [line('x', '0.00', '365.00', { only: 'a' }), line('y', '100.00', '0.00')];
    const partners = [{ id: 'a', until: '2020-04-01' }, { id: 'b' }];
    const answer = answered(document(lines, { partners, underspend: [] }));
    expect(answer).toMatchObject({ variance: '265.00', undetermined: '465.00', partners: { a: '0.00', b: '0.00' } });
    expect(answer.checks.every(({ holds }) => holds)).toBe(true);
  });

  it('may stand beside their totals', () => {
    expect(paid([line('x', '1.00', '3.00')], { budget: '1.00', forecast: '3.00' })).toEqual({ a: '1.00', b: '1.00' });
  });

  it('may be of income, below nothing', () => {
    expect(paid([line('x', '-10.00', '-4.00')])).toEqual({ a: '3.00', b: '3.00' });
  });
});

describe('members', () => {
  it('alone share a variance; every partner is answered', () => {
    expect(paid([line('x', '0.00', '60.00')], { members: ['b'] })).toEqual({ a: '0.00', b: '60.00' });
    const partners = [{ id: 'a' }, { id: 'b' }, { id: 'c', role: 'observer' }];
    expect(paid([line('x', '0.00', '60.00')], { partners })).toEqual({ a: '30.00', b: '30.00', c: '0.00' });
  });
});

describe('the cause of an underspend', () => {
  const underspend = {
    'management-action': [{ kind: 'carry-forward' }],
    windfall: [{ kind: 'return', basis: { kind: 'stated-percent', percent: { a: '75', b: '25' } } }],
  };
  const took = (lines: Posted[], fields: Posted = {}) =>
    answered(document(lines, { underspend, ...fields })).steps.map((step) => [step.cause, step.kind, step.took]);

  it('of the whole picks the ladder', () => {
    const totals = { lines: undefined, budget: '100.00', forecast: '60.00' };
    expect(took([], { ...totals, cause: 'windfall' })).toEqual([['windfall', 'return', '40.00']]);
    expect(took([], { ...totals, cause: 'management-action' })).toEqual([
      ['management-action', 'carry-forward', '40.00'],
    ]);
  });

  it('of each line sends it down its own; that of the document is for lines without', () => {
    const lines = [line('x', '100.00', '70.00', { cause: 'windfall' }), line('y', '100.00', '90.00')];
    expect(took(lines, { cause: 'management-action' })).toEqual([
      ['management-action', 'carry-forward', '10.00'],
      ['windfall', 'return', '30.00'],
    ]);
  });

  it('bears an overspent line in proportion to what was underspent for it', () => {
    const lines = [
      line('x', '100.00', '70.00', { cause: 'windfall' }),
      line('y', '100.00', '90.00', { cause: 'management-action' }),
      line('z', '100.00', '120.02', { cause: 'windfall' }),
    ];
    expect(took(lines)).toEqual([
      ['management-action', 'carry-forward', '5.00'],
      ['windfall', 'return', '14.98'],
    ]);
    expect(answered(document(lines, { underspend })).working[0]?.words).toContain(
      'By cause: management-action £5.00 and windfall £14.98.',
    );
  });

  it('is not asked for when more was spent, or of a line that is somebody’s alone', () => {
    expect(took([line('x', '100.00', '70.00'), line('y', '0.00', '31.00')])).toEqual([[undefined, 'share', '1.00']]);
    expect(took([line('x', '100.00', '70.00', { only: 'b' })])).toEqual([[undefined, 'only', '30.00']]);
  });

  it('is only told where one ladder is for all', () => {
    expect(took([line('x', '3.00', '1.00')], { underspend: equal, cause: 'windfall' })).toEqual([
      ['windfall', 'share', '2.00'],
    ]);
  });
});
