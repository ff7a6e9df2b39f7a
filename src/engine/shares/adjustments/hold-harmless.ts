import { type ExactParts, addParts, inProportion, sumParts } from '../../money/exact-parts.js';
import { compare } from '../../money/fraction.js';
import { at } from '../../reading/place.js';
import { sayPounds } from '../say.js';
import { type ByMember } from './adjustment.js';
import { type AdjustmentRule } from './adjustment-rule.js';
import { readAmounts, sayThose, showAmounts } from './by-member.js';
import { replaced } from './replaced.js';

/** What each pays above its base (`sign` 1) or below it (`sign` −1); nothing for those without one. */
function beyond({ parts, over }: ExactParts, base: ByMember, sign: 1n | -1n): ExactParts {
  const differences = parts.map((part, i) => {
    const amount = base[i] ?? null;
    return amount === null ? 0n : sign * (part - amount * over);
  });
  return { parts: differences.map((difference) => (difference > 0n ? difference : 0n)), over };
}

function negated({ parts, over }: ExactParts): ExactParts {
  return { parts: parts.map((part) => -part), over };
}

/**
 * Who would pay more than its base pays its base; the cost falls on those that gain, in proportion to their gain and no
 * further than it (formula.md, adjustments). Who has no base is left as it is.
 */
export const holdHarmless: AdjustmentRule<'hold-harmless'> = {
  fields: ['base'],

  read(place, fields, scope) {
    const base = readAmounts(at(place, 'base'), fields.get('base'), scope);
    return base && { kind: 'hold-harmless', base };
  },

  apply({ base }, account, { ids, names }) {
    const [losses, gains] = [beyond(account.exact, base, 1n), beyond(account.exact, base, -1n)];
    const [cost, gain] = [sumParts(losses), sumParts(gains)];
    const borne = compare(cost, gain) < 0 ? cost : gain;
    const exact = addParts(addParts(account.exact, negated(losses)), inProportion(borne, gains.parts));
    const tell = () => {
      const losers = sayThose(names, (i) => losses.parts[i] !== 0n);
      const words =
        losers === ''
          ? 'Nobody would pay more than its base: nothing changes.'
          : `${losers} would pay ${sayPounds(cost)} more than the base and pay the base; those that gain ` +
            `${sayPounds(gain)} bear ${sayPounds(borne)} of it in proportion to their gain.`;
      return { words, inputs: { base: showAmounts(base, ids) } };
    };
    return { account: replaced(account, exact, 'those that gain bear no more than their gain'), tell };
  },
};
