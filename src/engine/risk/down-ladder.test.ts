import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  aPosition,
  aSource,
  anAmount,
  aspire2020,
  borne,
  flagsOf,
  on,
  pounds,
} from '../../../test/support/a-risk-position.js';
import { type Fraction, fraction } from '../money/fraction.js';
import { spreadDownLadder } from './down-ladder.js';

const asAt = on('2020-06-01');
const agreed = {
  period: '2020-21',
  partners: [{ id: 'bcp', role: 'host' }, { id: 'dorset' }],
  reserve: { balance: '0.00' },
};

/** Aspire's pool with a pooled source of an amount that stands unconfirmed, and this overspend ladder. */
const lost = (amount: string, overspend: readonly object[] | undefined, pot: object = {}) => {
  const source = aSource({
    route: 'pooled',
    pot: 'pool',
    amounts: [anAmount(['2020-04-01', '2021-04-01'], amount, '2020-02-01')],
  });
  const schedule = { ...aspire2020(pot), ...(overspend && { ladders: { ...agreed, overspend } }) };
  return flagsOf('source-unconfirmed', aPosition({ asAt, sources: [source], schedule }))[0]!;
};
const equally = { kind: 'share', basis: { kind: 'equal' } };

describe('a loss of pooled money', () => {
  it('goes by the shares of the pot while the version in force holds no ladder', () => {
    expect(borne(lost('100.00', undefined))).toEqual({ bcp: pounds('59.00'), dorset: pounds('41.00') });
  });

  it('goes down the overspend ladder that the version in force holds', () => {
    const flag = lost('100.00', [equally]);
    expect(borne(flag)).toEqual({ bcp: pounds('50.00'), dorset: pounds('50.00') });
    expect(flag.undetermined).toBe(0n);
    expect(flag.working.join(' ')).toContain('£100.00 goes down the overspend ladder in force (agreement version 1).');
    expect(flag.records).toContainEqual({ kind: 'agreement-version', id: 'version-1', illustrative: false });
  });

  it('takes percentages of the gross budget of the pools, and leaves to the board what reaches it', () => {
    const flag = lost('30000.00', [
      { kind: 'bearer', partner: 'bcp', limit: { percentOfBudget: '1' } },
      { ...equally, limit: { amount: '1000.00' } },
      { kind: 'refer' },
    ]);
    expect(borne(flag)).toEqual({ bcp: pounds('21537.00'), dorset: pounds('500.00') });
    expect(flag.undetermined).toBe(pounds('7963.00'));
    expect(flag.working.join(' ')).toContain('£7,963.00 undetermined until the board decides');
  });

  it('is nobody’s where a step puts it on no partner, of which no record says that it is there', () => {
    const flag = lost('100.00', [{ kind: 'reserve' }, { kind: 'cut', limit: { amount: '30.00' } }, equally]);
    expect([borne(flag), flag.undetermined]).toEqual([
      { bcp: pounds('35.00'), dorset: pounds('35.00') },
      pounds('30.00'),
    ]);
    expect(flag.working.join(' ')).toContain('£30.00 by the step "cut", which puts it on no partner');
  });

  it('is nobody’s while the ladders that are recorded say nothing of an overspend', () => {
    expect([borne(lost('100.00', [])), lost('100.00', []).undetermined]).toEqual([{}, pounds('100.00')]);
  });

  it('stays with the shares of a pot that is not pooled', () => {
    expect(borne(lost('100.00', [equally], { isPooled: false }))).toEqual({
      bcp: pounds('59.00'),
      dorset: pounds('41.00'),
    });
  });

  it('of less than half a penny goes down no ladder, nor does one of nothing', () => {
    const schedule = { ...aspire2020(), ladders: { ...agreed, overspend: [equally] } };
    const down = (exact: Fraction) => spreadDownLadder(aPosition({ asAt, schedule }), exact);
    expect([down(fraction(0n)), down(fraction(1n, 3n))]).toEqual([undefined, undefined]);
    expect(down(fraction(1n, 2n))!.parts[0]).toEqual({ bearer: 'bcp', exact: fraction(1n, 2n) });
  });

  it('is undetermined, with the reason, where the ladder cannot be asked', () => {
    const flag = lost('100.00', [{ ...equally, limit: { percentOfBudget: '1' } }], { gross: fraction(-100n) });
    expect([borne(flag), flag.undetermined]).toEqual([{}, pounds('100.00')]);
    expect(flag.working.join(' ')).toContain('cannot be asked: Expected a budget that is not negative');
    const huge = lost('100.00', [equally], { gross: fraction(10n ** 16n) });
    expect(huge.working.join(' ')).toContain('it is more than is handled');
  });

  it('is exactly what was lost, whatever its steps round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 0, max: 10 ** 7 }), (pence, limit) => {
        const text = (n: number) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
        const flag = lost(text(pence), [{ ...equally, limit: { amount: text(limit) } }]);
        const sum = flag.partners.reduce<bigint>((so, { amount }) => so + amount, flag.undetermined);
        expect([flag.total, sum]).toEqual([BigInt(pence), BigInt(pence)]);
      }),
    );
  });
});
