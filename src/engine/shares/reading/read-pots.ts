import { type Fields, readFields } from '../../reading/fields.js';
import { readNewId } from '../../reading/id-field.js';
import { readList } from '../../reading/list-field.js';
import { readOneOf } from '../../reading/one-of.js';
import { type Place, type Read, at, fault } from '../../reading/place.js';
import { readOptionalText } from '../../reading/text-field.js';
import { readAdjustments } from '../adjustments/adjustments.js';
import { readBasis } from '../bases/bases.js';
import { type Pot, type PotKind } from '../document.js';
import { type Partner } from '../partner.js';
import { type Scope } from '../scope.js';
import { countStretches } from '../count-stretches.js';
import { checkPot } from './check-pot.js';
import { readLess, readLines } from './read-lines.js';
import { readMembers } from './read-members.js';

const KINDS: readonly PotKind[] = ['pooled', 'aligned', 'own'];
const FIELDS = ['id', 'name', 'kind', 'members', 'lines', 'less', 'basis', 'adjust', 'clause'];

/** What all pots of a document may refer to. */
export type Around = Omit<Scope, 'members' | 'positions'>;

/** A pot, or nothing when a fault is noted; and its members as far as they could be read. */
export interface ReadPot {
  readonly pot: Read<Pot>;
  readonly members: Read<readonly Partner[]>;
}

type Head = Pick<Pot, 'id' | 'name' | 'kind' | 'clause'>;

function readHead(place: Place, fields: Fields, ids: Set<string>): Read<Head> {
  const id = readNewId(at(place, 'id'), fields.get('id'), ids);
  const name = readOptionalText(place, fields, 'name');
  const kind = readOneOf(at(place, 'kind'), fields.get('kind') ?? 'pooled', KINDS);
  const clause = readOptionalText(place, fields, 'clause');
  return id === null || kind === null ? null : { id, name: name ?? id, kind, clause };
}

/** Everything of a pot beside its head, once its members are known. */
function readBody(place: Place, fields: Fields, scope: Scope, head: Read<Head>): Read<Pot> {
  if (!scope.budget.spend(place, scope.members.length * countStretches(scope))) return null;
  const ids = new Set<string>();
  const lines = readLines(at(place, 'lines'), fields.get('lines'), scope, ids);
  const less = readLess(at(place, 'less'), fields.get('less'), ids);
  const basis = readBasis(at(place, 'basis'), fields.get('basis'), scope);
  const adjust = readAdjustments(at(place, 'adjust'), fields.get('adjust'), scope, ids);
  if (!lines || !less || !basis || !adjust) return null;
  checkPot(place, lines, { less, basis, adjust });
  const own = lines.own.map(({ line }) => line);
  if (!head) return null;
  const [{ id, name, kind, clause }, { members }, { shared, only }] = [head, scope, lines];
  return { id, name, kind, clause, members, shared, only, own, less, basis, adjust };
}

function readPot(place: Place, raw: unknown, around: Around, ids: Set<string>): ReadPot {
  const fields = readFields(place, raw, FIELDS);
  if (!fields) return { pot: null, members: null };
  const head = readHead(place, fields, ids);
  const members = readMembers(at(place, 'members'), fields.get('members'), around.roster);
  if (!members) return { pot: null, members };
  const positions = new Map(members.map(({ id }, position) => [id, position]));
  const { period, roster, measures, hasAllMeasures, budget, depth } = around;
  const scope = { period, roster, measures, hasAllMeasures, budget, depth, members, positions };
  return { pot: readBody(place, fields, scope, head), members };
}

/** The pots of a document, at least one. Faults go with their places. */
export function readPots(place: Place, raw: unknown, around: Around): Read<readonly ReadPot[]> {
  const list = readList(place, raw);
  if (!list) return null;
  if (list.length === 0) return fault(place, 'nothing-to-share', 'Expected at least one pot; came none');
  const ids = new Set<string>();
  return list.map((item, i) => readPot(at(place, i), item, around, ids));
}
