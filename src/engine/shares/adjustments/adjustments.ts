import { readFields } from '../../reading/fields.js';
import { readList } from '../../reading/list-field.js';
import { type Place, type Read, at, note } from '../../reading/place.js';
import { type Account } from '../account.js';
import { type Scope } from '../scope.js';
import { type Adjustment, type AdjustmentKind } from './adjustment.js';
import { type Adjusted, type AdjustmentRule, type Around, type Listed } from './adjustment-rule.js';
import { cap } from './cap.js';
import { freeze } from './freeze.js';
import { holdHarmless } from './hold-harmless.js';
import { indexation } from './indexation.js';
import { minimum } from './minimum.js';
import { oneOff } from './one-off.js';
import { rebate } from './rebate.js';
import { tolerance } from './tolerance.js';
import { transition } from './transition.js';

/** Every adjustment an agreement may name. A kind without a rule does not compile. */
const adjustments: { readonly [K in AdjustmentKind]: AdjustmentRule<K> } = {
  index: indexation,
  cap,
  minimum,
  freeze,
  tolerance,
  transition,
  'hold-harmless': holdHarmless,
  rebate,
  'one-off': oneOff,
};

/** No pot is adjusted more often than this. */
const MOST = 20;

function isKind(raw: unknown): raw is AdjustmentKind {
  return typeof raw === 'string' && Object.hasOwn(adjustments, raw);
}

function readAdjustment(place: Place, raw: unknown, scope: Scope, listed: Listed): Read<Adjustment> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return note(place, 'not-an-object', 'an adjustment', raw ?? null);
  }
  const kind: unknown = 'kind' in raw ? raw.kind : undefined;
  if (!isKind(kind))
    return note(at(place, 'kind'), 'unknown-kind', `one of ${Object.keys(adjustments).join(', ')}`, kind);
  if (!scope.budget.spend(place, scope.members.length)) return null;
  const rule: AdjustmentRule<AdjustmentKind> = adjustments[kind];
  const fields = readFields(place, raw, ['kind', ...rule.fields]);
  return fields && rule.read(place, fields, scope, listed);
}

/** The adjustments of a pot, in their order; may be left out. Null once a fault is noted. `taken` are the ids of its lines. */
export function readAdjustments(
  place: Place,
  raw: unknown,
  scope: Scope,
  taken: Set<string>,
): Read<readonly Adjustment[]> {
  const list = raw === undefined ? [] : readList(place, raw, MOST);
  if (!list) return null;
  const read = list.map((item, i) => readAdjustment(at(place, i), item, scope, { taken }));
  return read.every((adjustment) => adjustment !== null) ? read : null;
}

/** Applies one adjustment of any kind to the exact amounts that came before. */
export function adjust(adjustment: Adjustment, account: Account, around: Around): Adjusted {
  const rule: AdjustmentRule<AdjustmentKind> = adjustments[adjustment.kind];
  return rule.apply(adjustment, account, around);
}
