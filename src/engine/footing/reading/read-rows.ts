import { readFields, readKeyed } from '../../reading/fields.js';
import { readNewId } from '../../reading/id-field.js';
import { readList } from '../../reading/list-field.js';
import { type Place, type Read, at, fault, note } from '../../reading/place.js';
import { show } from '../../reading/show.js';
import { type Cells, type Row } from '../document.js';
import { type Figure, readFigure } from '../figure.js';

const FIGURE = 'a figure as printed, without separators or signs but a leading "-", such as "3.94"';

/** The figures of a line by column; null, with a fault for each that is none or is in no column, otherwise. */
export function readCells(place: Place, raw: unknown, columns: ReadonlySet<string>): Read<Cells> {
  const fields = readKeyed(place, raw);
  if (!fields) return null;
  const cells = new Map<string, Figure>();
  for (const column of fields.keys()) {
    const text = fields.get(column);
    if (text === undefined) continue;
    const here = at(place, column);
    const figure = readFigure(text);
    if (!columns.has(column)) fault(here, 'unknown-field', `Expected the id of a column; came ${show(column)}`);
    else if (figure) cells.set(column, figure);
    else note(here, 'not-a-decimal', FIGURE, text);
  }
  return cells;
}

/** The rows of a table, each partner once. */
export function readRows(place: Place, raw: unknown, columns: ReadonlySet<string>): Read<readonly Row[]> {
  const taken = new Set<string>();
  const read = readList(place, raw)?.map((one, i): Read<Row> => {
    const here = at(place, i);
    const fields = readFields(here, one, ['partner', 'cells']);
    if (!fields) return null;
    const partner = readNewId(at(here, 'partner'), fields.get('partner'), taken);
    const cells = readCells(at(here, 'cells'), fields.get('cells'), columns);
    return partner !== null && cells ? { partner, cells } : null;
  });
  if (read?.length === 0) fault(place, 'missing-field', 'Expected at least one row');
  return read?.every((row) => row !== null) ? read : null;
}
