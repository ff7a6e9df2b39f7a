import { describe, expect, it } from '@jest/globals';
import {
  aPosition,
  aSource,
  anAmount,
  aspire2020,
  became,
  borne,
  confirmed,
  flagsOf,
  on,
  plan,
  pounds,
} from '../../../test/support/a-risk-position.js';
import type { RiskPosition, RiskSource } from './position.js';
import { defaultThresholds } from './thresholds.js';

const unconfirmed = (asAt: string, source: Partial<RiskSource>, more: Partial<RiskPosition> = {}) =>
  flagsOf('source-unconfirmed', aPosition({ asAt: on(asAt), ...more, sources: [aSource(source)] }));

const year = ['2026-04-01', '2027-04-01'] as [string, string];
const lapsing = {
  amounts: [anAmount(year, '55000000.00', '2025-11-01', '3000.00')],
  planned: [plan('bcp', year, '365000.00'), plan('dorset', year, '36500.00')],
  changes: [confirmed('2026-03-31', '2025-04-01')],
};

describe('source-unconfirmed', () => {
  it('stands from 13 weeks before the period starts, to the day', () => {
    expect(unconfirmed('2025-12-30', lapsing)).toEqual([]);
    const [flag] = unconfirmed('2025-12-31', lapsing);
    expect(flag).toMatchObject({
      id: 'source-unconfirmed.fund.2026-04-01',
      total: pounds('401500.00'),
      bitesOn: '2026-04-01',
      firstStood: '2025-12-31',
      severity: 'medium',
    });
    expect(borne(flag!)).toEqual({ bcp: pounds('365000.00'), dorset: pounds('36500.00') });
    expect(flag!.words).toContain('in 91 days');
    expect(flag!.rule).toContain('13 weeks');
    expect(flag!.rule).toContain('our default');
  });

  it('stands while the period runs, and not on the day after its last', () => {
    expect(unconfirmed('2026-04-01', lapsing)[0]).toMatchObject({ severity: 'high' });
    expect(unconfirmed('2027-03-31', lapsing)).toHaveLength(1);
    expect(unconfirmed('2027-04-01', lapsing)).toEqual([]);
  });

  it('has started on its first day, and before that says how many days are left', () => {
    const words = (asAt: string) => unconfirmed(asAt, lapsing)[0]?.words;
    expect(words('2026-03-31')).toContain(' starts on 1 April 2026, in 1 day, ');
    expect(words('2026-04-01')).toContain(' started on 1 April 2026, and ');
  });

  it('is confirmed for its start by a confirmation that ends on that day', () => {
    const until = (day: string) => ({ ...lapsing, changes: [confirmed(day, '2025-04-01')] });
    expect(unconfirmed('2026-03-01', until('2026-03-31'))).toHaveLength(1);
    expect(unconfirmed('2026-03-01', until('2026-04-01'))).toEqual([]);
  });

  it('is gone once the source is confirmed for its start, whatever the end', () => {
    const changes = [...lapsing.changes, confirmed('2026-09-30', '2026-04-01', 'again')];
    expect(unconfirmed('2026-03-31', { ...lapsing, changes })).toHaveLength(1);
    expect(unconfirmed('2026-04-01', { ...lapsing, changes })).toEqual([]);
  });

  it('says nothing of a period that is wholly confirmed, though doubt has arisen of what follows', () => {
    const changes = [confirmed('2027-03-31', '2025-04-01'), became('expected', '2026-01-01')];
    expect(unconfirmed('2026-03-01', { ...lapsing, changes })).toEqual([]);
  });

  it('counts only the days that are not confirmed', () => {
    const changes = [became('at-risk', '2026-02-01', '2026-04-10')];
    const [flag] = unconfirmed('2026-03-01', { ...lapsing, changes });
    expect(borne(flag!)).toEqual({ bcp: pounds('355000.00'), dorset: pounds('35500.00') });
    expect(flag).toMatchObject({ bitesOn: '2026-04-01', firstStood: '2026-02-01' });
  });

  it('first stood with the event that made it so, when that is later than 13 weeks before', () => {
    const changes = [confirmed('2027-03-31', '2025-04-01'), became('lost', '2026-03-15')];
    expect(unconfirmed('2026-03-20', { ...lapsing, changes })[0]).toMatchObject({ firstStood: '2026-03-15' });
    const late = { ...lapsing, amounts: [anAmount(year, '1.00', '2026-02-20')] };
    expect(unconfirmed('2026-03-20', late)[0]).toMatchObject({ firstStood: '2026-02-20' });
  });

  it("spreads a pooled source's amount by the partners' shares of its pot", () => {
    const pooled = {
      ...lapsing,
      route: 'pooled',
      pot: 'pool',
      amounts: [anAmount(year, '100.00', '2025-11-01')],
    } as const;
    const [flag] = unconfirmed('2026-03-01', pooled, { schedule: aspire2020() });
    expect(borne(flag!)).toEqual({ bcp: pounds('59.00'), dorset: pounds('41.00') });
    expect(unconfirmed('2026-03-01', pooled)[0]).toMatchObject({ undetermined: 10_000n, partners: [] });
  });

  it('takes the period of the plan where no amount is announced for it', () => {
    const [flag, ...others] = unconfirmed('2026-03-01', {
      ...lapsing,
      amounts: [anAmount(['2025-04-01', '2026-04-01'], '1.00', '2025-02-01')],
    });
    expect(others).toEqual([]);
    expect(flag).toMatchObject({
      id: 'source-unconfirmed.fund.2026-04-01',
      total: pounds('401500.00'),
      firstStood: '2025-12-31',
    });
  });

  it('makes one period of plans that overlap, so that no day counts twice', () => {
    const planned = [plan('bcp', year, '100.00'), plan('dorset', ['2026-05-01', '2026-07-01'], '50.00')];
    const flags = unconfirmed('2026-03-01', { ...lapsing, amounts: [], planned });
    expect(flags.map(({ total }) => total)).toEqual([15_000n]);
  });

  it('says so when nothing recorded puts pounds on it, and says nothing when nothing rests on it', () => {
    const [flag] = unconfirmed('2026-03-01', { ...lapsing, planned: [] });
    expect(flag).toMatchObject({ total: 0n, partners: [], undetermined: 0n });
    expect(flag!.working.join(' ')).toContain('no pounds can be put on it');
    expect(unconfirmed('2026-03-01', { ...lapsing, planned: [plan('bcp', year, '0.00')] })).toEqual([]);
  });

  it("stands from the agreement's own number of weeks", () => {
    const thresholds = { ...defaultThresholds, unconfirmedWeeks: 2, agreed: ['unconfirmedWeeks' as const] };
    expect(unconfirmed('2026-03-17', lapsing, { thresholds })).toEqual([]);
    const [flag] = unconfirmed('2026-03-18', lapsing, { thresholds, schedule: aspire2020() });
    expect(flag!.rule).toContain('set by agreement version 1');
  });
});
