import { expect, it } from '@jest/globals';
import { withoutSecrets } from './request-log.js';

const secret = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP-';

it.each([
  ['/partnerships/aspire?asAt=2026-11-22', '/partnerships/aspire?asAt=2026-11-22'],
  [`/enrol/${secret}`, '/enrol/…'],
  [`/enrol/${secret}/phone?x=1`, '/enrol/…/phone?x=1'],
  [`/demonstration/${secret}`, '/demonstration/…'],
  ['/sign-in/with/bcp/return?code=abc&state=def&iss=x', '/sign-in/with/bcp/return?code=…&state=…&iss=x'],
])('%s is kept as %s', (url, kept) => {
  expect(withoutSecrets(url)).toBe(kept);
});
