import { readFields } from '../../reading/fields.js';
import { type Place, type Read, at, fault, note } from '../../reading/place.js';
import { type Scope } from '../scope.js';
import { bases } from './bases.js';
import { type Basis, type BasisKind } from './basis.js';

const DEEPEST = 8;

/** Whether a text names a kind of basis. */
function isKind(raw: unknown): raw is BasisKind {
  return typeof raw === 'string' && Object.hasOwn(bases, raw);
}

function kindOf(raw: unknown): unknown {
  return typeof raw === 'object' && raw !== null && 'kind' in raw ? raw.kind : undefined;
}

/** A basis of any kind at its place in a document; null once its faults are noted. */
export function readBasis(place: Place, raw: unknown, scope: Scope): Read<Basis> {
  if (scope.depth >= DEEPEST) return fault(place, 'over-limit', `Expected at most ${DEEPEST} bases inside one another`);
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return note(place, 'not-an-object', 'a basis', raw);
  const kind = kindOf(raw);
  if (!isKind(kind)) return note(at(place, 'kind'), 'unknown-kind', `one of ${Object.keys(bases).join(', ')}`, kind);
  const rule = bases[kind];
  const fields = readFields(place, raw, ['kind', ...rule.fields]);
  return fields && rule.read(place, fields, { ...scope, depth: scope.depth + 1 });
}
