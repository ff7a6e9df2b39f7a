import { describe, expect, it } from '@jest/globals';
import { type Posted } from '../../../test/support/any-document.js';
import { MOST_FIGURES } from '../shares/budget.js';
import { answerCompare } from './calculate-compare.js';
import { mostInEach } from './read-document.js';

const shares = (basis: Posted, more: Posted = {}): Posted => ({
  period: '2020-21',
  partners: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
  pots: [{ id: 'pool', lines: [{ id: 'staff', amount: '100.00' }], basis }],
  ...more,
});
const equal = shares({ kind: 'equal' });
const byUnits = shares({ kind: 'units', units: { a: '4', b: '2', c: '1' } });
const answered = (against: string, ...documents: Posted[]) => {
  const alternatives = documents.map((document, i) => ({ id: `v${i + 1}`, document }));
  const outcome = answerCompare({ against, alternatives });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  expect(outcome.value.checks.filter(({ holds }) => !holds)).toEqual([]);
  return outcome.value;
};
const faults = (raw: unknown) => {
  const outcome = answerCompare(raw);
  return outcome.ok ? [] : outcome.faults.map(({ pointer, code }) => [pointer, code]);
};

describe('side by side', () => {
  it('each partner in each alternative, with the gap to the named one, rounded and exact', () => {
    const { partners } = answered('v1', equal, byUnits);
    expect(partners[0]).toEqual({
      partner: 'a',
      amounts: [
        { alternative: 'v1', amount: '33.34', gap: '0.00', percent: '0.00', exact: '100/3', exactGap: '0' },
        { alternative: 'v2', amount: '57.14', gap: '23.80', percent: '71.39', exact: '400/7', exactGap: '500/21' },
      ],
    });
    expect(partners.map(({ amounts }) => amounts[1]?.gap)).toEqual(['23.80', '-4.76', '-19.04']);
  });

  it('to whichever is named', () => {
    const { partners, alternatives } = answered('v2', equal, byUnits);
    expect(partners[0]?.amounts.map(({ gap, percent }) => [gap, percent])).toEqual([
      ['-23.80', '-41.65'],
      ['0.00', '0.00'],
    ]);
    expect(alternatives.map(({ id, gap }) => [id, gap])).toEqual([
      ['v1', '0.00'],
      ['v2', '0.00'],
    ]);
  });

  it('with the totals, what nobody bears, and a digest for each', () => {
    const late = shares({ kind: 'equal' }, { partners: [{ id: 'a', from: '2020-04-11' }] });
    const { alternatives, partners } = answered('v1', equal, late);
    expect(alternatives[1]).toMatchObject({ name: 'v2', total: '100.00', gap: '0.00', unallocated: '2.74' });
    expect(partners.map(({ amounts }) => amounts.map(({ amount }) => amount))).toEqual([
      ['33.34', '97.26'],
      ['33.33', '0.00'],
      ['33.33', '0.00'],
    ]);
    expect(new Set(alternatives.map(({ digest }) => digest)).size).toBe(2);
  });

  it('counts a partner that an alternative does not have as bearing nothing in it', () => {
    const four = shares({ kind: 'equal' }, { partners: ['d', 'c', 'b', 'a'].map((id) => ({ id })) });
    const { partners } = answered('v1', equal, four);
    expect(partners.map(({ partner }) => partner)).toEqual(['a', 'b', 'c', 'd']);
    expect(partners[3]?.amounts).toEqual([
      { alternative: 'v1', amount: '0.00', gap: '0.00', exact: '0', exactGap: '0' },
      { alternative: 'v2', amount: '25.00', gap: '25.00', exact: '25', exactGap: '25' },
    ]);
  });

  it('with every line of a pot in the exact figures', () => {
    const lines = [
      { id: 'staff', amount: '100.00' },
      { id: 'van', amount: '10.00', only: 'b' },
      { id: 'own', amount: '7.00', basis: { kind: 'units', units: { a: '1', b: '0', c: '2' } } },
    ];
    const adjust = [{ kind: 'one-off', equal: '1.00' }];
    const { partners } = answered(
      'v1',
      equal,
      shares({ kind: 'equal' }, { pots: [{ id: 'pool', lines, basis: { kind: 'equal' }, adjust }] }),
    );
    expect(partners.map(({ amounts }) => amounts[1]?.exact)).toEqual(['36', '131/3', '115/3']);
  });

  it('gives the percentage of a refund its own sign', () => {
    const refund = (amount: string) =>
      shares({ kind: 'equal' }, { pots: [{ id: 'p', lines: [{ id: 'x', amount }], basis: { kind: 'equal' } }] });
    const { partners } = answered('v1', refund('-300.00'), refund('-150.00'));
    expect(partners[0]?.amounts[1]).toMatchObject({ gap: '50.00', percent: '-50.00' });
  });

  it('leaves out an exact figure that is too long to be redone', () => {
    const primes = ['1000003', '1000033', '1000037', '1000039', '1000081', '1000099', '1000117', '1000121', '1000133'];
    const pots = Array.from({ length: 40 }, (_, i) => ({
      id: `p${i}`,
      lines: [{ id: 'x', amount: '1.00' }],
      basis: { kind: 'units', units: { a: String(i * 2 + 1), b: primes[i % 9], c: String(10 ** 9 + i * 7919) } },
    }));
    const { partners } = answered('v1', equal, shares({}, { pots }));
    expect(Object.keys(partners[0]?.amounts[1] ?? {})).toEqual(['alternative', 'amount', 'gap', 'percent']);
  });
});

