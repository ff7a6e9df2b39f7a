import { describe, expect, it } from '@jest/globals';
import { passwordPage, secondFactorPage } from './enrol.view-model.js';

describe('the pages that set up an account', () => {
  it('say what is wrong with a password, and lead to it', () => {
    const page = passwordPage({ person: 'A. Person', name: 'a.person', fault: { password: 'Too short' } });
    expect(page.page.errors).toEqual([{ text: 'Too short', href: '#newPassword' }]);
    expect(page.password).toMatchObject({ errorMessage: { text: 'Too short' }, autocomplete: 'new-password' });
    expect(page.again).not.toHaveProperty('errorMessage');
  });

  it('say when the two are not the same', () => {
    const page = passwordPage({ person: 'A. Person', name: 'a.person', fault: { again: 'Not the same' } });
    expect(page.page.errors).toEqual([{ text: 'Not the same', href: '#newPasswordAgain' }]);
  });

  it('never show a password again', () => {
    const page = passwordPage({ person: 'A. Person', name: 'a.person', fault: { password: 'Too short' } });
    expect(page.password).not.toHaveProperty('value');
  });

  it('lead to a code that is not right', () => {
    const given = { picture: '<svg></svg>', secret: 'ABCD', name: 'a.person' };
    expect(secondFactorPage(given).page.errors).toBeUndefined();
    expect(secondFactorPage({ ...given, fault: 'Not right' }).page.errors).toEqual([
      { text: 'Not right', href: '#code' },
    ]);
  });
});
