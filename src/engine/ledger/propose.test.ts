import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../test/support/cases.js';
import { pence } from '../money/pence.js';
import { composePosition } from './position.js';
import { type Facts, propose, proposedKinds, turn } from './propose.js';

const none: Facts = { authority: null, line: null, pays: null, reference: null };
const all: Facts = { authority: 'kent', line: 'staffing', pays: 'a-contribution', reference: 'INV 1' };

/** The facts that a kind may have, and no others. */
function factsFor(kind: (typeof proposedKinds)[number]): Facts {
  const outcome = propose(kind, all, pence(1n));
  const strange = outcome.ok ? [] : outcome.faults.map(({ pointer }) => pointer.slice(1));
  return { ...all, ...Object.fromEntries(strange.map((name) => [name, null])) };
}

describe('what a proposed entry moves', () => {
  it.each([
    ['contribution', 'receivable', 'contributed'],
    ['one-off', 'receivable', 'contributed'],
    ['rebate', 'contributed', 'rebated'],
    ['receipt', 'cash', 'paid'],
    ['spending', 'budget-line', 'cash'],
    ['grant', 'cash', 'grant'],
    ['in-kind', 'in-kind-used', 'in-kind-given'],
  ] as const)('a %s puts its amount to %s and takes it from %s', (kind, to, from) => {
    const outcome = propose(kind, factsFor(kind), pence(1_234n));
    const lines = outcome.ok ? outcome.value : [];
    expect(lines.map(({ account, pence: amount }) => [account, amount])).toEqual([
      [to, 1_234n],
      [from, -1_234n],
    ]);
  });

  it('is refused with every fact that is missing and every one that does not belong', () => {
    expect(propose('receipt', { ...none, line: 'staffing' }, pence(1n))).toMatchObject({
      ok: false,
      faults: [
        { pointer: '/authority', code: 'missing-field' },
        { pointer: '/line', code: 'unknown-field' },
        { pointer: '/pays', code: 'missing-field' },
        { pointer: '/reference', code: 'missing-field' },
      ],
    });
    expect(() => propose('spending', all, pence(0n))).toThrow(RangeError);
  });

  it('keeps every check of the position, whatever is posted and reversed, to the penny', () => {
    const anyPosted = fc.array(
      fc.record({
        kind: fc.constantFrom(...proposedKinds),
        amount: fc.bigInt(1n, 10n ** 13n).map(pence),
        reversed: fc.boolean(),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(anyPosted, (posted) => {
        const lines = posted.flatMap(({ kind, amount, reversed }) => {
          const outcome = propose(kind, factsFor(kind), amount);
          const given = outcome.ok ? outcome.value : [];
          return reversed ? [...given, ...turn(given)] : given;
        });
        const balances = lines.map(({ account, ...rest }) => ({ fund: 'pool', kind: account, ...rest }));
        const { checks, partners } = composePosition(balances);
        expect(checks.filter(({ holds }) => !holds)).toEqual([]);
        const kept = (wanted: readonly string[]) =>
          posted.reduce(
            (sum, { kind, amount, reversed }) => (wanted.includes(kind) && !reversed ? sum + amount : sum),
            0n,
          );
        const owed = kept(['contribution', 'one-off']) - kept(['rebate']) - kept(['receipt']);
        expect(partners.reduce((sum, { outstanding }) => sum + outstanding, 0n)).toBe(owed);
      }),
      cases(500),
    );
  });
});
