import { type Pence } from '../../money/pence.js';
import { type Fields, readFields } from '../../reading/fields.js';
import { readList } from '../../reading/list-field.js';
import { type Place, type Read, at, fault, note } from '../../reading/place.js';
import { readOptionalText } from '../../reading/text-field.js';
import { type Scope } from '../../shares/scope.js';
import { type Direction, type Ladder } from '../document.js';
import { type Step, type StepKind } from '../steps/step.js';
import { stepRule, steps } from '../steps/steps.js';
import { readLimit } from './read-limit.js';

/** No ladder has more steps than this. */
const MOST = 100;

/** What a step may refer to where it stands. */
export interface LadderScope extends Scope {
  readonly direction: Direction;
  /** What percentages are of; null when it could not be read. */
  readonly total: Pence | null;
}

const KINDS = Object.keys(steps) as StepKind[];

function readKind(place: Place, raw: unknown, direction: Direction): Read<StepKind> {
  const kinds = KINDS.filter((kind) => stepRule(kind).ladders.includes(direction));
  const kind = kinds.find((one) => one === raw);
  return kind ?? note(place, 'unknown-kind', `one of ${kinds.join(', ')}`, raw);
}

/** The limit of a step; undefined when it states none, null once a fault is noted. */
function readStepLimit(place: Place, fields: Fields, total: Pence | null) {
  const raw = fields.get('limit');
  return raw === undefined ? undefined : readLimit(at(place, 'limit'), raw, total);
}

function readStep(place: Place, raw: unknown, scope: LadderScope): Read<Step> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return note(place, 'not-an-object', 'a step', raw ?? null);
  }
  const kind = readKind(at(place, 'kind'), 'kind' in raw ? raw.kind : undefined, scope.direction);
  if (kind === null || !scope.budget.spend(place, 1)) return null;
  const rule = stepRule(kind);
  const fields = readFields(place, raw, ['kind', 'clause', ...rule.fields]);
  if (!fields) return null;
  const clause = readOptionalText(place, fields, 'clause');
  const limit = rule.fields.includes('limit') ? readStepLimit(place, fields, scope.total) : undefined;
  const step = rule.read(place, fields, scope);
  return step && limit !== null ? { ...step, limit, clause } : null;
}

/** The steps of a ladder in their order; left out there are none, and so nothing is shared. Null once a fault is noted. */
export function readLadder(place: Place, raw: unknown, scope: LadderScope): Read<Ladder> {
  const list = raw === undefined ? [] : readList(place, raw, MOST);
  if (!list) return null;
  const read = list.map((item, i) => readStep(at(place, i), item, scope));
  return read.every((step) => step !== null) ? read : null;
}

/** Notes that a ladder takes from a reserve of which the document says nothing. */
export function checkReserve(place: Place, ladder: Ladder | null, hasReserve: boolean): void {
  if (hasReserve || !ladder?.some(({ kind }) => kind === 'reserve')) return;
  const wanted = 'Expected the reserve that a step of "overspend" takes from; the field is missing';
  fault(at(place, 'reserve'), 'missing-field', wanted);
}
