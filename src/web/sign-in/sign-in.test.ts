import { describe, expect, it } from '@jest/globals';
import { codePage } from './code.view-model.js';
import { showWait } from './show-wait.js';
import { type SignInFault, signInPage } from './sign-in.view-model.js';

const asked = { next: '/', providers: [], demonstration: false };
const after = (fault: SignInFault) => signInPage({ ...asked, name: 'someone', fault });

describe('the page to sign in on', () => {
  it('says why one was sent there', () => {
    expect(signInPage(asked).says).toBeUndefined();
    expect(signInPage({ ...asked, why: 'needed' }).says).toBe('Sign in to see that page.');
    expect(signInPage({ ...asked, next: '/partnerships', why: 'needed' }).says).toBeUndefined();
    expect(signInPage({ ...asked, why: 'timed-out' }).says).toMatch(/kept in this tab/);
    expect(signInPage({ ...asked, why: 'constructor' }).says).toBeUndefined();
  });

  it('names each box that is empty, and leads to it', () => {
    expect(after({ kind: 'missing', name: true, password: true }).page.errors).toEqual([
      { text: 'Enter your sign-in name', href: '#name' },
      { text: 'Enter your password', href: '#password' },
    ]);
    expect(after({ kind: 'missing', name: false, password: true }).name).not.toHaveProperty('errorMessage');
  });

  it('does not say which of the two is wrong, and keeps the name that was typed', () => {
    const page = after({ kind: 'wrong' });
    expect(page.page.errors).toEqual([{ text: 'The sign-in name or the password is not right', href: '#name' }]);
    expect(page.name).toMatchObject({ value: 'someone' });
    expect(page.recovery).toBeUndefined();
  });

  it('offers a way in to whom others keep out', () => {
    const page = after({ kind: 'wait', seconds: 61 });
    expect(page.page.errors![0]!.text).toBe(
      'There have been too many attempts. Wait 2 minutes, or give a recovery code as well',
    );
    expect(page.recovery).toMatchObject({ name: 'recoveryCode' });
  });
});

describe('the page for a code', () => {
  it('asks for the phone’s code or for a recovery code', () => {
    expect(codePage({ recovery: false, next: '/' }).input).toMatchObject({
      name: 'code',
      autocomplete: 'one-time-code',
    });
    expect(codePage({ recovery: true, next: '/' }).input).toMatchObject({ name: 'recoveryCode', autocomplete: 'off' });
  });

  it.each([
    [false, 'missing', 'Enter your 6-digit code'],
    [false, 'wrong', 'The code is not right, or has been used. Enter the one your phone shows now'],
    [false, { seconds: 30 }, 'There have been too many attempts. Wait 30 seconds, or use a recovery code'],
    [true, 'missing', 'Enter a recovery code'],
    [true, 'wrong', 'That is not a recovery code of yours, or it has been used'],
    [true, { seconds: 1 }, 'There have been too many attempts. Wait 1 second'],
  ] as const)('says what to put right (recovery %s, %j)', (recovery, fault, words) => {
    const page = codePage({ recovery, next: '/', fault });
    expect(page.page.errors).toEqual([{ text: words, href: recovery ? '#recoveryCode' : '#code' }]);
    expect(page.input).toMatchObject({ errorMessage: { text: words } });
  });
});

it.each([
  [0, '1 second'],
  [1, '1 second'],
  [59.5, '60 seconds'],
  [60, '1 minute'],
  [61, '2 minutes'],
  [3540, '59 minutes'],
  [3541, '1 hour'],
  [3601, '2 hours'],
])('%s seconds are "%s"', (seconds, words) => {
  expect(showWait(seconds)).toBe(words);
});
