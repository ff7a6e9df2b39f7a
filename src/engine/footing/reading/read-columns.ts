import { type Fraction, ONE, isZero, readDecimal } from '../../money/fraction.js';
import { readFields } from '../../reading/fields.js';
import { readNewId } from '../../reading/id-field.js';
import { readList } from '../../reading/list-field.js';
import { type Place, type Read, at, fault, note } from '../../reading/place.js';
import { type Column } from '../document.js';

/** No table has more columns than this. */
export const MOST_COLUMNS = 50;

function readUnit(place: Place, raw: unknown): Read<Fraction> {
  if (raw === undefined) return ONE;
  const unit = readDecimal(raw);
  if (!unit) return note(place, 'not-a-decimal', 'what one of the column stands for, such as "1000000"', raw);
  return isZero(unit) ? fault(place, 'not-a-decimal', 'Expected a unit greater than nothing') : unit;
}

/** The columns of a table. `ids` are those that could be read, for what names them. */
export function readColumns(
  place: Place,
  raw: unknown,
): { columns: Read<readonly Column[]>; ids: ReadonlySet<string> } {
  const ids = new Set<string>();
  const read = readList(place, raw, MOST_COLUMNS)?.map((one, i): Read<Column> => {
    const here = at(place, i);
    const fields = readFields(here, one, ['id', 'unit']);
    if (!fields) return null;
    const id = readNewId(at(here, 'id'), fields.get('id'), ids);
    const unit = readUnit(at(here, 'unit'), fields.get('unit'));
    return id !== null && unit ? { id, unit } : null;
  });
  if (read?.length === 0) fault(place, 'missing-field', 'Expected at least one column');
  return { columns: read?.every((column) => column !== null) ? read : null, ids };
}
