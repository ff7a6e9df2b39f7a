import { type FinancialYear, readFinancialYear } from '../../calendar/financial-year.js';
import { type Fraction } from '../../money/fraction.js';
import { readFigure } from '../../reading/decimal-field.js';
import { readFields, readKeyed } from '../../reading/fields.js';
import { isId, readNewId } from '../../reading/id-field.js';
import { readList } from '../../reading/list-field.js';
import { type Place, type Read, at, fault, note } from '../../reading/place.js';
import { readOptionalText } from '../../reading/text-field.js';
import { type Measure } from '../measure.js';
import { type Roster } from '../scope.js';

/** One year's values by partner; only partners have any. */
function readYear(place: Place, raw: unknown, roster: Roster): ReadonlyMap<string, Fraction> {
  const values = new Map<string, Fraction>();
  const fields = readKeyed(place, raw);
  for (const id of fields?.keys() ?? []) {
    const field = fields?.get(id);
    if (field === undefined) continue;
    const here = at(place, id);
    if (!roster.byId.has(id) && (roster.isComplete || !isId(id))) {
      fault(here, 'unknown-partner', 'Expected the id of a partner');
    }
    const figure = readFigure(here, field);
    if (figure) values.set(id, figure);
  }
  return values;
}

function readValues(place: Place, raw: unknown, roster: Roster): Measure['values'] {
  const values = new Map<FinancialYear, ReadonlyMap<string, Fraction>>();
  const fields = readKeyed(place, raw);
  for (const key of fields?.keys() ?? []) {
    const field = fields?.get(key);
    if (field === undefined) continue;
    const year = readFinancialYear(key);
    if (year) values.set(year, readYear(at(place, key), field, roster));
    else note(at(place, key), 'not-a-year', 'a financial year such as "2019-20"', key);
  }
  return values;
}

function readMeasure(place: Place, raw: unknown, roster: Roster, ids: Set<string>): Read<Measure> {
  const fields = readFields(place, raw, ['id', 'name', 'unit', 'source', 'status', 'values']);
  if (!fields) return null;
  const id = readNewId(at(place, 'id'), fields.get('id'), ids);
  const name = readOptionalText(place, fields, 'name');
  const unit = readOptionalText(place, fields, 'unit');
  const source = readOptionalText(place, fields, 'source');
  const status = readOptionalText(place, fields, 'status');
  const faultsBefore = place.faults.length;
  const values = readValues(at(place, 'values'), fields.get('values'), roster);
  if (id === null || place.faults.length > faultsBefore) return null;
  return { id, name: name ?? id, unit, source, status, values, pointer: place.pointer };
}

/** The measures by id, and whether all of them could be read. */
export interface Measures {
  readonly byId: ReadonlyMap<string, Measure>;
  readonly isComplete: boolean;
}

/** What shares are driven by; may be left out. Faults go with their places. */
export function readMeasures(place: Place, raw: unknown, roster: Roster): Measures {
  if (raw === undefined) return { byId: new Map(), isComplete: true };
  const list = readList(place, raw);
  const ids = new Set<string>();
  const read = (list ?? []).map((item, i) => readMeasure(at(place, i), item, roster, ids));
  const measures = read.filter((measure) => measure !== null);
  const isComplete = list !== null && measures.length === read.length;
  return { byId: new Map(measures.map((measure) => [measure.id, measure])), isComplete };
}
