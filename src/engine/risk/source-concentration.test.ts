import { describe, expect, it } from '@jest/globals';
import {
  aPosition,
  aSource,
  anAmount,
  aspire2020,
  borne,
  confirmed,
  flagsOf,
  on,
  pounds,
} from '../../../test/support/a-risk-position.js';
import { fraction } from '../money/fraction.js';
import type { RiskPosition, RiskSource } from './position.js';
import { defaultThresholds } from './thresholds.js';

const year = ['2020-04-01', '2021-04-01'] as [string, string];
const concentration = (amount: string, source: Partial<RiskSource> = {}, more: Partial<RiskPosition> = {}) =>
  flagsOf(
    'source-concentration',
    aPosition({
      asAt: on('2020-06-01'),
      schedule: aspire2020(),
      ...more,
      sources: [aSource({ route: 'pooled', pot: 'pool', amounts: [anAmount(year, amount, '2020-03-01')], ...source })],
    }),
  );

describe('source-concentration', () => {
  it('says nothing at exactly 25%, and speaks a penny above it', () => {
    expect(concentration('525925.00')).toEqual([]);
    const [flag] = concentration('525925.01', { changes: [confirmed('2021-03-31', '2020-03-01')] });
    expect(flag).toMatchObject({
      id: 'source-concentration.fund',
      total: pounds('525925.01'),
      bitesOn: '2021-04-01',
      firstStood: '2020-03-01',
      severity: 'low',
    });
    expect(borne(flag!)).toEqual({ bcp: pounds('310295.76'), dorset: pounds('215629.25') });
    expect(flag!.working.join(' ')).toContain('25.00% to two decimals; compared exactly, it is more than 25%');
  });

  it('compares with the line when the source pays for one', () => {
    expect(concentration('125000.00', { line: 'support' })).toEqual([]);
    expect(concentration('125000.01', { line: 'support' })[0]).toMatchObject({ total: pounds('125000.01') });
    expect(concentration('125000.01', { line: 'another' })).toEqual([]);
  });

  it("takes the agreement's own percentage", () => {
    const thresholds = { ...defaultThresholds, sourceConcentrationPercent: fraction(10n), agreed: [] };
    expect(concentration('210370.00', {}, { thresholds })).toEqual([]);
    expect(concentration('210370.01', {}, { thresholds })).toHaveLength(1);
  });

  it('counts only the days of the period of the schedule', () => {
    const amounts = [anAmount(['2020-04-01', '2022-04-01'], '1460000.00', '2020-03-01')];
    expect(concentration('0.00', { amounts })[0]).toMatchObject({ total: pounds('730000.00') });
  });

  it('counts every day once, by the amount announced last for it', () => {
    const amounts = [
      anAmount(year, '730000.00', '2020-03-01'),
      anAmount(['2020-10-01', '2021-04-01'], '182000.00', '2020-05-01'),
    ];
    // 183 days at £2,000 and 182 at £1,000.
    expect(concentration('0.00', { amounts })[0]).toMatchObject({ total: pounds('548000.00') });
    expect(concentration('0.00', { amounts }, { asAt: on('2020-04-30') })[0]).toMatchObject({
      total: pounds('730000.00'),
    });
  });

  it('says nothing without a pot, a schedule, an amount or a gross amount', () => {
    expect(concentration('900000.00', { pot: undefined })).toEqual([]);
    expect(concentration('900000.00', { pot: 'other' })).toEqual([]);
    expect(concentration('900000.00', {}, { schedule: undefined })).toEqual([]);
    expect(concentration('0.00')).toEqual([]);
    expect(concentration('1.00', {}, { schedule: aspire2020({ gross: fraction(0n) }) })).toEqual([]);
  });

  it('knows neither an amount nor a schedule before its day', () => {
    expect(concentration('900000.00', {}, { asAt: on('2020-02-29') })).toEqual([]);
    expect(concentration('900000.00', {}, { asAt: on('2020-03-01') })).toHaveLength(1);
    expect(
      concentration('900000.00', { amounts: [anAmount(year, '900000.00', '2020-01-01')] }, { asAt: on('2020-02-11') }),
    ).toEqual([]);
  });
});
