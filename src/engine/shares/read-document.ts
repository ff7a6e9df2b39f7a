import { type Period, readPeriodField } from '../calendar/period.js';
import { digest } from '../digest.js';
import { type Fault, type Outcome, accept, refuse } from '../outcome.js';
import { readFields } from '../reading/fields.js';
import { type Place, type Read, at, fault, placeAt } from '../reading/place.js';
import { ENGINE_VERSION } from '../version.js';
import { Budget } from './budget.js';
import { type SharesDocument } from './document.js';
import { contributes } from './reading/read-members.js';
import { readMeasures } from './reading/read-measures.js';
import { readPartners } from './reading/read-partners.js';
import { type ReadPot, readPots } from './reading/read-pots.js';
import { readRounding } from './reading/read-rounding.js';
import { type Roster } from './scope.js';

/** Notes every contributing partner that no pot has as a member, unless a pot's members could not be read. */
function checkPartners(place: Place, roster: Roster, pots: readonly ReadPot[]): void {
  if (!roster.isComplete || pots.some(({ members }) => members === null)) return;
  const inAPot = new Set(pots.flatMap(({ members }) => members ?? []).map(({ id }) => id));
  for (const [i, partner] of roster.partners.entries()) {
    if (!contributes(partner) || inAPot.has(partner.id)) continue;
    const wanted = `Expected "${partner.id}" to be a member of at least one pot, since it contributes; it is in none`;
    fault(at(place, i), 'partner-in-no-pot', wanted);
  }
}

/** The days that are shared: those given, all inside the period, or the whole of it when none are. */
function readWithin(place: Place, raw: unknown, period: Read<Period>): Read<Period> {
  if (raw === undefined || !period) return period;
  const within = readPeriodField(place, raw);
  if (!within || (period.from <= within.from && within.until <= period.until)) return within;
  return fault(place, 'not-a-period', `Expected days inside the period, ${period.from} until ${period.until}`);
}

function readWhole(place: Place, raw: unknown, budget: Budget): Read<Omit<SharesDocument, 'digest'>> {
  const fields = readFields(place, raw, ['period', 'within', 'partners', 'measures', 'pots', 'rounding']);
  if (!fields) return null;
  const period = readPeriodField(at(place, 'period'), fields.get('period'));
  const within = readWithin(at(place, 'within'), fields.get('within'), period);
  const roster = readPartners(at(place, 'partners'), fields.get('partners'), within);
  const measures = readMeasures(at(place, 'measures'), fields.get('measures'), roster);
  const around = {
    period,
    roster,
    measures: measures.byId,
    hasAllMeasures: measures.isComplete,
    depth: 0,
    budget,
  };
  const read = readPots(at(place, 'pots'), fields.get('pots'), around);
  const rounding = readRounding(at(place, 'rounding'), fields.get('rounding'), roster);
  if (read) checkPartners(at(place, 'partners'), roster, read);
  const pots = read?.map(({ pot }) => pot);
  if (!period || !within || !rounding || !pots?.every((pot) => pot !== null)) return null;
  return { period, within, partners: roster.partners, pots, rounding };
}

/**
 * A posted shares document, checked: every field is known and of its kind, every name names something, and the lines and
 * bases agree (formula.md, section 1). Otherwise all its faults at once. Never throws for anything that JSON can say.
 * `budget` is how many figures it may make.
 */
export function readSharesDocument(raw: unknown, budget = new Budget()): Outcome<SharesDocument> {
  const faults: Fault[] = [];
  const read = readWhole(placeAt('', faults), raw, budget);
  if (faults.length > 0) return refuse(faults);
  if (!read) throw new Error('A document was refused without a fault');
  const { period, within, partners, pots, rounding } = read;
  const sealed = digest({ document: raw, engine: ENGINE_VERSION });
  return accept({ period, within, partners, pots, rounding, digest: sealed });
}
