import { expect, it } from '@jest/globals';
import { sourced } from './sourced.js';

it('links what is published to where it was published, and nothing else', () => {
  expect(sourced({ source: 'Echo, https://echo.example/a?b=1. See (http://x.example)', illustrative: false })).toEqual({
    pieces: [
      { text: 'Echo, ' },
      { text: 'https://echo.example/a?b=1', href: 'https://echo.example/a?b=1' },
      { text: '.' },
      { text: ' See (' },
      { text: 'http://x.example', href: 'http://x.example' },
      { text: ')' },
    ],
    tag: undefined,
  });
});

it('never makes a link of anything that could run', () => {
  expect(sourced({ source: 'javascript:alert(1)', illustrative: true })).toEqual({
    pieces: [{ text: 'javascript:alert(1)' }],
    tag: { text: 'Illustrative', classes: 'govuk-tag--purple' },
  });
});
