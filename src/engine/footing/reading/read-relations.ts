import { type Fields, readFields, readKeyed } from '../../reading/fields.js';
import { readList } from '../../reading/list-field.js';
import { readOneOf } from '../../reading/one-of.js';
import { type Place, type Read, at, fault, note } from '../../reading/place.js';
import { show } from '../../reading/show.js';
import { type StatedRelation } from '../document.js';
import { MOST_COLUMNS } from './read-columns.js';

type Kind = StatedRelation['kind'];

/** No table states more relations of its own than this. */
export const MOST_RELATIONS = 50;

const COUNT = /^[1-9]\d{0,3}$/;

/** A column that this relation did not name before; `taken` is added to. */
function readColumn(place: Place, raw: unknown, columns: ReadonlySet<string>, taken: Set<string>): Read<string> {
  if (typeof raw !== 'string' || !columns.has(raw)) return note(place, 'not-one-of', 'the id of a column', raw);
  if (taken.has(raw)) return fault(place, 'duplicate-id', `Expected another column; ${show(raw)} is in this relation`);
  taken.add(raw);
  return raw;
}

/** A whole number from 1 to 9,999, as a number or as text. */
function readCount(place: Place, raw: unknown): Read<bigint> {
  const text = typeof raw === 'number' ? String(raw) : raw;
  if (typeof text === 'string' && COUNT.test(text)) return BigInt(text);
  return note(place, 'not-a-whole-number', 'a number of rows from 1 to 9999', raw);
}

interface KindReader {
  readonly fields: readonly string[];
  readonly read: (
    place: Place,
    fields: Fields,
    columnOf: (key: string) => Read<string>,
    rest: ColumnReader,
  ) => Read<StatedRelation>;
}
type ColumnReader = (place: Place, raw: unknown) => Read<string>;

const kinds: Readonly<Record<Kind, KindReader>> = {
  sum: {
    fields: ['of'],
    read: (place, fields, columnOf, read) => {
      const column = columnOf('column');
      const list = readList(at(place, 'of'), fields.get('of'), MOST_COLUMNS);
      const of = list?.map((one, i) => read(at(at(place, 'of'), i), one));
      if (list?.length === 0) fault(at(place, 'of'), 'missing-field', 'Expected at least one column');
      return column !== null && of?.every((one) => one !== null) ? { kind: 'sum', column, of } : null;
    },
  },
  percent: {
    fields: ['part', 'of'],
    read: (_, __, columnOf) => {
      const [column, part, of] = [columnOf('column'), columnOf('part'), columnOf('of')];
      return column !== null && part !== null && of !== null ? { kind: 'percent', column, part, of } : null;
    },
  },
  equal: {
    fields: ['over'],
    read: (place, fields, columnOf) => {
      const [column, over] = [columnOf('column'), readCount(at(place, 'over'), fields.get('over'))];
      return column !== null && over !== null ? { kind: 'equal', column, over } : null;
    },
  },
};

function readRelation(place: Place, raw: unknown, columns: ReadonlySet<string>): Read<StatedRelation> {
  const given = readKeyed(place, raw);
  const kind = given && readOneOf(at(place, 'kind'), given.get('kind'), Object.keys(kinds) as Kind[]);
  const fields = kind && readFields(place, raw, ['kind', 'column', ...kinds[kind].fields]);
  if (!fields) return null;
  const taken = new Set<string>();
  const read: ColumnReader = (here, one) => readColumn(here, one, columns, taken);
  return kinds[kind].read(place, fields, (key) => read(at(place, key), fields.get(key)), read);
}

/** What a table says of its columns; nothing when the field is left out. */
export function readRelations(
  place: Place,
  raw: unknown,
  columns: ReadonlySet<string>,
): Read<readonly StatedRelation[]> {
  if (raw === undefined) return [];
  const read = readList(place, raw, MOST_RELATIONS)?.map((one, i) => readRelation(at(place, i), one, columns));
  return read?.every((relation) => relation !== null) ? read : null;
}
