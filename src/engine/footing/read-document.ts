import { digest } from '../digest.js';
import { type Fault, type Outcome, accept, refuse } from '../outcome.js';
import { readFields } from '../reading/fields.js';
import { readOneOf } from '../reading/one-of.js';
import { type Place, type Read, at, fault, placeAt } from '../reading/place.js';
import { ENGINE_VERSION } from '../version.js';
import { type Display } from './display.js';
import { type FootingDocument } from './document.js';
import { readColumns } from './reading/read-columns.js';
import { readRelations } from './reading/read-relations.js';
import { readCells, readRows } from './reading/read-rows.js';

type Document = Omit<FootingDocument, 'digest'>;

const displays: readonly Display[] = ['rounded', 'truncated', 'either'];

/** No table has more cells than this, its totals line included, so that each is answered within a second. */
export const MOST_CELLS = 2_000;

/** The relations that a table states name no more cells than this, line by line. */
export const MOST_NAMED = 10_000;

function checkSize(place: Place, { columns, rows, relations }: Document): void {
  const lines = rows.length + 1;
  const cells = columns.length * lines;
  if (cells > MOST_CELLS)
    fault(at(place, 'rows'), 'over-limit', `Expected at most ${MOST_CELLS} cells with the totals; these are ${cells}`);
  const named = relations.reduce((sum, one) => sum + (one.kind === 'sum' ? one.of.length + 1 : 3), 0) * lines;
  if (named > MOST_NAMED) {
    const wanted = `Expected relations that name at most ${MOST_NAMED} cells, line by line; these name ${named}`;
    fault(at(place, 'relations'), 'over-limit', wanted);
  }
}

function readWhole(place: Place, raw: unknown): Read<Document> {
  const fields = readFields(place, raw, ['display', 'columns', 'rows', 'totals', 'relations']);
  if (!fields) return null;
  const display = readOneOf(at(place, 'display'), fields.get('display'), displays);
  const { columns, ids } = readColumns(at(place, 'columns'), fields.get('columns'));
  const rows = readRows(at(place, 'rows'), fields.get('rows'), ids);
  const totals = readCells(at(place, 'totals'), fields.has('totals') ? fields.get('totals') : {}, ids);
  const relations = readRelations(at(place, 'relations'), fields.get('relations'), ids);
  if (!display || !columns || !rows || !totals || !relations) return null;
  const document = { display, columns, rows, totals, relations };
  checkSize(place, document);
  return document;
}

/**
 * A posted table, checked: every field is known and of its kind, every figure is one, every column that is named is there.
 * Otherwise all its faults at once. Never throws for anything that JSON can say.
 */
export function readFootingDocument(raw: unknown): Outcome<FootingDocument> {
  const faults: Fault[] = [];
  const read = readWhole(placeAt('', faults), raw);
  if (faults.length > 0) return refuse(faults);
  if (!read) throw new Error('A document was refused without a fault');
  return accept({ ...read, digest: digest({ document: raw, engine: ENGINE_VERSION }) });
}
