import { describe, expect, it } from '@jest/globals';
import { typedIn } from './typed-in.js';

describe('what was typed into a form that was refused', () => {
  it('is shown, each under the name of its field', () => {
    expect(typedIn({ 'dueOn-day': '3', amount: '12.00', pots: ['core', 'fees'], note: '<b>' })).toEqual([
      { key: { text: 'Due on day' }, value: { text: '3' } },
      { key: { text: 'Amount' }, value: { text: '12.00' } },
      { key: { text: 'Pots' }, value: { text: 'core, fees' } },
      { key: { text: 'Note' }, value: { text: '<b>' } },
    ]);
  });

  it('is nothing where it is a secret, or nothing', () => {
    const secrets = {
      password: 'a',
      newPassword: 'b',
      recoveryCode: 'c',
      code: 'd',
      formToken: 'e',
      clientSecret: 'f',
    };
    expect(typedIn({ ...secrets, next: '/x', key: 'k', digest: 'd', empty: '' })).toEqual([]);
    expect(typedIn(undefined)).toEqual([]);
    expect(typedIn('text')).toEqual([]);
  });
});
