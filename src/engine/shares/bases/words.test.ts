import { describe, expect, it } from '@jest/globals';
import { answerShares } from '../calculate-shares.js';

const document = (basis: object, amount = '100.00') => ({
  period: '2020-21',
  partners: [
    { id: 'a', name: 'Ash' },
    { id: 'b', name: 'Birch' },
  ],
  pots: [{ id: 'p', lines: [{ id: 'staff', amount }], basis }],
});
const said = (basis: object, amount?: string) => {
  const outcome = answerShares(document(basis, amount));
  return outcome.ok
    ? []
    : outcome.faults.map(({ pointer, expected }) => `${pointer.replace('/pots/0/basis', '')}: ${expected}`);
};
const paid = (basis: object, amount?: string) => {
  const outcome = answerShares(document(basis, amount));
  return outcome.ok ? outcome.value.partners.map((partner) => partner.amount) : outcome.faults;
};
const units = (a: string, b: string, more: object = {}) => ({ kind: 'units', units: { a, b }, ...more });

describe('what is said of a basis that does not fit', () => {
  it('units: what is missing, what comes to nothing, and what the lines leave for them', () => {
    expect(said(units('0', '0'))).toEqual([
      '/units: Expected some units or a flat amount; all of them come to nothing',
    ]);
    expect(said({ kind: 'units', units: { a: '1' } })).toEqual([
      '/units/b: Expected units or a flat amount for "b"; it has neither',
    ]);
    expect(said(units('0', '0', { flat: { a: '40.00' } }))).toEqual([
      '/units: Expected units to bear the rest of £100.00; the flat amounts come to £40.00',
    ]);
    expect(said(units('1', '1', { flat: { a: '100.01' } }))).toEqual([
      '/flat: Expected at most the £100.00 shared; the flat amounts come to £100.01',
    ]);
    expect(paid(units('0', '1', { flat: { a: '100.00' } }))).toEqual(['100.00', '0.00']);
    expect(said(units('1', '3', { unitPrice: '25.01' }))).toEqual([
      '/unitPrice: Expected the price that the lines come to, £25.00; came £25.01',
    ]);
    expect(said(units('1', '3', { unitPrice: '-0.01' }))).toEqual([
      '/unitPrice: Expected a price that is not negative',
    ]);
    expect(said(units('1', '3', { unitPrice: '25' }))[0]).toMatch(/^\/unitPrice: Expected /);
    expect(said(units('1', '3', { flat: 7 }))[0]).toMatch(/^\/flat: Expected /);
    expect(said(units('1', '1', { unitPrice: '0.00' }), '0.00')).toEqual([]);
  });

  it('equal: exceptions that come to more than is shared, or leave nobody to share the rest', () => {
    const except = (a: string, b?: string) => ({ kind: 'equal', except: { a, ...(b && { b }) } });
    expect(said(except('100.01'))).toEqual([
      '/except: Expected at most the £100.00 shared; the exceptions come to £100.01',
    ]);
    expect(said(except('40.00', '50.00'))).toEqual([
      '/except: Expected someone to share the rest of £100.00; the exceptions come to £90.00',
    ]);
    expect(paid(except('40.00', '60.00'))).toEqual(['40.00', '60.00']);
  });

  it('what is carved out: of whom, how much, and of what kind of basis', () => {
    const carved = (from: object, basis: object = units('100', '0')) => ({
      kind: 'carve-out',
      basis,
      part: { partner: 'b', from },
    });
    expect(paid(carved({ a: '100' }))).toEqual(['0.00', '100.00']);
    expect(said(carved({ a: '101' }))).toEqual([
      '/part/from/a: Expected at most the 100 that there is to take it out of',
    ]);
    expect(said(carved({ b: '1' }))).toEqual(['/part/from/b: Expected other members; "b" is the partial one itself']);
    expect(said(carved({ a: '40' }, units('100', '50')))).toEqual([
      '/part/from: Expected figures that come to its own, 50; these come to 40',
    ]);
    const percent = { kind: 'stated-percent', percent: { a: '100', b: '0' } };
    expect(paid(carved({ a: '30' }, percent))).toEqual(['70.00', '30.00']);
    const wanted = 'Expected a basis with a figure for each: measure, stated-percent, or units without flat amounts';
    expect(said(carved({ a: '1' }, { kind: 'equal' }))).toEqual([`/basis/kind: ${wanted}`]);
    expect(said(carved({ a: '1' }, units('100', '0', { flat: { a: '1.00' } })))).toEqual([`/basis/kind: ${wanted}`]);
  });

  it('agreed by whom: each member once', () => {
    const agreed = (agreedBy: unknown) => ({
      kind: 'agreed-else',
      agreed: { kind: 'equal' },
      agreedBy,
      default: units('3', '1'),
    });
    expect(said(agreed(['a', 'a']))).toEqual(['/agreedBy/1: Expected each member once']);
    expect(said(agreed(['a', 'x']))[0]).toMatch(/^\/agreedBy\/1: Expected /);
    expect(said(agreed('a'))[0]).toMatch(/^\/agreedBy: Expected /);
    expect(paid(agreed(['a', 'b']))).toEqual(['50.00', '50.00']);
    expect(paid(agreed(['a']))).toEqual(['75.00', '25.00']);
  });

  it('blends: their weights', () => {
    const blend = (weight: string) => ({
      kind: 'blend',
      parts: [
        { weight, basis: { kind: 'equal' } },
        { weight: '50', basis: units('1', '0') },
      ],
    });
    expect(said(blend('49.5'))).toEqual(['/parts: Expected weights that total exactly 100; these come to 99.5']);
    expect(paid(blend('50'))).toEqual(['75.00', '25.00']);
  });
});
