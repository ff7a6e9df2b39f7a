import type { Type } from '@nestjs/common';
import type { Cell } from '../../platform/http/csv.js';
import type { Column, ColumnKind } from '../../platform/sheets/table.js';
import { POUNDS } from './fields.js';

/** What the reference says of a field. */
export interface Described {
  readonly description?: string;
  readonly example?: unknown;
  readonly required?: boolean;
  readonly type?: unknown;
  readonly format?: string;
  readonly pattern?: string;
}

/** The columns of a kind of record: its fields by their own names, in the order in which an answer has them. */
export function columnsOf(view: Type): readonly Column[] {
  const shape = view.prototype as object;
  const named = (Reflect.getMetadata('swagger/apiModelPropertiesArray', shape) ?? []) as readonly string[];
  return named.map((name) => name.slice(1)).map((name) => ({ name, kind: kindOf(describe(shape, name)) }));
}

/** One record as a row under those columns. What is neither text nor a number nor yes or no is written as JSON. */
export function rowOf(columns: readonly Column[], record: object): readonly Cell[] {
  const fields = record as Readonly<Record<string, unknown>>;
  return columns.map(({ name }) => cellOf(fields[name]));
}

/** What the reference says of one field of a kind of record. */
export function describe(shape: object, name: string): Described {
  return (Reflect.getMetadata('swagger/apiModelProperties', shape, name) ?? {}) as Described;
}

function kindOf({ type, format, pattern }: Described): ColumnKind {
  if (pattern === POUNDS) return 'money';
  if (format === 'date') return 'date';
  if (type === 'integer') return 'number';
  return type === Boolean ? 'yes-no' : 'text';
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}
