import { expect, it } from '@jest/globals';
import type { MeasureValue } from './dto/measure-value.js';
import { ofDocument } from './of-document.js';

it('cuts where figures come from without cutting a character in two', () => {
  const value = { measure: 'children', unit: 'children', status: 'final', financialYear: '2025-26', value: '1' };
  const of = (source: string) =>
    ofDocument([{ ...value, authority: 'dorset', source } as MeasureValue]).measures[0]?.source;
  expect(of(`${'a'.repeat(3_998)}🏛b`)).toBe(`${'a'.repeat(3_998)}🏛`);
  expect(of(`${'a'.repeat(3_999)}🏛b`)).toBe('a'.repeat(3_999));
});
