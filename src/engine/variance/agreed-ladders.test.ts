import { describe, expect, it } from '@jest/globals';
import { faultsOfLadders, underLadders } from './agreed-ladders.js';
import { answerVariance } from './calculate-variance.js';

const schedule = {
  period: '2020-21',
  partners: [{ id: 'a', role: 'host' }, { id: 'b' }],
  measures: [{ id: 'orders', values: { '2019-20': { a: '3', b: '1' } } }],
  pots: [],
  rounding: { unit: '1' },
};
const byOrders = { kind: 'share', basis: { kind: 'measure', measure: 'orders', over: ['2019-20'] } };
const pointers = (ladders: unknown, of: object = schedule) =>
  faultsOfLadders(of as never, ladders).map(({ pointer, code }) => [pointer, code]);

describe('the ladders of an agreement', () => {
  it('are asked about figures with the partners, measures, days and rounding of its schedule', () => {
    const asked = underLadders(schedule, { overspend: [byOrders] }, { budget: '0.00', forecast: '101.00' });
    const answer = answerVariance(asked);
    expect(answer).toMatchObject({ ok: true, value: { partners: { a: '76.00', b: '25.00' }, undetermined: '0.00' } });
  });

  it('set the floor of the reserve, whatever the balance that is given says of one', () => {
    const ladders = { reserve: { floor: '60.00' }, overspend: [{ kind: 'reserve' }] };
    const figures = { budget: '0.00', forecast: '100.00', reserve: { balance: '90.00', floor: '0.00' } };
    const answer = answerVariance(underLadders(schedule, ladders, figures));
    expect(answer).toMatchObject({ ok: true, value: { undetermined: '70.00', reserve: { after: '60.00' } } });
  });

  it('share nothing by default: a variance without a ladder is undetermined', () => {
    const asked = underLadders(schedule, { overspend: [byOrders] }, { budget: '9.00', forecast: '1.00' });
    const value = { undetermined: '8.00', flags: ['needs-board-decision'] };
    expect(answerVariance(asked)).toMatchObject({ ok: true, value });
  });

  it('are well with one ladder or both, a reserve and members', () => {
    expect(pointers({ overspend: [byOrders, { kind: 'reserve' }] })).toEqual([]);
    const both = { overspend: [{ kind: 'refer' }], underspend: [{ kind: 'return', basis: { kind: 'equal' } }] };
    expect(pointers({ ...both, members: ['a', 'b'], reserve: { floor: '1.00' }, rounding: { unit: '0.01' } })).toEqual(
      [],
    );
    expect(pointers({ underspend: { 'management-action': [], windfall: [] } })).toEqual([]);
  });

  it('are refused with all their faults at once, each by where it stands', () => {
    const ladders = {
      ...{ members: ['c'], reserve: { floor: '-1.00', balance: '1.00' }, budget: '1.00', rounding: { unit: '5' } },
      overspend: [{ kind: 'return' }, { kind: 'bearer', partner: 'z' }],
      underspend: [{ kind: 'share', basis: { kind: 'stated-percent', percent: { a: '60', b: '39' } } }],
    };
    expect(new Map(pointers(ladders) as [string, string][])).toEqual(
      new Map([
        ['/budget', 'unknown-field'],
        ['/reserve/balance', 'unknown-field'],
        ['/members/0', 'unknown-partner'],
        ['/reserve/floor', 'negative-driver'],
        ['/overspend/0/kind', 'unknown-kind'],
        ['/overspend/1/partner', 'unknown-partner'],
        ['/underspend/0/basis/percent', 'not-100-percent'],
        ['/rounding/unit', 'not-one-of'],
      ]),
    );
  });

  it.each([
    [{}, ['/overspend', 'missing-field']],
    [[], ['', 'not-an-object']],
    ['refer', ['', 'not-an-object']],
    [{ overspend: {} }, ['/overspend', 'not-a-list']],
  ])('%j is refused', (ladders, fault) => {
    expect(pointers(ladders)).toEqual([fault]);
  });

  it('do not repeat the faults of the schedule beside them', () => {
    expect(pointers({ overspend: [byOrders] }, { ...schedule, period: 'soon', rounding: { unit: '5' } })).toEqual([]);
    expect(pointers({ overspend: [{ kind: 'refer' }] }, { period: '2020-21' })).toEqual([]);
  });
});
