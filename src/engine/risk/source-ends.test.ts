import { describe, expect, it } from '@jest/globals';
import {
  aPosition,
  aSource,
  aspire2020,
  became,
  borne,
  confirmed,
  flagsOf,
  on,
  plan,
  pounds,
} from '../../../test/support/a-risk-position.js';
import { fraction } from '../money/fraction.js';
import type { RiskSource } from './position.js';

const asAt = on('2026-09-01');
const ends = (source: Partial<RiskSource>, more: Partial<Parameters<typeof aPosition>[0]> = {}) =>
  flagsOf('source-ends', aPosition({ asAt, ...more, sources: [aSource(source)] }));
const year = ['2027-04-01', '2028-04-01'] as [string, string];

describe('source-ends', () => {
  it('puts spend planned past the last confirmed day on the authorities whose spend it is', () => {
    const changes = [confirmed('2027-03-31', '2026-02-10')];
    const [flag, ...others] = ends({
      changes,
      planned: [plan('bcp', year, '430000.00'), plan('dorset', year, '300525.60', '2026-06-30')],
    });
    expect(others).toEqual([]);
    expect(flag).toMatchObject({
      id: 'source-ends.fund',
      total: pounds('730525.60'),
      undetermined: 0n,
      bitesOn: '2027-04-01',
      firstStood: '2026-02-10',
      severity: 'low',
      illustrative: false,
    });
    expect(borne(flag!)).toEqual({ bcp: pounds('430000.00'), dorset: pounds('300525.60') });
    expect(flag!.records.map(({ kind }) => kind)).toEqual([
      'funding-source',
      'certainty-change',
      'planned-spend',
      'planned-spend',
    ]);
    expect(flag!.working).toContain(
      'BCP Council: £430,000.00 planned for 1 April 2027 to 31 March 2028; 366 of its 366 days (1 April 2027 to 31 March 2028) count, so £430,000.00.',
    );
  });

  it('says nothing when the source is confirmed to the last day of the plan, and one day less is one day of it', () => {
    const planned = [plan('bcp', ['2026-04-01', '2027-04-01'], '36500.00')];
    expect(ends({ planned, changes: [confirmed('2027-03-31', '2026-02-10')] })).toEqual([]);
    const [flag] = ends({ planned, changes: [confirmed('2027-03-30', '2026-02-10')] });
    expect(flag).toMatchObject({ total: pounds('100.00'), bitesOn: '2027-03-31' });
  });

  it('counts a source never confirmed from its start', () => {
    const planned = [plan('bcp', ['2026-04-01', '2027-04-01'], '36500.00')];
    const [flag] = ends({ planned, startsOn: on('2026-04-11'), changes: [became('expected', '2026-01-01')] });
    expect(flag).toMatchObject({ total: pounds('35500.00'), bitesOn: '2026-04-11', severity: 'high' });
    expect(ends({ planned, startsOn: on('2027-04-01') })).toEqual([]);
  });

  it("bears each row's days' part and rounds once", () => {
    // 1 of 3 days of £1.00 and 2 of 3 days of £1.00: a third and two thirds of a pound make £1.00.
    const planned = [
      plan('bcp', ['2026-04-01', '2026-04-04'], '1.00'),
      plan('dorset', ['2026-04-02', '2026-04-05'], '1.00'),
    ];
    const [flag] = ends({ planned, changes: [confirmed('2026-04-02', '2026-02-10')] });
    expect(flag!.total).toBe(100n);
    expect(borne(flag!)).toEqual({ bcp: 33n, dorset: 67n });
  });

  it('spreads what goes through the pool by the exact shares of its pot', () => {
    const pooled = { route: 'pooled', pot: 'pool', planned: [plan(undefined, year, '100.01')] } as const;
    const [flag] = ends({ ...pooled, startsOn: on('2027-04-01') }, { schedule: aspire2020() });
    expect(borne(flag!)).toEqual({ bcp: pounds('59.01'), dorset: pounds('41.00') });
    expect(flag!.records.map(({ kind }) => kind)).toEqual([
      'funding-source',
      'planned-spend',
      'agreement-version',
      'decision',
    ]);
    expect(flag!.working.join(' ')).toContain('BCP Council 59/100, Dorset Council 41/100');
  });

  it('leaves it undetermined when no version in force says who shares the pot', () => {
    const [flag] = ends({ route: 'pooled', pot: 'pool', planned: [plan(undefined, year, '100.01')] });
    expect(flag).toMatchObject({ total: 10_001n, partners: [], undetermined: 10_001n });
    const elsewhere = ends(
      { route: 'pooled', pot: 'other', planned: [plan(undefined, year, '100.01')] },
      { schedule: aspire2020() },
    );
    expect(elsewhere[0]).toMatchObject({ partners: [], undetermined: 10_001n });
  });

  it('leaves to nobody what the shares of the pot leave to nobody', () => {
    const shares = new Map([['dorset', fraction(61n, 100n)]]);
    const pooled = { route: 'pooled', pot: 'pool', planned: [plan(undefined, year, '100.00')] } as const;
    const [flag] = ends(pooled, { schedule: aspire2020({ shares }) });
    expect(flag).toMatchObject({ total: 10_000n, undetermined: 3_900n });
    expect(borne(flag!)).toEqual({ dorset: 6_100n });
    expect(flag!.working.join(' ')).toContain('Dorset Council 61/100, nobody 39/100');
  });

  it('leaves off-formula spend that names no authority undetermined', () => {
    const [flag] = ends({ planned: [plan(undefined, year, '5.00'), plan('bcp', year, '7.00')] });
    expect(flag).toMatchObject({ total: 1_200n, undetermined: 500n });
  });

  it('first stood when both the plan and the change were there', () => {
    const planned = [plan('bcp', ['2026-04-01', '2027-04-01'], '1.00', '2026-03-01')];
    const [lost] = ends({ planned, changes: [confirmed('2027-03-31', '2026-02-10'), became('lost', '2026-06-01')] });
    expect(lost).toMatchObject({ firstStood: '2026-06-01', bitesOn: '2026-06-01' });
    const [planLater] = ends({ planned, changes: [confirmed('2026-03-31', '2025-02-10')] });
    expect(planLater).toMatchObject({ firstStood: '2026-03-01', bitesOn: '2026-04-01' });
  });

  it('knows only what had happened by the day: before the loss there was no flag', () => {
    const planned = [plan('bcp', ['2026-04-01', '2027-04-01'], '1.00')];
    const changes = [confirmed('2027-03-31', '2026-02-10'), became('lost', '2026-06-01')];
    expect(ends({ planned, changes }, { asAt: on('2026-05-31') })).toEqual([]);
    expect(ends({ planned, changes }, { asAt: on('2026-06-01') })).toHaveLength(1);
  });

  it('lets a later plan for the same days stand in place of an earlier one', () => {
    const planned = [
      plan('bcp', year, '9.00'),
      plan('bcp', year, '4.00', '2026-03-01'),
      plan('bcp', year, '1.00', '2026-12-01'),
    ];
    expect(ends({ planned })[0]).toMatchObject({ total: 400n });
  });
});
