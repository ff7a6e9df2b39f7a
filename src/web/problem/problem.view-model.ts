import { type ProblemKind, type Refused } from '../../platform/http/problem.js';
import type { Page } from '../shared/page.js';

export interface ProblemPage {
  readonly page: Page;
  /** What happened and what to do next, a paragraph each. */
  readonly says: readonly string[];
  readonly faults: readonly string[];
  /** To quote when asking about it; only where the fault is ours. */
  readonly reference?: string;
}

const unreadable = words('This address cannot be read', 'Check the web address and try again.');

/** What a person is told for each kind of refusal. A kind without words does not compile. */
const told: Readonly<Record<ProblemKind, { readonly title: string; readonly says: readonly string[] }>> = {
  malformed: unreadable,
  'address-too-long': unreadable,
  'headers-too-large': words('Your browser sent too much', 'Clear the cookies for this address and try again.'),
  'not-found': words(
    'Page not found',
    'There is nothing here, or it is not yours to see.',
    'If you typed the web address, check it is correct. If you pasted it, check you copied all of it.',
  ),
  conflict: words(
    'This does not fit what is already recorded',
    'Nothing was changed. Go back and check what you gave.',
  ),
  'too-large': words('That was too large to read', 'Nothing was changed.'),
  'unsupported-media-type': words('That could not be read', 'Nothing was changed.'),
  unauthenticated: words(
    'Sign in to see this page',
    'You are not signed in, or you have been signed out because you were away.',
  ),
  forbidden: words(
    'You cannot do this in your capacity',
    'Nothing was changed. If you have another capacity, choose that one and try again.',
  ),
  'capacity-needed': words(
    'Choose in which capacity you act',
    'You have not chosen one, or the one you chose has ended.',
  ),
  'cross-site': words('A page elsewhere may not change anything here', 'Start from a page of this server.'),
  'wrong-host': words(
    'This server does not answer to that name',
    'Until there is sign-in, Poolkeeper answers only the machine it runs on. Use localhost or 127.0.0.1.',
  ),
  invalid: words('This page cannot be shown as asked', 'Something in the web address needs to be put right.'),
  internal: words(
    'Sorry, there is a problem with the service',
    'Nothing you did caused this, and nothing was changed. Try again later.',
  ),
  unavailable: words('Sorry, the service is busy or stopping', 'Nothing was changed. Try again in a moment.'),
};

/** The page for a refusal. "Not there" and "not yours" come as one kind, so they read the same, word for word. */
export function problemPage({ kind, message, errors }: Refused, requestId: string): ProblemPage {
  const { title, says } = told[kind];
  const faults = errors.length > 0 ? errors.map(({ detail }) => detail) : kind === 'invalid' ? [message] : [];
  return { page: { title }, says, faults, ...(kind === 'internal' ? { reference: requestId } : {}) };
}

function words(title: string, ...says: readonly string[]) {
  return { title, says };
}
