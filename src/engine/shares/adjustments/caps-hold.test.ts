import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Posted, answered, anyAdjusted, money } from '../../../../test/support/any-document.js';
import { cases } from '../../../../test/support/cases.js';
import { pence } from '../../../../test/support/ratio.js';

const anyCap = fc.record({
  base: fc.array(fc.bigInt(0n, 10n ** 9n), { minLength: 6, maxLength: 6 }),
  maxRise: fc.constantFrom(0n, 2n, 50n),
  maxFall: fc.constantFrom(0n, 3n, 100n),
  excess: fc.constantFrom('spread', 'unallocated'),
});

it('keeps every amount between its bounds, whatever came before, to the penny that rounding moves', () => {
  fc.assert(
    fc.property(anyAdjusted, anyCap, (document, { base, maxRise, maxFall, excess }) => {
      const pots = document.pots.map((pot: Posted) => {
        const stated = Object.fromEntries(pot.members.map((id: string, i: number) => [id, money(base[i]!)]));
        const cap = { kind: 'cap', base: stated, maxRise: String(maxRise), maxFall: String(maxFall), excess };
        return { ...pot, adjust: [...pot.adjust, cap] };
      });
      const { partners } = answered({ ...document, pots, rounding: { unit: '0.01' } });
      for (const { partner, pots: of } of partners) {
        for (const { pot, shared } of of) {
          const stated = pence(pots.find(({ id }: Posted) => id === pot).adjust.at(-1).base[partner]);
          const [least, most] = [(stated * (100n - maxFall)) / 100n, (stated * (100n + maxRise)) / 100n];
          const [low, high] = shared.startsWith('-') ? [-most, -least] : [least, most];
          expect(pence(shared) >= low - 2n && pence(shared) <= high + 2n).toBe(true);
        }
      }
    }),
    cases(500),
  );
});
