import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ownPath } from './own-path.js';

describe('where to go next', () => {
  it.each([
    '/',
    '/partnerships',
    '/partnerships/aspire/flags?asAt=2026-11-22',
    '/partnerships/aspire/share-statements/2020-21?asAt-day=1&asAt-month=2',
    '/a%20b',
  ])('may be %s', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    undefined,
    null,
    7,
    ['/partnerships'],
    '',
    'partnerships',
    'https://elsewhere.example/',
    '//elsewhere.example',
    '///elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '\t//elsewhere.example',
    '/\n/elsewhere.example',
    '/..//elsewhere.example',
    '/.//elsewhere.example',
    '/a/..//elsewhere.example',
    'javascript:alert(1)',
    ' /partnerships',
    '/caf\u00e9',
    '/<script>',
    `/${'a'.repeat(600)}`,
  ])('is the start page for %j', (path) => {
    expect(ownPath(path)).toBe('/');
  });

  it('stays on this server, whatever is asked', () => {
    const pieces = fc.constantFrom(
      '/',
      '//',
      '\\',
      '.',
      '..',
      '@',
      ':',
      '?',
      '#',
      '%2f',
      '%5c',
      '\t',
      '\n',
      'a',
      'evil.example',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const path = ownPath(parts.join(''));
        expect(new URL(path, 'http://127.0.0.1:3000/sign-in').origin).toBe('http://127.0.0.1:3000');
        expect(path).toMatch(/^\/(?!\/)/);
      }),
      { numRuns: 5_000 },
    );
  });
});
