import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

describe('the address of the database', () => {
  it.each([
    'postgres://localhost/x',
    'postgres://u@localhost/x',
    'postgres:///x?user=u&password=p',
    'mysql://u:p@localhost/x',
    'nonsense',
  ])('is refused as %s, by the setting’s name', (address) => {
    expect(() => readConfig({ DATABASE_URL: address }, [])).toThrow(/^DATABASE_URL: expected postgres:/);
  });

  it('is taken with its user and password', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://u:p@localhost/x' }, [])).toMatchObject({
      databaseUrl: 'postgres://u:p@localhost/x',
      demonstration: false,
    });
  });
});
