import { readPeriodField } from '../calendar/period.js';
import { digest } from '../digest.js';
import { type Fault, type Outcome, accept, refuse } from '../outcome.js';
import { type Fields, readFields } from '../reading/fields.js';
import { type Place, type Read, at, placeAt } from '../reading/place.js';
import { Budget } from '../shares/budget.js';
import { readMeasures } from '../shares/reading/read-measures.js';
import { readMembers } from '../shares/reading/read-members.js';
import { readPartners } from '../shares/reading/read-partners.js';
import { readRounding } from '../shares/reading/read-rounding.js';
import { type Scope } from '../shares/scope.js';
import { ENGINE_VERSION } from '../version.js';
import { type VarianceDocument } from './document.js';
import { checkCauses } from './reading/check-causes.js';
import { checkReserve, readLadder } from './reading/read-ladder.js';
import { readCause } from './reading/read-lines.js';
import { readReserve } from './reading/read-reserve.js';
import { readTotals } from './reading/read-totals.js';
import { readUnderspend } from './reading/read-underspend.js';

const WHO = ['period', 'partners', 'members', 'measures'];
const WHAT = ['budget', 'forecast', 'lines', 'cause', 'reserve', 'overspend', 'underspend', 'rounding'];

/** Who there is. Members that cannot be read are taken to be all partners, so that the rest can still be checked. */
function readScope(place: Place, fields: Fields): { scope: Scope; isWhole: boolean } {
  const period = readPeriodField(at(place, 'period'), fields.get('period'));
  const roster = readPartners(at(place, 'partners'), fields.get('partners'), period);
  const measures = readMeasures(at(place, 'measures'), fields.get('measures'), roster);
  const read = readMembers(at(place, 'members'), fields.get('members'), roster);
  const members = read ?? roster.partners;
  const positions = new Map(members.map(({ id }, position) => [id, position]));
  const known = { measures: measures.byId, hasAllMeasures: measures.isComplete };
  const scope = { period, roster, ...known, members, positions, budget: new Budget(), depth: 0 };
  return { scope, isWhole: read !== null };
}

type Rules = Pick<VarianceDocument, 'overspend' | 'underspend' | 'reserve'>;

/** The two ladders and the reserve that they use. */
function readRules(place: Place, fields: Fields, scope: Scope, total: VarianceDocument['budget'] | null): Read<Rules> {
  const rawReserve = fields.get('reserve');
  const reserve = rawReserve === undefined ? undefined : readReserve(at(place, 'reserve'), rawReserve);
  const [over, under] = [at(place, 'overspend'), at(place, 'underspend')];
  const overspend = readLadder(over, fields.get('overspend'), { ...scope, direction: 'overspend', total });
  const underspend = readUnderspend(under, fields.get('underspend'), { ...scope, direction: 'underspend', total });
  checkReserve(place, overspend, rawReserve !== undefined);
  return overspend && underspend && reserve !== null ? { overspend, underspend, reserve } : null;
}

function readWhole(place: Place, raw: unknown): Read<Omit<VarianceDocument, 'digest'>> {
  const fields = readFields(place, raw, [...WHO, ...WHAT]);
  if (!fields) return null;
  const { scope, isWhole } = readScope(place, fields);
  const { period, roster, members } = scope;
  const totals = readTotals(place, fields, scope);
  const cause = readCause(at(place, 'cause'), fields.get('cause'));
  const rules = readRules(place, fields, scope, totals?.budget ?? null);
  const rounding = readRounding(at(place, 'rounding'), fields.get('rounding'), roster);
  if (!period || !isWhole || !totals || cause === null || !rules || !rounding) return null;
  checkCauses(place, { ...totals, ...rules, cause });
  return { period, partners: roster.partners, members, ...totals, cause, ...rules, rounding };
}

/**
 * A posted variance document, checked (formula.md, section 2); otherwise all its faults at once. Never throws for anything
 * that JSON can say.
 */
export function readVarianceDocument(raw: unknown): Outcome<VarianceDocument> {
  const faults: Fault[] = [];
  const read = readWhole(placeAt('', faults), raw);
  if (faults.length > 0) return refuse(faults);
  if (!read) throw new Error('A document was refused without a fault');
  return accept({ ...read, digest: digest({ document: raw, engine: ENGINE_VERSION }) });
}
