import { readList } from '../../reading/list-field.js';
import { type Place, type Read, at, fault, note } from '../../reading/place.js';
import { type Scope } from '../scope.js';
import { type Adjustment, type AdjustmentKind } from './adjustment.js';

const MOST = 100;

/** Which kinds the engine works out. A kind left out of this table does not compile. */
const KINDS: Readonly<Record<AdjustmentKind, false>> = {
  index: false,
  cap: false,
  minimum: false,
  freeze: false,
  tolerance: false,
  transition: false,
  'hold-harmless': false,
  rebate: false,
  'one-off': false,
};

function kindOf(raw: unknown): unknown {
  return typeof raw === 'object' && raw !== null && 'kind' in raw ? raw.kind : undefined;
}

/** The adjustments of a pot, in their order; may be left out. Null once a fault is noted. */
export function readAdjustments(place: Place, raw: unknown, scope: Scope): Read<readonly Adjustment[]> {
  const list = raw === undefined || scope.members.length === 0 ? [] : readList(place, raw, MOST);
  if (!list || list.length === 0) return list && [];
  for (const [i, item] of list.entries()) {
    const kind = kindOf(item);
    const ofKind = at(at(place, i), 'kind');
    if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind)) {
      note(ofKind, 'unknown-kind', `one of ${Object.keys(KINDS).join(', ')}`, kind);
    } else fault(ofKind, 'not-yet-supported', `Expected no adjustment of kind "${kind}"; it is not worked out yet`);
  }
  return null;
}
