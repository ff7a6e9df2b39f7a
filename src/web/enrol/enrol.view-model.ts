import type { Page } from '../shared/page.js';

export interface PasswordPage {
  readonly page: Page;
  readonly person: string;
  readonly name: string;
  readonly password: object;
  readonly again: object;
}

interface Asked {
  readonly person: string;
  /** The name to sign in with. */
  readonly name: string;
  readonly fault?: { readonly password?: string | undefined; readonly again?: string | undefined } | undefined;
}

/** The first step of setting up an account: a password. */
export function passwordPage({ person, name, fault = {} }: Asked): PasswordPage {
  const errors = [
    ...(fault.password === undefined ? [] : [{ text: fault.password, href: '#newPassword' }]),
    ...(fault.again === undefined ? [] : [{ text: fault.again, href: '#newPasswordAgain' }]),
  ];
  return {
    page: { title: 'Choose a password', keepsDrafts: true, ...(errors.length > 0 ? { errors } : {}) },
    ...{ person, name },
    password: {
      ...{ id: 'newPassword', name: 'newPassword', autocomplete: 'new-password' },
      label: { text: 'Password' },
      hint: {
        text: 'At least 12 characters. Three random words make a good one. You may paste it from a password manager.',
      },
      ...message(fault.password),
    },
    again: {
      ...{ id: 'newPasswordAgain', name: 'newPasswordAgain', autocomplete: 'new-password' },
      label: { text: 'The same password again' },
      ...message(fault.again),
    },
  };
}

export interface SecondFactorPage {
  readonly page: Page;
  /** What a phone's camera reads, as an inline picture made here. */
  readonly picture: string;
  /** The same, to be typed. */
  readonly secret: string;
  readonly name: string;
  readonly code: object;
}

interface SecondFactor {
  readonly picture: string;
  readonly secret: string;
  readonly name: string;
  readonly fault?: string | undefined;
}

/** The second step: a phone that shows codes. */
export function secondFactorPage({ picture, secret, name, fault }: SecondFactor): SecondFactorPage {
  const errors = fault === undefined ? undefined : [{ text: fault, href: '#code' }];
  return {
    page: { title: 'Set up your phone', keepsDrafts: true, ...(errors ? { errors } : {}) },
    ...{ picture, secret, name },
    code: {
      ...{ id: 'code', name: 'code', inputmode: 'numeric', autocomplete: 'one-time-code', spellcheck: false },
      label: { text: '6-digit code' },
      hint: { text: 'The one that the app shows now for Poolkeeper' },
      classes: 'govuk-input--width-5 govuk-input--extra-letter-spacing',
      ...message(fault),
    },
  };
}

function message(fault: string | undefined): object {
  return fault === undefined ? {} : { errorMessage: { text: fault } };
}
