import { expect, it } from '@jest/globals';
import { changeOf, changeSaid } from './change.js';

it('says by how much a figure differs from the one before, and where only one of two reports says it', () => {
  expect([changeOf('1.00', '3.50'), changeOf('3.50', '1.00'), changeOf('-1.00', '-1.00')]).toEqual([
    ...['+£2.50', '−£2.50', 'No change'],
  ]);
  expect([changeSaid('1.00', '2.00'), changeSaid(undefined, '2.00'), changeSaid('1.00', undefined)]).toEqual([
    ...['+£1.00', 'Not said before', 'Said no more'],
  ]);
  expect(changeSaid(undefined, undefined)).toBe('');
});
