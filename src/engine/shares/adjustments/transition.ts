import { addParts, scaleParts } from '../../money/exact-parts.js';
import { fraction } from '../../money/fraction.js';
import { type Place, type Read, at, fault, note } from '../../reading/place.js';
import { countStretches } from '../count-stretches.js';
import { shareByBasis } from '../share-by-basis.js';
import { explainBasis, readBasis } from '../bases/bases.js';
import { type AdjustmentRule } from './adjustment-rule.js';
import { replaced } from './replaced.js';

const WHOLE = /^(0|[1-9]\d{0,3})$/;

/** A whole number below ten thousand, as a number or as text. */
function readCount(place: Place, raw: unknown): Read<bigint> {
  const text = typeof raw === 'number' ? String(raw) : raw;
  if (typeof text === 'string' && WHOLE.test(text)) return BigInt(text);
  return note(place, 'not-a-whole-number', 'a whole number below 10,000', raw);
}

/** e = year ÷ of × new + (1 − year ÷ of) × old, the old basis sharing the same total (formula.md, adjustments). */
export const transition: AdjustmentRule<'transition'> = {
  fields: ['from', 'year', 'of'],

  read(place, fields, scope) {
    if (!scope.budget.spend(place, scope.members.length * countStretches(scope))) return null;
    const from = readBasis(at(place, 'from'), fields.get('from'), scope);
    const year = readCount(at(place, 'year'), fields.get('year'));
    const of = readCount(at(place, 'of'), fields.get('of'));
    if (of === 0n) return fault(at(place, 'of'), 'not-a-whole-number', 'Expected at least one year');
    if (!from || year === null || of === null) return null;
    if (year <= of) return { kind: 'transition', from, year, of };
    return fault(
      at(place, 'year'),
      'not-a-whole-number',
      `Expected a year from 0 to ${String(of)}; came ${String(year)}`,
    );
  },

  apply({ from, year, of }, account, { ids, names, stretches }) {
    const old = shareByBasis(account.total, from, stretches);
    const [share, rest] = [fraction(year, of), fraction(of - year, of)];
    const exact = addParts(scaleParts(account.exact, share), scaleParts(old.exact, rest));
    const tell = () => {
      const { words, inputs } = explainBasis(from, { ids, names, net: account.total });
      const [now, before] = [`${String(year)}/${String(of)}`, `${String(of - year)}/${String(of)}`];
      return {
        words: `Year ${String(year)} of ${String(of)}: ${now} of the new amounts and ${before} of the old, shared ${words}.`,
        inputs: { year: String(year), of: String(of), from: { kind: from.kind, ...inputs } },
      };
    };
    return { account: replaced(account, exact, old.why.join('; ')), tell };
  },
};
