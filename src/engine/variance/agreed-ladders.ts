import { type Fault } from '../outcome.js';
import { type Fields, readFields } from '../reading/fields.js';
import { type Place, at, note, placeAt } from '../reading/place.js';
import { readVarianceDocument } from './read-document.js';

/** What an agreement says of a variance; what is budgeted, forecast and held in reserve is asked of it later. */
const RULES = ['members', 'overspend', 'underspend', 'rounding'];

/** What the ladders are asked about. */
const FIGURES = ['budget', 'forecast', 'lines', 'cause'];

type Posted = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Posted =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The floor that the agreement sets and the balance of the day; whatever else came stands, to be refused where it is read. */
function reserveOf(agreed: unknown, given: unknown): unknown {
  return isObject(agreed) && isObject(given) ? { ...given, ...agreed } : given;
}

/** The fields of `posted` that are named and there. */
function pick(posted: Posted, names: readonly string[]): Posted {
  return Object.fromEntries(names.flatMap((name) => (posted[name] === undefined ? [] : [[name, posted[name]]])));
}

/**
 * The variance document that asks an agreement's ladders about figures: partners, measures, days and (where the ladders say
 * nothing else) rounding are those of its schedule, the floor of the reserve is the agreement's, its balance is given.
 */
export function underLadders(schedule: Posted, ladders: Posted, figures: Posted): Posted {
  const reserve = reserveOf(ladders['reserve'], figures['reserve']);
  return {
    ...pick(schedule, ['period', 'partners', 'measures', 'rounding']),
    ...pick(ladders, RULES),
    ...pick(figures, FIGURES),
    ...pick({ reserve }, ['reserve']),
  };
}

/** A ladder that is asked about nothing: whatever is then wrong is wrong with the ladder. */
const NOTHING = { budget: '0.00', forecast: '0.00', reserve: { balance: '0.00' } };

function checkFields(place: Place, posted: unknown): Fields | null {
  const fields = readFields(place, posted, [...RULES, 'reserve']);
  if (!fields) return null;
  if (!fields.has('overspend') && !fields.has('underspend')) {
    note(at(place, 'overspend'), 'missing-field', 'at least one ladder, "overspend" or "underspend"', undefined);
  }
  const reserve = fields.get('reserve');
  if (reserve !== undefined) readFields(at(place, 'reserve'), reserve, ['floor']);
  return fields;
}

/**
 * All that is wrong with the two ladders of an agreement (formula.md, section 2) beside its funding schedule; nothing when
 * they can be asked about any variance. Faults of the schedule itself are not repeated. `[]` when all is well.
 */
export function faultsOfLadders(schedule: Posted, ladders: unknown): readonly Fault[] {
  const faults: Fault[] = [];
  const fields = checkFields(placeAt('', faults), ladders);
  if (!fields || !isObject(ladders)) return faults;
  const read = readVarianceDocument(underLadders(schedule, ladders, NOTHING));
  const isOfLadders = ({ pointer }: Fault) => fields.has(pointer.split('/')[1] ?? '');
  const known = new Set(faults.map(({ pointer }) => pointer));
  const found = read.ok ? [] : read.faults.filter((fault) => isOfLadders(fault) && !known.has(fault.pointer));
  return [...faults, ...found];
}
