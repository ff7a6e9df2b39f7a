import { expect, it } from '@jest/globals';
import { partsOfPage } from './parts-of-page.js';

const parts = [
  { number: 1, many: 3, first: 2 },
  { number: 2, many: 3, first: 7 },
  { number: 3, many: 1, first: 20 },
  { number: 4, many: 3, first: 21 },
];
const key = '00000000-0000-4000-8000-000000000000';
const asked = (limit: number, row?: string, descending = false) =>
  partsOfPage(parts, { limit, descending, after: row === undefined ? undefined : { value: row, key } });

it('a page lies in as few parts as hold it, and one row more', () => {
  expect([asked(1), asked(2), asked(3), asked(6), asked(200)]).toEqual([
    [1, 1],
    [1, 1],
    [1, 2],
    [1, 3],
    [1, 4],
  ]);
});

it('a later page begins in the part where the one before ended, of which nothing may be left', () => {
  expect([asked(2, '2'), asked(2, '6'), asked(2, '7'), asked(3, '7'), asked(2, '20')]).toEqual([
    [1, 2],
    [1, 2],
    [2, 4],
    [2, 4],
    [3, 4],
  ]);
});

it('a page past the end lies in the last part, one before the beginning in the first', () => {
  expect([asked(2, '23'), asked(2, '999999999999999999'), asked(2, '1'), asked(2, '-5')]).toEqual([
    [4, 4],
    [4, 4],
    [1, 2],
    [1, 2],
  ]);
});

it('backwards it is the same from the other end', () => {
  expect([asked(2, undefined, true), asked(3, undefined, true), asked(2, '21', true), asked(2, '3', true)]).toEqual([
    [4, 4],
    [3, 4],
    [2, 4],
    [1, 1],
  ]);
  expect(asked(2, '1', true)).toEqual([0, 0]);
});

it('what has no part yet has no page', () => {
  expect(partsOfPage([], { limit: 2, descending: false, after: undefined })).toEqual([0, 0]);
});
