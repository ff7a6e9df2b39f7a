import { describe, expect, it } from '@jest/globals';
import { calculators } from './kinds.js';
import { figuresDigest } from './figures-digest.js';

const shares = (amount: string, name = 'Pool') => {
  const partners = [{ id: 'a' }, { id: 'b' }];
  const pots = [{ id: 'pool', name, lines: [{ id: 'staff', amount }], basis: { kind: 'equal' } }];
  const outcome = calculators.shares({ period: '2020-21', partners, pots });
  if (!outcome.ok) throw new Error('It does not calculate');
  return outcome.value;
};

describe('a digest of the figures of an answer', () => {
  it('is the same whatever the version of the rules, and whatever words they use', () => {
    const [one, other] = [shares('10.00'), shares('10.00', 'The pool')];
    expect(other.working).not.toEqual(one.working);
    expect(figuresDigest({ ...other, engine: '9.9.9', digest: 'sha256:1', checks: [] })).toBe(figuresDigest(one));
  });

  it('is another where a penny moved', () => {
    expect(figuresDigest(shares('10.00'))).not.toBe(figuresDigest(shares('10.01')));
    const { partners, ...rest } = shares('10.00');
    const moved = partners.map((one, i) => ({ ...one, amount: i === 0 ? '5.01' : '4.99' }));
    expect(figuresDigest({ ...rest, partners: moved })).not.toBe(figuresDigest(shares('10.00')));
  });

  it('is another where the same falls on the same by other steps', () => {
    const asked = { period: '2020-21', partners: [{ id: 'a' }], budget: '1.00', forecast: '2.00' };
    const answers = [
      { kind: 'bearer', partner: 'a' },
      { kind: 'share', basis: { kind: 'equal' } },
    ].map((step) => {
      const outcome = calculators.variance({ ...asked, overspend: [step] });
      return outcome.ok ? figuresDigest(outcome.value) : '';
    });
    expect(new Set(answers).size).toBe(2);
  });

  it('is another where an answer to the same question leaves something undetermined', () => {
    const asked = { period: '2020-21', partners: [{ id: 'a' }], budget: '1.00', forecast: '2.00' };
    const answers = [[], [{ kind: 'share', basis: { kind: 'equal' } }]].map((overspend) => {
      const outcome = calculators.variance({ ...asked, overspend });
      return outcome.ok ? figuresDigest(outcome.value) : '';
    });
    expect(new Set(answers).size).toBe(2);
  });
});
