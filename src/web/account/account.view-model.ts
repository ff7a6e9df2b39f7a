import type { SessionView } from '../../features/sign-in/dto/session.view.js';
import type { Page } from '../shared/page.js';
import { count } from '../shared/words.js';
import { showMoment } from './show-moment.js';

export interface AccountPage {
  readonly page: Page;
  /** The rows of GOV.UK's summary list. */
  readonly rows: readonly object[];
}

/** Who one is here, and in which capacity. */
export function accountPage(name: string, capacity: string | undefined, sessions: number): AccountPage {
  const action = (href: string, text: string, of: string) => ({ items: [{ href, text, visuallyHiddenText: of }] });
  return {
    page: { title: 'Your account' },
    rows: [
      { key: { text: 'Name' }, value: { text: name } },
      {
        key: { text: 'Acting as' },
        value: { text: capacity ?? 'Nothing yet' },
        actions: action('/choose-capacity?next=/account', capacity === undefined ? 'Choose' : 'Change', 'role'),
      },
      {
        key: { text: 'Signed in' },
        value: { text: `In ${count(sessions, 'place')}` },
        actions: action('/account/sessions', 'See', 'where you are signed in'),
      },
    ],
  };
}

export interface SessionsPage {
  readonly page: Page;
  readonly sessions: readonly {
    readonly id: string;
    readonly label: string;
    readonly started: string;
    readonly used: string;
    readonly here: boolean;
    readonly token: boolean;
  }[];
  /** Whether there is any browser but this one. */
  readonly others: boolean;
}

/** Where a person is signed in: this browser first, then the one used last. */
export function sessionsPage(sessions: readonly SessionView[]): SessionsPage {
  const ordered = [...sessions].sort((a, b) => Number(b.here) - Number(a.here) || b.usedAt.localeCompare(a.usedAt));
  return {
    page: {
      title: 'Where you are signed in',
      breadcrumbs: [{ text: 'Your account', href: '/account' }, { text: 'Where you are signed in' }],
    },
    sessions: ordered.map(({ id, kind, label, startedAt, usedAt, here }) => ({
      ...{ id, label, here, token: kind === 'token' },
      started: showMoment(startedAt),
      used: showMoment(usedAt),
    })),
    others: sessions.some(({ here, kind }) => !here && kind === 'browser'),
  };
}
