import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { add } from '../../platform/database/add.js';
import type { Value, WriteSession } from '../../platform/database/session.js';

/** What a new row of a partnership is given; the database fills in the rest. */
export type NewRow<T> = Partial<Record<keyof T & string, Value>> & { readonly partnership_id: string };

/** Adds a row to a partnership. */
export function addTo<T extends ObjectLiteral>(
  session: WriteSession,
  entity: EntityTarget<T>,
  row: NewRow<T>,
): Promise<T> {
  return add<T>(session, entity, row);
}
