import { type Pence } from '../../money/pence.js';
import { type Fields, readFields } from '../../reading/fields.js';
import { readNewId } from '../../reading/id-field.js';
import { readList } from '../../reading/list-field.js';
import { readMoney } from '../../reading/money-field.js';
import { type Place, type Read, at, fault } from '../../reading/place.js';
import { readOptionalText } from '../../reading/text-field.js';
import { readBasis } from '../bases/bases.js';
import { type OnlyLine, type OwnLine, type SharedLine } from '../document.js';
import { readMember } from '../read-by-member.js';
import { type Scope } from '../scope.js';
import { countStretches } from '../count-stretches.js';

/** A line, and where it stands in the document. */
export interface Placed<T> {
  readonly place: Place;
  readonly line: T;
}

/** A pot's lines sorted by who bears them. */
export interface Lines {
  readonly shared: readonly SharedLine[];
  readonly only: readonly OnlyLine[];
  readonly own: readonly Placed<OwnLine>[];
}

type AnyLine =
  | { readonly of: 'shared'; readonly line: SharedLine }
  | { readonly of: 'only'; readonly line: OnlyLine }
  | ({ readonly of: 'own' } & Placed<OwnLine>);

/** What every line has. */
function readCommon(place: Place, fields: Fields, ids: Set<string>): Read<SharedLine> {
  const id = readNewId(at(place, 'id'), fields.get('id'), ids);
  const name = readOptionalText(place, fields, 'name');
  const amount: Read<Pence> = readMoney(at(place, 'amount'), fields.get('amount'));
  return id === null || amount === null ? null : { id, name: name ?? id, amount };
}

function readLine(place: Place, raw: unknown, scope: Scope, ids: Set<string>): Read<AnyLine> {
  const fields = readFields(place, raw, ['id', 'name', 'amount', 'only', 'basis']);
  if (!fields) return null;
  const common = readCommon(place, fields, ids);
  const [rawOnly, rawBasis] = [fields.get('only'), fields.get('basis')];
  if (rawOnly !== undefined && rawBasis !== undefined) {
    return fault(at(place, 'basis'), 'unknown-field', "Expected no basis on a line that is one partner's alone");
  }
  if (rawOnly !== undefined) {
    const only = readMember(at(place, 'only'), rawOnly, scope);
    return common && only !== null ? { of: 'only', line: { ...common, only } } : null;
  }
  if (rawBasis === undefined) return common && { of: 'shared', line: common };
  const basis = scope.budget.spend(place, scope.members.length * countStretches(scope))
    ? readBasis(at(place, 'basis'), rawBasis, scope)
    : null;
  return common && basis && { of: 'own', place, line: { ...common, basis } };
}

/** The lines of a pot; may be left out. Null once a fault is noted. `ids` gains theirs. */
export function readLines(place: Place, raw: unknown, scope: Scope, ids: Set<string>): Read<Lines> {
  const list = raw === undefined ? [] : readList(place, raw);
  if (!list) return null;
  const read = list.map((item, i) => readLine(at(place, i), item, scope, ids));
  if (read.some((line) => line === null)) return null;
  const [shared, only, own]: [SharedLine[], OnlyLine[], Placed<OwnLine>[]] = [[], [], []];
  for (const any of read) {
    if (any?.of === 'shared') shared.push(any.line);
    if (any?.of === 'only') only.push(any.line);
    if (any?.of === 'own') own.push({ place: any.place, line: any.line });
  }
  return { shared, only, own };
}

/** The income taken off before sharing; may be left out. Null once a fault is noted. `ids` gains theirs. */
export function readLess(place: Place, raw: unknown, ids: Set<string>): Read<readonly SharedLine[]> {
  const list = raw === undefined ? [] : readList(place, raw);
  if (!list) return null;
  const read = list.map((item, i) => {
    const fields = readFields(at(place, i), item, ['id', 'name', 'amount']);
    return fields && readCommon(at(place, i), fields, ids);
  });
  return read.every((line) => line !== null) ? read : null;
}
