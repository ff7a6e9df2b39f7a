import { describe, expect, it } from '@jest/globals';
import { aPosition, aspire2020, borne, flagsOf, on, pounds } from '../../../test/support/a-risk-position.js';
import type { RiskContribution, RiskPosition, RiskReceipt } from './position.js';
import { defaultThresholds } from './thresholds.js';

const receipt = (receivedOn: string, amount: string): RiskReceipt => ({
  id: `receipt-${receivedOn}`,
  illustrative: false,
  receivedOn: on(receivedOn),
  amount: pounds(amount),
});
const overdue = (asAt: string, given: Partial<RiskContribution> = {}, more: Partial<RiskPosition> = {}) =>
  flagsOf(
    'contribution-overdue',
    aPosition({
      asAt: on(asAt),
      ...more,
      contributions: [
        {
          id: 'instalment',
          illustrative: false,
          authority: 'dorset',
          dueOn: on('2026-07-01'),
          amount: pounds('215629.25'),
          what: 'Quarterly instalment, 2 of 4',
          receipts: [],
          ...given,
        },
      ],
    }),
  );

describe('contribution-overdue', () => {
  it('stands from exactly 30 days late', () => {
    expect(overdue('2026-07-30')).toEqual([]);
    const [flag] = overdue('2026-07-31');
    expect(flag).toMatchObject({
      id: 'contribution-overdue.instalment',
      severity: 'medium',
      total: pounds('215629.25'),
      bitesOn: '2026-07-31',
      firstStood: '2026-07-31',
    });
    expect(flag!.words).toBe('£215,629.25 of £215,629.25 is 30 days late: it was due on 1 July 2026.');
    expect(borne(flag!)).toEqual({ dorset: pounds('215629.25') });
  });

  it('is high from exactly 90 days late', () => {
    expect(overdue('2026-09-28')[0]).toMatchObject({ severity: 'medium' });
    expect(overdue('2026-09-29')[0]).toMatchObject({ severity: 'high', bitesOn: '2026-07-31' });
  });

  it('is for what is still unpaid on the day, and rests on the receipts', () => {
    const receipts = [receipt('2026-07-20', '200000.00'), receipt('2026-08-10', '15629.25')];
    const [flag] = overdue('2026-08-09', { receipts });
    expect(flag).toMatchObject({ total: pounds('15629.25') });
    expect(flag!.records).toEqual([
      { kind: 'contribution', id: 'instalment', illustrative: false },
      { kind: 'receipt', id: 'receipt-2026-07-20', illustrative: false },
    ]);
    expect(flag!.working[0]).toBe('£215,629.25 due − £200,000.00 received by 9 August 2026 = £15,629.25.');
    expect(overdue('2026-08-10', { receipts })).toEqual([]);
    expect(overdue('2026-08-10', { receipts: [receipt('2026-08-10', '999999.00')] })).toEqual([]);
  });

  it("takes the agreement's own days, and names them", () => {
    const thresholds = { ...defaultThresholds, overdueDays: 7, defaultDays: 120, agreed: ['overdueDays' as const] };
    const more = { thresholds, schedule: aspire2020() };
    expect(overdue('2026-07-07', {}, more)).toEqual([]);
    const [flag] = overdue('2026-07-08', {}, more);
    expect(flag!.rule).toBe(
      'Overdue from 7 days past due (set by agreement version 1); in default from 120 days (our default)',
    );
    expect(flag!.severity).toBe('medium');
  });

  it('is illustrative when any record behind it is', () => {
    const receipts = [{ ...receipt('2026-07-20', '1.00'), illustrative: true }];
    expect(overdue('2026-07-31')[0]!.illustrative).toBe(false);
    expect(overdue('2026-07-31', { receipts })[0]!.illustrative).toBe(true);
  });
});
