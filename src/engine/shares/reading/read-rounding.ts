import { pence } from '../../money/pence.js';
import { ROUNDING_UNITS, type RemainderRule } from '../../money/rounding.js';
import { readFields } from '../../reading/fields.js';
import { isId } from '../../reading/id-field.js';
import { readOneOf } from '../../reading/one-of.js';
import { type Place, type Read, at, fault, note } from '../../reading/place.js';
import { show } from '../../reading/show.js';
import { type SharesRounding } from '../document.js';
import { type Roster } from '../scope.js';

const RULES: readonly RemainderRule[] = ['largest-remainder', 'largest-share', 'first-listed', 'partner'];
const UNITS = Object.keys(ROUNDING_UNITS) as (keyof typeof ROUNDING_UNITS)[];

type Remainder = Pick<SharesRounding, 'rule' | 'partner'>;

/** The partner that takes the difference: one of the document's. */
function readTaker(place: Place, raw: unknown, roster: Roster): Read<string> {
  if (isId(raw) && (roster.byId.has(raw) || !roster.isComplete)) return raw;
  if (raw === undefined) return note(place, 'missing-field', 'the id of the partner that takes the difference', raw);
  return fault(place, 'unknown-partner', `Expected the id of a partner; came ${show(raw)}`);
}

function readRemainder(place: Place, raw: unknown, roster: Roster): Read<Remainder> {
  if (raw === undefined) return { rule: 'largest-remainder' };
  const fields = readFields(place, raw, ['rule', 'partner']);
  if (!fields) return null;
  const rule = readOneOf(at(place, 'rule'), fields.get('rule'), RULES);
  if (rule !== 'partner') {
    if (rule !== null && fields.has('partner')) {
      fault(at(place, 'partner'), 'unknown-field', `Expected no partner with the rule "${rule}"`);
    }
    return rule && { rule };
  }
  const partner = readTaker(at(place, 'partner'), fields.get('partner'), roster);
  return partner === null ? null : { rule, partner };
}

/** To what amounts are rounded; left out it is whole pence by largest remainder (formula.md, rounding). */
export function readRounding(place: Place, raw: unknown, roster: Roster): Read<SharesRounding> {
  if (raw === undefined) return { unit: pence(1n), rule: 'largest-remainder' };
  const fields = readFields(place, raw, ['unit', 'remainder']);
  if (!fields) return null;
  const unit = readOneOf(at(place, 'unit'), fields.get('unit') ?? '0.01', UNITS);
  const remainder = readRemainder(at(place, 'remainder'), fields.get('remainder'), roster);
  return unit && remainder && { unit: pence(ROUNDING_UNITS[unit]), ...remainder };
}
