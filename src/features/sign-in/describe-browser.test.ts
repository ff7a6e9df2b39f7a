import { expect, it } from '@jest/globals';
import { describeBrowser } from './describe-browser.js';

const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

it.each([
  [windows, 'Chrome on Windows'],
  [`${windows} Edg/156.0.0.0`, 'Edge on Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537 Chrome/156.0.0.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  ['curl/8.5.0', 'A browser'],
  ['<script>alert(1)</script>', 'A browser'],
  ['Something on Linux', 'A browser on Linux'],
  [undefined, 'A browser'],
])('calls %s "%s"', (userAgent, name) => {
  expect(describeBrowser(userAgent)).toBe(name);
});
