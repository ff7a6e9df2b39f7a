import type { Column, Table } from '../../platform/sheets/table.js';
import type { GivenRow, ImportKind } from '../shared/import-kind.js';
import { type FieldColumn, fieldsOf } from './columns.js';
import { MARK } from './fault.js';

const NOTE = 'Note: ';

/** What a column takes, in words. */
function note({ says, kind, optional }: FieldColumn): string {
  const forms = { money: '; pounds, no commas', date: '; YYYY-MM-DD or DD/MM/YYYY', 'yes-no': '; true or false' };
  const form = kind in forms ? forms[kind as keyof typeof forms] : '';
  return `${NOTE}${says}${form}${optional ? '; may be left empty' : ''}`;
}

const asText = ({ name }: FieldColumn): Column => ({ name, kind: 'text' });
const exampleOf = ({ name, example }: FieldColumn) => (name === 'source' ? MARK : example);

/** A sheet to fill in: headings, what each column takes, and one row that is marked as an example. */
export function templateOf(kind: ImportKind): Table {
  const fields = fieldsOf(kind);
  return { name: kind.name, columns: fields.map(asText), rows: [fields.map(note), fields.map(exampleOf)] };
}

/** Whether a row is one of the template's own, as it came. What was changed in it makes it a row like any other. */
export function isOfTemplate(kind: ImportKind, values: GivenRow): boolean {
  const fields = fieldsOf(kind);
  const same = (text: (field: FieldColumn) => string) =>
    fields.every((field) => String(values[field.name] ?? '').trim() === text(field));
  return same(note) || same(exampleOf);
}
