import { expect, it } from '@jest/globals';
import { anyPosition } from '../../../test/support/any-risk-position.js';
import { seal } from '../../../test/support/seal.js';
import { raiseFlags } from './flag-rules.js';

it('raises the flags that it did, in every word', () => {
  expect(seal(anyPosition, raiseFlags, 500)).toBe('0e3180ca3b953302');
});
