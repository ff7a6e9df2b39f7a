import { type Fields, readFields } from '../../reading/fields.js';
import { readNewId } from '../../reading/id-field.js';
import { readList } from '../../reading/list-field.js';
import { readMoney } from '../../reading/money-field.js';
import { readOneOf } from '../../reading/one-of.js';
import { type Place, type Read, at, fault } from '../../reading/place.js';
import { readOptionalText } from '../../reading/text-field.js';
import { readMember } from '../../shares/read-by-member.js';
import { type Scope } from '../../shares/scope.js';
import { CAUSES, type Cause, type Line, type Owner } from '../document.js';
import { readHost } from './read-host.js';

const FIELDS = ['id', 'name', 'budget', 'forecast', 'only', 'profile', 'cause'];

/** A cause where one may be stated; undefined where none is, null once a fault is noted. */
export function readCause(place: Place, raw: unknown): Read<Cause> | undefined {
  return raw === undefined ? undefined : readOneOf(place, raw, CAUSES);
}

/** Whose alone the line is; undefined when it is pooled, null once a fault is noted. */
function readOwner(place: Place, fields: Fields, scope: Scope): Read<Owner> | undefined {
  const [rawOnly, rawProfile] = [fields.get('only'), fields.get('profile')];
  if (rawOnly !== undefined && rawProfile !== undefined) {
    return fault(at(place, 'profile'), 'unknown-field', "Expected no profile on a line that is one partner's alone");
  }
  if (rawOnly !== undefined) {
    const position = readMember(at(place, 'only'), rawOnly, scope);
    return position === null ? null : { kind: 'only', position };
  }
  if (rawProfile === undefined) return undefined;
  if (readOneOf(at(place, 'profile'), rawProfile, ['fixed']) === null) return null;
  const position = readHost(at(place, 'profile'), scope);
  return position === null ? null : { kind: 'fixed', position };
}

function readLine(place: Place, raw: unknown, scope: Scope, ids: Set<string>): Read<Line> {
  const fields = readFields(place, raw, FIELDS);
  if (!fields) return null;
  const id = readNewId(at(place, 'id'), fields.get('id'), ids);
  const name = readOptionalText(place, fields, 'name');
  const budget = readMoney(at(place, 'budget'), fields.get('budget'));
  const forecast = readMoney(at(place, 'forecast'), fields.get('forecast'));
  const owner = readOwner(place, fields, scope);
  const cause = readCause(at(place, 'cause'), fields.get('cause'));
  if (id === null || budget === null || forecast === null || owner === null || cause === null) return null;
  return { id, name: name ?? id, budget, forecast, owner, cause };
}

/** The lines of the budget, at least one; null once a fault is noted. */
export function readLines(place: Place, raw: unknown, scope: Scope): Read<readonly Line[]> {
  const list = readList(place, raw);
  if (!list) return null;
  if (list.length === 0) return fault(place, 'nothing-to-share', 'Expected at least one line; came none');
  const ids = new Set<string>();
  const read = list.map((item, i) => readLine(at(place, i), item, scope, ids));
  return read.every((line) => line !== null) ? read : null;
}
