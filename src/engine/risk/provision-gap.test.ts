import { describe, expect, it } from '@jest/globals';
import { aPosition, borne, flagsOf, on, pounds, year } from '../../../test/support/a-risk-position.js';
import type { RiskPosition, RiskProvision, YearBill } from './position.js';

const provision = (amount: string, decidedOn: string, given: Partial<RiskProvision> = {}): RiskProvision => ({
  id: `provision-${decidedOn}`,
  illustrative: false,
  authority: 'dorset',
  year: year('2026-27'),
  amount: pounds(amount),
  decidedOn: on(decidedOn),
  ...given,
});
const bill: YearBill = {
  year: year('2026-27'),
  shares: new Map([
    ['bcp', pounds('64800.00')],
    ['dorset', pounds('45030.00')],
  ]),
  decidedOn: on('2026-02-12'),
  records: [{ kind: 'agreement-version', id: 'version-1', illustrative: false }],
};
const gaps = (provisions: readonly RiskProvision[], more: Partial<RiskPosition> = {}) =>
  flagsOf('provision-gap', aPosition({ asAt: on('2026-05-01'), years: [bill], ...more, provisions }));

describe('provision-gap', () => {
  it('is £2,710.00 when £45,030 is asked and £42,320 provided', () => {
    const [flag, ...others] = gaps([provision('42320.00', '2026-02-24')]);
    expect(others).toEqual([]);
    expect(flag).toMatchObject({
      id: 'provision-gap.dorset.2026-27',
      total: pounds('2710.00'),
      bitesOn: '2026-04-01',
      firstStood: '2026-02-24',
      severity: 'high',
    });
    expect(borne(flag!)).toEqual({ dorset: pounds('2710.00') });
    expect(flag!.working).toContain('£45,030.00 − £42,320.00 = £2,710.00.');
  });

  it('says nothing when the bill is provided for, or more', () => {
    expect(gaps([provision('45030.00', '2026-02-24')])).toEqual([]);
    expect(gaps([provision('50000.00', '2026-02-24')])).toEqual([]);
  });

  it('takes the latest provision decided by the day', () => {
    const provisions = [provision('42320.00', '2026-02-24'), provision('45030.00', '2026-06-30')];
    expect(gaps(provisions)).toHaveLength(1);
    expect(gaps(provisions, { asAt: on('2026-06-30') })).toEqual([]);
  });

  it('bites on a decision after the start of the year', () => {
    const [flag] = gaps([provision('42320.00', '2026-04-30')]);
    expect(flag).toMatchObject({ bitesOn: '2026-04-30', firstStood: '2026-04-30' });
  });

  it('says nothing of a partner without a provision, of another year, or of one that is asked for nothing', () => {
    expect(gaps([])).toEqual([]);
    expect(gaps([provision('1.00', '2026-02-24', { year: year('2027-28') })])).toEqual([]);
    expect(gaps([provision('0.00', '2026-02-24', { authority: 'kent' })])).toEqual([]);
  });

  it('does not know a bill before it was decided', () => {
    expect(gaps([provision('42320.00', '2026-01-24')], { asAt: on('2026-02-11') })).toEqual([]);
  });
});
