import { describe, expect, it } from '@jest/globals';
import {
  aPosition,
  aSource,
  anAmount,
  borne,
  flagsOf,
  on,
  packages,
  pounds,
} from '../../../test/support/a-risk-position.js';
import type { RiskSource } from './position.js';

const years = {
  amounts: [
    anAmount(['2024-04-01', '2025-04-01'], '48000000.00', '2024-04-01', '5000.00'),
    anAmount(['2025-04-01', '2026-04-01'], '50000000.00', '2025-04-01', '3000.00'),
  ],
};
const limit = (asAt: string, source: Partial<RiskSource>) =>
  flagsOf('source-limit', aPosition({ asAt: on(asAt), sources: [aSource({ ...years, ...source })] }));

describe('source-limit', () => {
  const returns = [
    packages('bcp', '2025-03-31', 12, '4250.00'),
    packages('bcp', '2025-03-31', 30, '3000.00'),
    packages('dorset', '2025-03-31', 7, '3000.01'),
  ];

  it('puts what each package costs above the limit on the authority whose it is', () => {
    const [flag] = limit('2025-04-14', { returns });
    expect(flag).toMatchObject({
      id: 'source-limit.fund',
      total: pounds('15000.07'),
      bitesOn: '2025-04-01',
      severity: 'high',
    });
    expect(borne(flag!)).toEqual({ bcp: pounds('15000.00'), dorset: pounds('0.07') });
    expect(flag!.working[0]).toBe('BCP Council, counted on 31 March 2025: 12 × (£4,250.00 − £3,000.00) = £15,000.00.');
    expect(flag!.words).toContain('19 live packages');
    expect(flag!.firstStood).toBe('2025-04-01');
  });

  it('takes the limit in force on the day', () => {
    expect(limit('2025-03-31', { returns })).toEqual([]);
    expect(limit('2026-04-01', { returns })).toEqual([]);
  });

  it('knows a limit only once it is announced, and takes the latest announced for the day', () => {
    const cut = anAmount(['2025-10-01', '2026-04-01'], '25000000.00', '2025-09-15', '4000.00');
    const source = { returns, amounts: [...years.amounts, cut] };
    expect(limit('2025-09-30', source)[0]).toMatchObject({ total: pounds('15000.07') });
    expect(limit('2025-10-01', source)[0]).toMatchObject({ total: pounds('3000.00'), bitesOn: '2025-10-01' });
  });

  it('says nothing when every package is at the limit or below, or no child has one above', () => {
    const within = [packages('bcp', '2025-03-31', 9, '3000.00'), packages('dorset', '2025-03-31', 0, '9000.00')];
    expect(limit('2025-04-14', { returns: within })).toEqual([]);
  });

  it('says nothing when the source has no limit', () => {
    const amounts = [anAmount(['2025-04-01', '2026-04-01'], '1.00', '2025-04-01')];
    expect(limit('2025-04-14', { returns, amounts })).toEqual([]);
  });

  it("lets each authority's latest count stand", () => {
    const later = [
      ...returns,
      packages('bcp', '2025-06-30', 1, '3100.00'),
      packages('bcp', '2025-09-30', 9, '9000.00'),
    ];
    const [flag] = limit('2025-07-01', { returns: later });
    expect(borne(flag!)).toEqual({ bcp: pounds('100.00'), dorset: pounds('0.07') });
  });
});
