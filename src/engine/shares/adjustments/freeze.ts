import { readDateField } from '../../reading/date-field.js';
import { at } from '../../reading/place.js';
import { sayDate } from '../say-period.js';
import { sayPounds } from '../say.js';
import { type AdjustmentRule } from './adjustment-rule.js';
import { partsOf, readAmounts, sayAmounts, showAmounts } from './by-member.js';
import { replaced } from './replaced.js';

/** While the period starts before `until`, stated amounts stand; the difference from the total is unallocated (formula.md, adjustments). */
export const freeze: AdjustmentRule<'freeze'> = {
  fields: ['until', 'amounts'],

  read(place, fields, scope) {
    const until = readDateField(at(place, 'until'), fields.get('until'));
    const amounts = readAmounts(at(place, 'amounts'), fields.get('amounts'), scope);
    const holds = until !== null && scope.period !== null && scope.period.from < until;
    return until && amounts ? { kind: 'freeze', until, holds, amounts } : null;
  },

  apply({ until, holds, amounts }, account, { ids, names }) {
    const told = (words: string) => ({ words, inputs: { until, amounts: showAmounts(amounts, ids) } });
    if (!holds) return { account, tell: () => told(`The freeze ended on ${sayDate(until)}: nothing changes.`) };
    const frozen = replaced(account, partsOf(amounts), `the amounts are frozen until ${sayDate(until)}`);
    const tell = () => {
      const left = frozen.unallocated.numerator === 0n ? '' : `; ${sayPounds(frozen.unallocated)} is unallocated`;
      return told(`Frozen until ${sayDate(until)}: ${sayAmounts(amounts, names)}${left}.`);
    };
    return { account: frozen, tell };
  },
};
