import { describe, expect, it } from '@jest/globals';
import { type Posted } from '../../../test/support/any-document.js';
import { answerVariance } from './calculate-variance.js';

const good: Posted = {
  period: '2020-21',
  partners: [{ id: 'a', role: 'host' }, { id: 'b' }],
  ...{ budget: '100.00', forecast: '160.00' },
  overspend: [{ kind: 'share', basis: { kind: 'equal' } }],
  underspend: [{ kind: 'refer' }],
};
const faults = (fields: Posted): string[][] => {
  const outcome = answerVariance({ ...good, ...fields });
  return outcome.ok ? [] : outcome.faults.map(({ pointer, code }) => [pointer, code]);
};
const inLadder = (...overspend: Posted[]) => faults({ overspend });
const withLines = (lines: Posted, fields: Posted = {}) =>
  faults({ budget: undefined, forecast: undefined, lines, ...fields });
const line = { id: 'x', budget: '1.00', forecast: '2.00' };

describe('a document is refused', () => {
  it('not when it is good', () => expect(faults({})).toEqual([]));

  it('with everything that is wrong at once, each by where it stands', () => {
    const wrong = {
      ...{ period: '2020-22', budget: 100, colour: 'red', cause: 'luck', members: ['z'], rounding: { unit: '5' } },
      ...{ reserve: { balance: '1', floor: '-1.00', ceiling: '2.00' }, underspend: [{ kind: 'cut' }] },
      overspend: [{ kind: 'share' }, { kind: 'bearer', limit: {} }, 'refer'],
    };
    expect(faults(wrong).sort()).toEqual([
      ['/budget', 'not-money'],
      ['/cause', 'not-one-of'],
      ['/colour', 'unknown-field'],
      ['/members/0', 'unknown-partner'],
      ['/overspend/0/basis', 'missing-field'],
      ['/overspend/1/limit/amount', 'missing-field'],
      ['/overspend/1/partner', 'missing-field'],
      ['/overspend/2', 'not-an-object'],
      ['/period', 'not-a-year'],
      ['/reserve/balance', 'not-money'],
      ['/reserve/ceiling', 'unknown-field'],
      ['/reserve/floor', 'negative-driver'],
      ['/rounding/unit', 'not-one-of'],
      ['/underspend/0/kind', 'unknown-kind'],
    ]);
  });

  it('without a budget and a forecast, in all or by line', () => {
    expect(faults({ budget: undefined, forecast: undefined })).toEqual([
      ['/budget', 'missing-field'],
      ['/forecast', 'missing-field'],
    ]);
    expect(withLines([])).toEqual([['/lines', 'nothing-to-share']]);
    expect(withLines([line, line])).toEqual([['/lines/1/id', 'duplicate-id']]);
    expect(withLines([{ id: 'x', budget: '1.00' }])).toEqual([['/lines/0/forecast', 'missing-field']]);
  });

  it('with totals that are not those of the lines', () => {
    expect(withLines([line], { budget: '1.01', forecast: '2.00' })).toEqual([['/budget', 'amounts-do-not-match']]);
  });

  it('with a line that is two partners’ alone, or nobody’s, or a stranger’s', () => {
    expect(withLines([{ ...line, only: 'a', profile: 'fixed' }])).toEqual([['/lines/0/profile', 'unknown-field']]);
    expect(withLines([{ ...line, only: 'z' }])).toEqual([['/lines/0/only', 'unknown-partner']]);
    expect(withLines([{ ...line, only: 'b' }], { members: ['a'], overspend: [] })).toEqual([
      ['/lines/0/only', 'not-a-member'],
    ]);
    expect(withLines([{ ...line, profile: 'loose' }])).toEqual([['/lines/0/profile', 'not-one-of']]);
  });

  it('with a fixed line and no host, or two, or one that is no member', () => {
    const fixed = [{ ...line, profile: 'fixed' }];
    expect(withLines(fixed, { partners: [{ id: 'a' }] })).toEqual([['/lines/0/profile', 'unknown-partner']]);
    const hosts = [
      { id: 'a', role: 'host' },
      { id: 'b', role: 'host' },
    ];
    expect(withLines(fixed, { partners: hosts })).toEqual([['/lines/0/profile', 'unknown-partner']]);
    expect(withLines(fixed, { members: ['b'] })).toEqual([['/lines/0/profile', 'not-a-member']]);
  });

  it('with a limit that is two, or not a number, or of a budget below nothing', () => {
    const both = { amount: '1.00', percentOfBudget: '1' };
    expect(inLadder({ kind: 'cut', limit: both })).toEqual([['/overspend/0/limit/percentOfBudget', 'unknown-field']]);
    expect(inLadder({ kind: 'cut', limit: { percentOfBudget: '1e3' } })).toEqual([
      ['/overspend/0/limit/percentOfBudget', 'not-a-decimal'],
    ]);
    expect(inLadder({ kind: 'cut', limit: { amount: '-1.00' } })).toEqual([
      ['/overspend/0/limit/amount', 'negative-driver'],
    ]);
    expect(faults({ budget: '-1.00', overspend: [{ kind: 'cut', limit: { percentOfBudget: '1' } }] })).toEqual([
      ['/overspend/0/limit/percentOfBudget', 'negative-driver'],
    ]);
  });

  it('with a field that a kind of step does not have', () => {
    expect(inLadder({ kind: 'offset', amount: '1.00', limit: { amount: '1.00' } })).toEqual([
      ['/overspend/0/limit', 'unknown-field'],
    ]);
    expect(inLadder({ kind: 'refer', limit: { amount: '1.00' } })).toEqual([['/overspend/0/limit', 'unknown-field']]);
    expect(inLadder({ kind: 'cut', for: 'x' })).toEqual([['/overspend/0/for', 'unknown-field']]);
    expect(inLadder({ kind: 'offset', amount: '-1.00' })).toEqual([['/overspend/0/amount', 'negative-driver']]);
  });

  it('with a step of the other ladder', () => {
    for (const kind of ['carry-forward', 'return'])
      expect(inLadder({ kind })).toEqual([['/overspend/0/kind', 'unknown-kind']]);
    for (const kind of ['offset', 'cut'])
      expect(faults({ underspend: [{ kind }] })).toEqual([['/underspend/0/kind', 'unknown-kind']]);
  });

  it('with a step that takes from a reserve of which it says nothing', () => {
    expect(inLadder({ kind: 'reserve' })).toEqual([['/reserve', 'missing-field']]);
    expect(faults({ underspend: [{ kind: 'reserve' }] })).toEqual([]);
  });

  it('with a basis that no shares document could have', () => {
    const share = (basis: Posted) => inLadder({ kind: 'share', basis });
    expect(share({ kind: 'stated-percent', percent: { a: '99' } })).toEqual([
      ['/overspend/0/basis/percent', 'not-100-percent'],
    ]);
    expect(share({ kind: 'measure', measure: 'm', over: ['2019-20'] })).toEqual([
      ['/overspend/0/basis/measure', 'unknown-measure'],
    ]);
    expect(share({ kind: 'stated-amount', amounts: { a: '0.00' } })).toEqual([
      ['/overspend/0/basis/amounts', 'no-weight'],
    ]);
  });

  it('with a ladder for one cause alone, or none for a third', () => {
    expect(faults({ underspend: { windfall: [] } })).toEqual([['/underspend/management-action', 'missing-field']]);
    expect(faults({ underspend: { windfall: [], 'management-action': [], luck: [] } })).toEqual([
      ['/underspend/luck', 'unknown-field'],
    ]);
  });

  it('with an underspend of no cause where each has a ladder', () => {
    const underspend = { windfall: [], 'management-action': [] };
    expect(faults({ underspend, forecast: '99.99' })).toEqual([['/cause', 'missing-field']]);
    expect(faults({ underspend })).toEqual([]);
    const less = { ...line, forecast: '0.00' };
    const others = [
      { ...line, id: 'y', forecast: '1.01' },
      { ...less, id: 'z', only: 'a' },
    ];
    expect(withLines([less, ...others], { underspend })).toEqual([['/lines/0/cause', 'missing-field']]);
    expect(withLines([{ ...less, cause: 'windfall' }, ...others], { underspend })).toEqual([]);
  });

  it('with amounts beyond what is handled', () => {
    const most = '10000000000000.00';
    expect(faults({ budget: '0.00', forecast: most })).toEqual([['/forecast', 'over-limit']]);
    expect(faults({ budget: '9000000000000.00', forecast: most })).toEqual([]);
    expect(
      withLines([
        { ...line, budget: most, forecast: most },
        { ...line, id: 'y' },
      ]),
    ).toEqual([['/lines', 'over-limit']]);
    expect(faults({ reserve: { balance: most } })).toEqual([['/reserve/balance', 'over-limit']]);
  });

  it('with more than is worked out at one go', () => {
    const shared = { kind: 'share', basis: { kind: 'equal' } };
    expect(inLadder(...new Array<Posted>(101).fill(shared))).toEqual([['/overspend', 'over-limit']]);
    const parts = new Array<Posted>(10).fill({ weight: '10', basis: { kind: 'equal' } });
    const partners = Array.from({ length: 1000 }, (_, i) => ({ id: `p${i}` }));
    const steps = new Array<Posted>(50).fill({ kind: 'share', basis: { kind: 'blend', parts } });
    expect(faults({ partners, overspend: steps }).map(([, code]) => code)).toEqual(['over-limit']);
  });
});
