import type { Page } from '../shared/page.js';
import { showWait } from './show-wait.js';

export type CodeFault = 'missing' | 'wrong' | { readonly seconds: number };

export interface CodePage {
  readonly page: Page;
  /** Whether a recovery code is asked for in place of the phone's. */
  readonly recovery: boolean;
  readonly next: string;
  readonly input: object;
}

interface Asked {
  readonly recovery: boolean;
  readonly next: string;
  readonly fault?: CodeFault | undefined;
}

/** The second of the two things that one signs in with: a code from the phone, or a recovery code. */
export function codePage({ recovery, next, fault }: Asked): CodePage {
  const id = recovery ? 'recoveryCode' : 'code';
  const message = fault === undefined ? undefined : words(recovery, fault);
  return {
    page: {
      title: recovery ? 'Enter a recovery code' : 'Enter your code',
      keepsDrafts: true,
      ...(message === undefined ? {} : { errors: [{ text: message, href: `#${id}` }] }),
    },
    ...{ recovery, next },
    input: {
      ...{ id, name: id, spellcheck: false, ...(recovery ? recoveryBox : codeBox) },
      ...(message === undefined ? {} : { errorMessage: { text: message } }),
    },
  };
}

const codeBox = {
  label: { text: '6-digit code' },
  hint: { text: 'From the authenticator app on your phone. It changes every 30 seconds.' },
  inputmode: 'numeric',
  autocomplete: 'one-time-code',
  classes: 'govuk-input--width-5 govuk-input--extra-letter-spacing',
};

const recoveryBox = {
  label: { text: 'Recovery code' },
  hint: { text: 'One of the ten that you wrote down when you set up your account. Each can be used once.' },
  autocomplete: 'off',
  autocapitalize: 'none',
  classes: 'govuk-input--width-20 govuk-input--extra-letter-spacing',
};

function words(recovery: boolean, fault: CodeFault): string {
  if (typeof fault === 'object') {
    return `There have been too many attempts. Wait ${showWait(fault.seconds)}${recovery ? '' : ', or use a recovery code'}`;
  }
  if (recovery)
    return fault === 'missing' ? 'Enter a recovery code' : 'That is not a recovery code of yours, or it has been used';
  return fault === 'missing'
    ? 'Enter your 6-digit code'
    : 'The code is not right, or has been used. Enter the one your phone shows now';
}
