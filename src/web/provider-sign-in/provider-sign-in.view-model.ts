import type { Finished } from '../../features/federation/finish-provider-sign-in.js';
import type { Provider } from '../../features/federation/provider.js';
import type { Page } from '../shared/page.js';

type Failed = Exclude<Finished, { readonly kind: 'signed-in' }>;

export interface FailedSignInPage {
  readonly status: number;
  readonly page: Page;
  /** What happened and what to do next, a paragraph each. */
  readonly says: readonly string[];
  /** What the administrator needs: the rows of GOV.UK's summary list. */
  readonly rows: readonly object[];
  /** Where to try again. */
  readonly again: { readonly text: string; readonly href: string };
}

interface Words {
  readonly status: number;
  readonly title: string;
  readonly says: (name: string) => readonly string[];
}

/** What a person is told for each way in which a sign-in fails. A kind without words does not compile. */
const told: Readonly<Record<Failed['kind'], Words>> = {
  expired: {
    status: 400,
    title: 'Start signing in again',
    says: (name) => [
      `It took longer than 10 minutes to come back from ${name}, or you had come back already, or you started in another tab or browser.`,
      'Nobody was signed in just now.',
    ],
  },
  cancelled: {
    status: 400,
    title: 'You did not sign in',
    says: (name) => [`${name} says that you stopped before you had signed in.`],
  },
  untrusted: {
    status: 400,
    title: 'That sign-in could not be checked',
    says: (name) => [
      `What came back from ${name} does not fit what was asked, so nobody was signed in.`,
      'Try again. If it happens again, tell the administrator of Poolkeeper: the log says what did not fit.',
    ],
  },
  'one-factor': {
    status: 403,
    title: 'Sign in with a second factor',
    says: (name) => [
      `${name} did not say that you used a second factor, such as a code from your phone. Poolkeeper needs one.`,
      'Set one up with your council’s IT service, and sign in again.',
    ],
  },
  away: {
    status: 503,
    title: 'Your council’s sign-in does not answer',
    says: (name) => [`${name} could not be reached. Nobody was signed in. Try again in a moment.`],
  },
  'not-linked': {
    status: 403,
    title: 'You are not set up here yet',
    says: (name) => [
      `You signed in at ${name}, but nobody here is linked to that sign-in, or no longer.`,
      'Ask the administrator of Poolkeeper to link it to you, and give them this reference:',
    ],
  },
};

/** The page for a sign-in that failed. What the provider itself said is not repeated on it. */
export function failedSignIn({ id, name }: Pick<Provider, 'id' | 'name'>, failed: Failed): FailedSignInPage {
  const { status, title, says } = told[failed.kind];
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  return {
    status,
    page: { title },
    says: says(name),
    rows: failed.kind === 'not-linked' ? [row('Provider', id), row('Subject', failed.subject)] : [],
    again: { text: `Sign in with ${name}`, href: `/sign-in/${id}` },
  };
}
