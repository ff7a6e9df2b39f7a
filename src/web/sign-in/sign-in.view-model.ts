import type { ProviderLink } from '../../features/federation/providers.reader.js';
import type { Link, Page } from '../shared/page.js';
import { showWait } from './show-wait.js';

/** What came of trying to sign in. */
export type SignInFault =
  | { readonly kind: 'missing'; readonly name: boolean; readonly password: boolean }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'recovery-wrong' }
  | { readonly kind: 'wait'; readonly seconds: number };

interface Asked {
  readonly next: string;
  /** Why one was sent here, where that is known. */
  readonly why?: string;
  readonly providers: readonly ProviderLink[];
  /** The provider that one may still be signed in at. */
  readonly leave?: ProviderLink | undefined;
  readonly demonstration: boolean;
  readonly name?: string;
  readonly fault?: SignInFault | undefined;
}

export interface SignInPage {
  readonly page: Page;
  readonly providers: readonly ProviderLink[];
  readonly leave: ProviderLink | undefined;
  readonly demonstration: boolean;
  readonly says: string | undefined;
  readonly next: string;
  readonly name: object;
  readonly password: object;
  /** Asked for where others have used up the attempts of this account. */
  readonly recovery: object | undefined;
}

/** The page on which one signs in, and what it says of an attempt that failed. */
export function signInPage({ next, why = '', providers, leave, demonstration, name = '', fault }: Asked): SignInPage {
  const errors = fault && errorsOf(fault);
  return {
    page: { title: 'Sign in', keepsDrafts: true, ...(errors ? { errors } : {}) },
    ...{ providers, leave, demonstration, next },
    says: Object.hasOwn(reasons, why) && !(why === 'needed' && next === START) ? reasons[why] : undefined,
    name: {
      ...{ id: 'name', name: 'name', value: name, autocomplete: 'username', spellcheck: false, autocapitalize: 'none' },
      label: { text: 'Sign-in name' },
      classes: 'govuk-!-width-two-thirds',
      ...messageAt(errors, '#name'),
    },
    password: {
      ...{ id: 'password', name: 'password', label: { text: 'Password' }, classes: 'govuk-!-width-two-thirds' },
      ...messageAt(errors, '#password'),
    },
    recovery: fault?.kind === 'wait' || fault?.kind === 'recovery-wrong' ? recoveryInput(errors) : undefined,
  };
}

/** Where everyone starts: nobody who opens it has to be told why they sign in. */
const START = '/partnerships';

const reasons: Readonly<Record<string, string>> = {
  'timed-out':
    'You were signed out because nothing was done for 30 minutes. What you had typed is kept in this tab, and comes back when you have signed in.',
  needed: 'Sign in to see that page.',
  over: 'That took more than 10 minutes, or has been used already. Start again.',
  'signed-out': 'You have signed out.',
};

function errorsOf(fault: SignInFault): readonly Link[] {
  switch (fault.kind) {
    case 'missing':
      return [
        ...(fault.name ? [{ text: 'Enter your sign-in name', href: '#name' }] : []),
        ...(fault.password ? [{ text: 'Enter your password', href: '#password' }] : []),
      ];
    case 'wrong':
      return [{ text: 'The sign-in name or the password is not right', href: '#name' }];
    case 'recovery-wrong':
      return [{ text: 'The sign-in name, the password or the recovery code is not right', href: '#recoveryCode' }];
    case 'wait':
      return [
        {
          text: `There have been too many attempts. Wait ${showWait(fault.seconds)}, or give a recovery code as well`,
          href: '#recoveryCode',
        },
      ];
  }
}

function messageAt(errors: readonly Link[] | undefined, href: string): object {
  const found = errors?.find((error) => error.href === href);
  return found ? { errorMessage: { text: found.text } } : {};
}

function recoveryInput(errors: readonly Link[] | undefined): object {
  return {
    ...{ id: 'recoveryCode', name: 'recoveryCode', autocomplete: 'off', spellcheck: false, autocapitalize: 'none' },
    label: { text: 'Recovery code' },
    hint: { text: 'One of the ten that you wrote down when you set up your account. With it you do not have to wait.' },
    classes: 'govuk-input--width-20',
    ...messageAt(errors, '#recoveryCode'),
  };
}
