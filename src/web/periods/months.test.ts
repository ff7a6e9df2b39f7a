import { describe, expect, it } from '@jest/globals';
import type { LedgerClosing } from '../../features/ledger/dto/closing.js';
import type { LedgerReopening } from '../../features/ledger/dto/reopening.js';
import { latestClosing, monthsOf, nextMonth } from './months.js';

const closing = (id: string, startsOn: string, number = 1) => ({ id, startsOn, number }) as LedgerClosing;
const reopening = (of: string, state: string) => ({ closing: of, state }) as LedgerReopening;
const known = {
  closings: [closing('a', '2026-04-01'), closing('b', '2026-05-01'), closing('c', '2026-12-01')],
  reopenings: [reopening('c', 'approved'), reopening('b', 'asked')],
  ...{ first: '2026-04-09', today: '2027-01-01' },
};

describe('the months of a ledger', () => {
  it('are closed until two councils have opened them again, the latest first', () => {
    expect(monthsOf(known).map(({ startsOn, state }) => `${startsOn} ${state}`)).toEqual([
      '2026-12-01 reopened',
      '2026-05-01 closed',
      '2026-04-01 closed',
    ]);
    const again = { ...known, closings: [...known.closings, closing('d', '2026-12-01', 2)] };
    expect([monthsOf(again)[0]!.state, latestClosing(again)?.id]).toEqual(['closed', 'd']);
  });

  it('go on with the month after the latest that is closed, or the first in which something was posted', () => {
    expect(nextMonth(known)).toEqual({ startsOn: '2026-06-01', lastDay: '2026-06-30', isOver: true });
    const december = { ...known, closings: [closing('n', '2026-11-01')], reopenings: [], today: '2026-12-31' };
    expect(nextMonth(december)).toEqual({ startsOn: '2026-12-01', lastDay: '2026-12-31', isOver: false });
    const none = { ...known, closings: [], reopenings: [] };
    expect(nextMonth(none)?.startsOn).toBe('2026-04-01');
    expect([nextMonth({ ...none, first: undefined }), latestClosing(none)]).toEqual([undefined, undefined]);
  });
});
