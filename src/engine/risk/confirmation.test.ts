import { describe, expect, it } from '@jest/globals';
import { aSource, became, confirmed, on } from '../../../test/support/a-risk-position.js';
import { confirmationOf, firstDayOut } from './confirmation.js';
import type { CertaintyChange } from './position.js';

const untilAfter = (...changes: CertaintyChange[]) => confirmationOf({ changes }).until;
const toMarch = confirmed('2026-03-31', '2025-04-01');

describe('how far a source is confirmed', () => {
  it('is nowhere when nothing was ever said: it counts from its start', () => {
    const source = aSource({ startsOn: on('2024-04-01') });
    expect(confirmationOf(source)).toMatchObject({ certainty: undefined, until: undefined });
    expect(firstDayOut(source, confirmationOf(source))).toBe('2024-04-01');
  });

  it('is as far as the latest confirmation says, further or nearer', () => {
    expect(untilAfter(toMarch, confirmed('2028-03-31', '2026-02-10'))).toBe('2028-03-31');
    expect(untilAfter(toMarch, confirmed('2025-12-31', '2025-10-01'))).toBe('2025-12-31');
  });

  it('is as a later change states, whatever its certainty', () => {
    expect(untilAfter(toMarch, became('at-risk', '2025-09-01', '2025-12-31'))).toBe('2025-12-31');
  });

  it.each(['announced', 'expected'] as const)('stays as it was when more is %s', (certainty) => {
    expect(untilAfter(toMarch, became(certainty, '2025-11-01'))).toBe('2026-03-31');
  });

  it.each(['at-risk', 'lost'] as const)(
    'ends the day before it is %s, and what is past stays confirmed',
    (certainty) => {
      expect(untilAfter(toMarch, became(certainty, '2025-11-01'))).toBe('2025-10-31');
      expect(untilAfter(toMarch, became(certainty, '2026-11-01'))).toBe('2026-03-31');
      expect(untilAfter(became(certainty, '2025-11-01'))).toBeUndefined();
    },
  );

  it('remembers which change left it so', () => {
    const expected = became('expected', '2025-11-01');
    expect(confirmationOf({ changes: [toMarch, expected] })).toMatchObject({
      certainty: 'expected',
      leftBy: toMarch,
      latest: expected,
      doubtedBy: expected,
    });
  });

  it('has no day out when it is confirmed to the end of the calendar', () => {
    const source = aSource({ changes: [confirmed('2199-12-31', '2025-04-01')] });
    expect(firstDayOut(source, confirmationOf(source))).toBeUndefined();
  });
});
