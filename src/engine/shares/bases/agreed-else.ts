import { readList } from '../../reading/list-field.js';
import { type Place, type Read, at, fault } from '../../reading/place.js';
import { readMember } from '../read-by-member.js';
import { sayList } from '../say.js';
import { type Scope } from '../scope.js';
import { type BasisRule } from './basis-rule.js';

/** The positions of those who agreed; each once. */
function readAgreedBy(place: Place, raw: unknown, scope: Scope): Read<ReadonlySet<number>> {
  const list = raw === undefined ? [] : readList(place, raw);
  if (!list) return null;
  const agreed = new Set<number>();
  let isWhole = true;
  for (const [i, item] of list.entries()) {
    const position = readMember(at(place, i), item ?? null, scope);
    if (position !== null && agreed.has(position)) fault(at(place, i), 'duplicate-id', 'Expected each member once');
    isWhole &&= position !== null && !agreed.has(position);
    if (position !== null) agreed.add(position);
  }
  return isWhole ? agreed : null;
}

/** The agreed split only when every member of the pot agreed it; otherwise the default (formula.md, basis). */
export const agreedElse: BasisRule<'agreed-else'> = {
  fields: ['agreed', 'agreedBy', 'default'],

  read(place, fields, scope, any) {
    const raw = fields.get('agreed') ?? null;
    const faults = place.faults.length;
    const agreed = raw === null ? null : any.read(at(place, 'agreed'), raw, scope);
    const agreedBy = readAgreedBy(at(place, 'agreedBy'), fields.get('agreedBy'), scope);
    const otherwise = any.read(at(place, 'default'), fields.get('default'), scope);
    if (!otherwise || !agreedBy || place.faults.length > faults) return null;
    const without = scope.members.filter((_, position) => !agreedBy.has(position)).map(({ name }) => name);
    const holds = agreed && without.length === 0 ? 'agreed' : 'default';
    return { kind: 'agreed-else', holds, basis: holds === 'agreed' && agreed ? agreed : otherwise, without };
  },

  check: (place, { basis, holds }, net, any) => any.check(at(place, holds), basis, net),
  stated: ({ basis }, any) => any.stated(basis),
  split: ({ basis }, ask, any) => any.split(basis, ask),

  explain({ basis, holds, without }, telling, any) {
    const { words, inputs } = any.explain(basis, telling);
    const missing = without.length > 0 ? `without the agreement of ${sayList(without)}` : 'with nothing agreed';
    const why = holds === 'agreed' ? 'as every member agreed' : `by default, ${missing}`;
    return { words: `${why}, ${words}`, inputs: { holds, kind: basis.kind, ...inputs } };
  },
};
