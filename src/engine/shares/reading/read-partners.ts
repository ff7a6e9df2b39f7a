import { type LocalDate } from '../../calendar/local-date.js';
import { type Period, overlap } from '../../calendar/period.js';
import { readDateField } from '../../reading/date-field.js';
import { type Fields, readFields } from '../../reading/fields.js';
import { readNewId } from '../../reading/id-field.js';
import { readList } from '../../reading/list-field.js';
import { readOneOf } from '../../reading/one-of.js';
import { type Place, type Read, at, fault } from '../../reading/place.js';
import { readOptionalText } from '../../reading/text-field.js';
import { type Partner, type Role } from '../partner.js';
import { type Roster } from '../scope.js';

const ROLES: readonly Role[] = ['host', 'partner', 'observer', 'invited', 'withdrawn'];

/** The days of `period` from `from` until `until`, either of which may be left out; null once a fault is noted. */
function readPresence(place: Place, fields: Fields, period: Period): Read<{ days: Period | undefined }> {
  const [rawFrom, rawUntil] = [fields.get('from'), fields.get('until')];
  const from = rawFrom === undefined ? period.from : readDateField(at(place, 'from'), rawFrom);
  const until = rawUntil === undefined ? period.until : readDateField(at(place, 'until'), rawUntil);
  if (from === null || until === null) return null;
  if (rawFrom !== undefined && rawUntil !== undefined && from >= until) {
    return fault(at(place, 'until'), 'not-a-period', `Expected an end after the start ${from}; came "${until}"`);
  }
  return { days: from < until ? overlap({ from, until }, period) : undefined };
}

function readPartner(place: Place, raw: unknown, period: Period, ids: Set<string>): Read<Partner> {
  const fields = readFields(place, raw, ['id', 'name', 'role', 'from', 'until']);
  if (!fields) return null;
  const id = readNewId(at(place, 'id'), fields.get('id'), ids);
  const name = readOptionalText(place, fields, 'name');
  const role = readOneOf(at(place, 'role'), fields.get('role') ?? 'partner', ROLES);
  const presence = readPresence(place, fields, period);
  if (id === null) return null;
  return { id, name: name ?? id, role: role ?? 'partner', present: presence?.days };
}

/** A period that stands in for one that could not be read, so that the rest can still be checked. */
const ANY: Period = { from: '1900-01-01' as LocalDate, until: '2199-12-31' as LocalDate };

/** The partners, in the order in which the agreement lists them; faults go with their places. */
export function readPartners(place: Place, raw: unknown, period: Period | null): Roster {
  const list = readList(place, raw);
  if (list?.length === 0) fault(place, 'nothing-to-share', 'Expected at least one partner; came none');
  const ids = new Set<string>();
  const read = (list ?? []).map((item, i) => readPartner(at(place, i), item, period ?? ANY, ids));
  const partners = read.filter((partner) => partner !== null);
  const isComplete = list !== null && partners.length === read.length;
  return { partners, byId: new Map(partners.map((partner) => [partner.id, partner])), isComplete };
}
