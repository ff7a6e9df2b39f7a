import { describe, expect, it } from '@jest/globals';
import { fraction } from '../money/fraction.js';
import { defaultThresholds, readThresholds } from './thresholds.js';

const codesOf = (raw: unknown) => {
  const outcome = readThresholds(raw);
  return outcome.ok ? [] : outcome.faults.map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('thresholds of an agreement version', () => {
  it('are ours where the agreement is silent', () => {
    expect(readThresholds({})).toEqual({ ok: true, value: defaultThresholds });
    expect(defaultThresholds).toMatchObject({ overdueDays: 30, defaultDays: 90, unconfirmedWeeks: 13 });
  });

  it("are the agreement's where it speaks, and say so", () => {
    expect(readThresholds({ sourceConcentrationPercent: '12.5', overdueDays: 14 })).toEqual({
      ok: true,
      value: {
        ...defaultThresholds,
        sourceConcentrationPercent: fraction(125n, 10n),
        overdueDays: 14,
        agreed: ['sourceConcentrationPercent', 'overdueDays'],
      },
    });
  });

  it('warn of spending past a budget line, unless the agreement stops it', () => {
    expect(defaultThresholds.overspendOfLine).toBe('warns');
    expect(readThresholds({ overspendOfLine: 'stops' })).toMatchObject({ value: { overspendOfLine: 'stops' } });
    expect(codesOf({ overspendOfLine: 'forbids' })).toEqual(['/overspendOfLine not-one-of']);
  });

  it.each<[unknown, string]>([
    [{ overdueDay: 30 }, '/overdueDay unknown-field'],
    [{ __proto__: null, constructor: 1 }, '/constructor unknown-field'],
    [[], ' not-an-object'],
    [null, ' not-an-object'],
    ['{}', ' not-an-object'],
    [{ overdueDays: '30' }, '/overdueDays not-a-whole-number'],
    [{ overdueDays: 30.5 }, '/overdueDays not-a-whole-number'],
    [{ overdueDays: null }, '/overdueDays not-a-whole-number'],
    [{ overdueDays: 0 }, '/overdueDays over-limit'],
    [{ defaultDays: 3661 }, '/defaultDays over-limit'],
    [{ unconfirmedWeeks: 105 }, '/unconfirmedWeeks over-limit'],
    [{ sourceConcentrationPercent: 25 }, '/sourceConcentrationPercent not-a-decimal'],
    [{ sourceConcentrationPercent: '1e1' }, '/sourceConcentrationPercent not-a-decimal'],
    [{ sourceConcentrationPercent: '-1' }, '/sourceConcentrationPercent not-a-decimal'],
    [{ sourceConcentrationPercent: '100.01' }, '/sourceConcentrationPercent over-limit'],
    [{ overdueDays: 91 }, '/overdueDays bounds-cross'],
    [{ defaultDays: 29 }, '/defaultDays bounds-cross'],
  ])('refuses %j with %s', (raw, expected) => {
    expect(codesOf(raw)).toEqual([expected]);
  });

  it('names every fault at once', () => {
    expect(codesOf({ a: 1, overdueDays: 'x', defaultDays: -1 })).toHaveLength(3);
  });

  it('takes the bounds themselves', () => {
    const widest = { sourceConcentrationPercent: '100', overdueDays: 3660, defaultDays: 3660, unconfirmedWeeks: 104 };
    expect(readThresholds(widest).ok).toBe(true);
    expect(readThresholds({ overdueDays: 1, defaultDays: 1, unconfirmedWeeks: 1 }).ok).toBe(true);
  });
});
