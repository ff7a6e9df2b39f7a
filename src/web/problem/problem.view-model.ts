import { type ProblemKind, type Refused } from '../../platform/http/problem.js';
import type { Link, Page } from '../shared/page.js';
import { typedIn } from './typed-in.js';

export interface ProblemPage {
  readonly page: Page;
  /** What happened and what to do next, a paragraph each. */
  readonly says: readonly string[];
  readonly faults: readonly string[];
  /** What a form held that was not stored: the rows of GOV.UK's summary list. */
  readonly typed: readonly object[];
  /** Where to put it right, and then the page with the form. */
  readonly ways: readonly Link[];
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
    'You are not signed in',
    'Nothing was stored. You may have been signed out because nothing was done for 30 minutes.',
    'Sign in, go back to the form and send it again.',
  ),
  forbidden: words(
    'Your role does not allow this',
    'Nothing was changed. If you have another role, change to that one and try again. Otherwise ask somebody whose role it is.',
  ),
  'capacity-needed': words(
    'Choose which role you are acting in',
    'Nothing was stored. You have not chosen a role, or the one you chose has ended.',
  ),
  'cross-site': words('A page elsewhere may not change anything here', 'Start from a page of this server.'),
  'form-expired': words(
    'This form has expired',
    'Nothing was stored. You signed in, signed out or changed role since the form was opened, or your browser keeps no cookies.',
    'Go back to the form, check what it says, and send it again.',
  ),
  'too-many-attempts': words(
    'There have been too many attempts',
    'Wait a few minutes and try again. Attempts made while you wait do not count.',
  ),
  'wrong-host': words(
    'This server does not answer to that name',
    'Poolkeeper answers only the machine it runs on. Use localhost or 127.0.0.1.',
  ),
  invalid: words('This page cannot be shown as asked', 'Something in the web address needs to be put right.'),
  internal: words(
    'Sorry, there is a problem with the service',
    'Nothing you did caused this, and nothing was changed. Try again later.',
  ),
  unavailable: words('Sorry, the service is busy or stopping', 'Nothing was changed. Try again in a moment.'),
};

/** The form that was refused with it. */
interface Sent {
  readonly body: unknown;
  readonly back: string;
}

/** The page for a refusal. "Not there" and "not yours" come as one kind, so they read the same, word for word. */
export function problemPage({ kind, message, errors }: Refused, requestId: string, sent?: Sent): ProblemPage {
  const { title, says } = told[kind];
  const faults = errors.length > 0 ? errors.map(({ detail }) => detail) : kind === 'invalid' ? [message] : [];
  return {
    page: { title, ...(sent ? { keepsDrafts: true } : {}) },
    ...{ says, faults, ways: waysFrom(kind, sent?.back), typed: sent ? typedIn(sent.body) : [] },
    ...(kind === 'internal' ? { reference: requestId } : {}),
  };
}

/** What to do about it, in the order in which to do it. */
function waysFrom(kind: ProblemKind, back: string | undefined): readonly Link[] {
  const next = `?next=${encodeURIComponent(back ?? '/')}`;
  if (kind === 'unauthenticated') return [{ text: 'Sign in and go back to the form', href: `/sign-in${next}` }];
  const roles = kind === 'forbidden' || kind === 'capacity-needed';
  return [
    ...(roles ? [{ text: 'Change role', href: `/choose-capacity${next}` }] : []),
    ...(back === undefined ? [] : [{ text: 'Go back to the form', href: back }]),
  ];
}

function words(title: string, ...says: readonly string[]) {
  return { title, says };
}
