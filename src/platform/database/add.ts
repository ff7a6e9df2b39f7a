import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Value, WriteSession } from './session.js';
import { type Statement, statement } from './statement.js';

const statements = new Map<string, Statement>();

/** Adds one row and gives it back as the database now holds it, with what it filled in itself. */
export async function add<T extends ObjectLiteral>(
  session: WriteSession,
  entity: EntityTarget<T>,
  row: Partial<Record<keyof T & string, Value>>,
): Promise<T> {
  const { tableName } = session.manager.dataSource.getMetadata(entity);
  const columns = Object.keys(row);
  const added = await session.one<T>(insertInto(tableName, columns), Object.values(row as Record<string, Value>));
  if (!added) throw new Error(`${tableName} gave back no row.`);
  return added;
}

function insertInto(table: string, columns: readonly string[]): Statement {
  const key = `${table}:${columns.join()}`;
  const known = statements.get(key);
  if (known) return known;
  const places = columns.map((_, index) => `$${index + 1}`);
  const made = statement(`insert into ${table} (${columns.join(', ')}) values (${places.join(', ')}) returning *`);
  statements.set(key, made);
  return made;
}
