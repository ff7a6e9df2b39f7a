import { compare, fraction, fromPence } from '../../money/fraction.js';
import { type Pence, formatPounds } from '../../money/pence.js';
import { readStatedAmount } from '../../reading/money-field.js';
import { at, fault } from '../../reading/place.js';
import { byId } from '../ids.js';
import { readByMember } from '../read-by-member.js';
import { sayList, sayPence, sayPounds } from '../say.js';
import { type Equal } from './basis.js';
import { type BasisRule } from './basis-rule.js';
import { splitFixedFirst, sumWeights } from './weights.js';

const fixedOf = ({ except }: Equal) => except.map((amount) => amount ?? 0n);
const weightsOf = ({ except }: Equal) => except.map((amount) => (amount === null ? 1n : 0n));

/** Equal parts; those excepted pay their stated amount and the rest is split equally (formula.md, basis). */
export const equal: BasisRule<'equal'> = {
  fields: ['except'],

  read(place, fields, scope) {
    const raw = fields.get('except');
    if (raw === undefined) return { kind: 'equal', except: scope.members.map(() => null) };
    const read = readByMember(at(place, 'except'), raw, scope, readStatedAmount);
    return read && { kind: 'equal', except: read.map((amount): Pence | null => amount ?? null) };
  },

  check(place, basis, net) {
    const excepted = sumWeights(fixedOf(basis));
    const against = compare(fromPence(excepted), net);
    const says = `the exceptions come to ${sayPence(excepted)}`;
    if (against > 0 && compare(net, fraction(0n)) > 0) {
      fault(at(place, 'except'), 'amounts-do-not-match', `Expected at most the ${sayPounds(net)} shared; ${says}`);
    } else if (against !== 0 && sumWeights(weightsOf(basis)) === 0n) {
      fault(at(place, 'except'), 'no-weight', `Expected someone to share the rest of ${sayPounds(net)}; ${says}`);
    }
  },

  stated: () => null,
  split: (basis, ask) => splitFixedFirst(fixedOf(basis), weightsOf(basis), ask),

  explain({ except }, { ids, names }) {
    const those = except.flatMap((amount, position) => (amount === null ? [] : [{ amount, position }]));
    const count = except.length - those.length;
    if (those.length === 0) return { words: `equally among ${count}`, inputs: { among: count } };
    const pays = sayList(those.map(({ amount, position }) => `${names[position] ?? ''} pays ${sayPence(amount)}`));
    const inputs = byId(those.map(({ amount, position }) => [ids[position] ?? '', formatPounds(amount)] as const));
    return {
      words: `equally: ${pays}, and the rest is split among ${count}`,
      inputs: { among: count, except: inputs },
    };
  },
};
