import { describe, expect, it } from '@jest/globals';
import type { SessionView } from '../../features/sign-in/dto/session.view.js';
import { accountPage, sessionsPage } from './account.view-model.js';
import { showMoment } from './show-moment.js';

const session = (given: Partial<SessionView>): SessionView => ({
  ...{ id: 'a', kind: 'browser', label: 'Chrome on Windows, from 10.0.0.1', here: false },
  ...{
    startedAt: '2026-11-22T09:00:00.000Z',
    usedAt: '2026-11-22T09:30:00.000Z',
    expiresAt: '2026-11-22T21:00:00.000Z',
  },
  ...given,
});

describe('the page of where one is signed in', () => {
  it('begins with this browser, then the one used last', () => {
    const page = sessionsPage([
      session({ id: 'old', usedAt: '2026-11-20T09:30:00.000Z' }),
      session({ id: 'new' }),
      session({ id: 'this', here: true, usedAt: '2026-11-01T09:30:00.000Z' }),
    ]);
    expect(page.sessions.map(({ id }) => id)).toEqual(['this', 'new', 'old']);
    expect(page.others).toBe(true);
  });

  it('offers to end the others only where there are some', () => {
    expect(sessionsPage([session({ here: true })]).others).toBe(false);
    expect(sessionsPage([session({ here: true }), session({ kind: 'token' })]).others).toBe(false);
  });
});

it('the page of an account says who and as what', () => {
  expect(JSON.stringify(accountPage('A. Person', 'Chair', 2).rows)).toMatch(/A\. Person.*Chair.*Change.*In 2 places/);
  expect(JSON.stringify(accountPage('A. Person', undefined, 1).rows)).toMatch(/Nothing yet.*Choose.*In 1 place/);
});

it.each([
  ['2026-11-22T15:04:00Z', '22 November 2026 at 3:04pm'],
  ['2026-07-01T23:59:00Z', '2 July 2026 at 12:59am'],
  ['2026-03-29T01:00:00Z', '29 March 2026 at 2:00am'],
  ['2026-01-01T12:00:00Z', '1 January 2026 at 12:00pm'],
])('%s is shown as %s', (instant, words) => {
  expect(showMoment(instant)).toBe(words);
});
