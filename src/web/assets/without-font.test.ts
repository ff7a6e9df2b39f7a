import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from '@jest/globals';
import { withoutFont } from './without-font.js';

const file = createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css');

it('leaves no trace of a font that is licensed to gov.uk alone', () => {
  const sheet = withoutFont(readFileSync(file, 'utf8'));
  expect(sheet).not.toContain('GDS');
  expect(sheet).not.toContain('/assets/fonts');
  expect(sheet).toContain('font-family:arial,sans-serif');
});
