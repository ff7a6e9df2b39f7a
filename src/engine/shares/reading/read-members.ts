import { readList } from '../../reading/list-field.js';
import { isId } from '../../reading/id-field.js';
import { type Place, type Read, at, fault } from '../../reading/place.js';
import { show } from '../../reading/show.js';
import { type Partner, type Role } from '../partner.js';
import { type Roster } from '../scope.js';

/** Who contributes when a pot does not say who its members are. */
const CONTRIBUTES: Readonly<Record<Role, boolean>> = {
  host: true,
  partner: true,
  observer: false,
  invited: false,
  withdrawn: false,
};

/** Whether a partner contributes by its role. */
export function contributes({ role }: Partner): boolean {
  return CONTRIBUTES[role];
}

/** Every partner that contributes, for a pot that names no members. */
function contributors(place: Place, roster: Roster): Read<readonly Partner[]> {
  const members = roster.partners.filter(contributes);
  if (members.length > 0 || !roster.isComplete) return members;
  return fault(
    place,
    'nothing-to-share',
    'Expected members, since no partner contributes by its role; the field is missing',
  );
}

/** Adds one name to `named`; false, with a fault, when it is nobody's or came before. */
function readName(place: Place, raw: unknown, roster: Roster, named: Set<string>): boolean {
  if (typeof raw !== 'string' || !roster.byId.has(raw)) {
    const mayBeUnread = isId(raw) && !roster.isComplete;
    if (!mayBeUnread) fault(place, 'unknown-partner', `Expected the id of a partner; came ${show(raw)}`);
    return false;
  }
  if (named.has(raw)) fault(place, 'duplicate-id', `Expected each member once; "${raw}" came before`);
  else named.add(raw);
  return true;
}

/** The members of a pot in agreement order; left out, every partner that contributes. Null once a fault is noted. */
export function readMembers(place: Place, raw: unknown, roster: Roster): Read<readonly Partner[]> {
  if (raw === undefined) return contributors(place, roster);
  const list = readList(place, raw);
  if (!list) return null;
  if (list.length === 0) return fault(place, 'nothing-to-share', 'Expected at least one member; came none');
  const named = new Set<string>();
  const isWhole = list.map((item, i) => readName(at(place, i), item, roster, named)).every((isNamed) => isNamed);
  return isWhole ? roster.partners.filter(({ id }) => named.has(id)) : null;
}
