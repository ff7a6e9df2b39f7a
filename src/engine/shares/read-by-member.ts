import { readKeyed } from '../reading/fields.js';
import { isId } from '../reading/id-field.js';
import { type Place, type Read, at, fault } from '../reading/place.js';
import { show } from '../reading/show.js';
import { type Scope } from './scope.js';

/** Notes that a name is not one of the pot's members. */
function refuseName(place: Place, id: string, scope: Scope): null {
  if (scope.roster.byId.has(id)) {
    return fault(place, 'not-a-member', `Expected a member of this pot; "${id}" is a partner but not one of them`);
  }
  if (!scope.roster.isComplete && isId(id)) return null;
  return fault(place, 'unknown-partner', `Expected the id of a partner; there is no ${show(id)}`);
}

/** The position of a member named by its id; null, with a fault, when it names nobody or no member. */
export function readMember(place: Place, raw: unknown, scope: Scope): Read<number> {
  const id = typeof raw === 'string' ? raw : null;
  if (raw === undefined) return fault(place, 'missing-field', 'Expected the id of a partner; the field is missing');
  if (id === null) return fault(place, 'not-an-id', `Expected the id of a partner; came ${show(raw)}`);
  return scope.positions.get(id) ?? refuseName(place, id, scope);
}

/**
 * An object keyed by members' ids as values by position; a member left out is undefined. Null, with faults, when one
 * names nobody or holds what `readOne` refuses.
 */
export function readByMember<T>(
  place: Place,
  raw: unknown,
  scope: Scope,
  readOne: (place: Place, raw: unknown) => Read<T>,
): Read<readonly (T | undefined)[]> {
  const fields = readKeyed(place, raw);
  if (!fields) return null;
  const values = new Array<T | undefined>(scope.members.length).fill(undefined);
  let isWhole = true;
  for (const id of fields.keys()) {
    const field = fields.get(id);
    if (field === undefined) continue;
    const here = at(place, id);
    const position = readMember(here, id, scope);
    const value = readOne(here, field);
    if (position === null || value === null) isWhole = false;
    else values[position] = value;
  }
  return isWhole ? values : null;
}