describe('refusals', () => {
  const one = { id: 'x', document: equal };

  it('every fault of every document where it stands', () => {
    const bad = { ...one, id: 'y', document: shares({ kind: 'even' }) };
    expect(faults({ against: 'z', alternatives: [one, bad, one, { id: 'w', note: 1 }], more: 1 })).toEqual([
      ['/more', 'unknown-field'],
      ['/alternatives/1/document/pots/0/basis/kind', 'unknown-kind'],
      ['/alternatives/2/id', 'duplicate-id'],
      ['/alternatives/3/note', 'unknown-field'],
      ['/alternatives/3/document', 'missing-field'],
      ['/against', 'not-one-of'],
    ]);
  });

  it('fewer than two alternatives, more than ten, none, or nothing named', () => {
    expect(faults({ against: 'x', alternatives: [one] })).toEqual([['/alternatives', 'nothing-to-share']]);
    const many = Array.from({ length: 11 }, (_, i) => ({ ...one, id: `x${i}` }));
    expect(faults({ against: 'x1', alternatives: many }).map(([pointer, code]) => [pointer, code])).toEqual([
      ['/alternatives', 'over-limit'],
      ['/against', 'not-one-of'],
    ]);
    expect(faults({ alternatives: [one, { ...one, id: 'y' }] })).toEqual([['/against', 'missing-field']]);
    expect(faults({})).toEqual([
      ['/alternatives', 'missing-field'],
      ['/against', 'missing-field'],
    ]);
    expect(faults('x')).toEqual([['', 'not-an-object']]);
  });

  it('more figures than are worked out at one go, of all alternatives together', () => {
    expect(mostInEach(10) * 10).toBeLessThanOrEqual(MOST_FIGURES);
    expect([2, 7].map(mostInEach)).toEqual([50_000, 14_285]);
    const partners = Array.from({ length: 1000 }, (_, i) => ({ id: `p${i}` }));
    const pots = Array.from({ length: 51 }, (_, i) => ({ ...equal.pots[0], id: `pot${i}` }));
    const large = { id: 'large', document: { ...equal, partners, pots } };
    expect(faults({ against: 'x', alternatives: [one, large] })).toEqual([
      ['/alternatives/1/document/pots/50', 'over-limit'],
    ]);
  });
});
