import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { add } from '../../platform/database/add.js';
import type { Value, WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { notFound } from '../../platform/http/problem.js';

/** What a new row of a partnership is given; the database fills in the rest. */
export type NewRow<T> = Partial<Record<keyof T & string, Value>> & { readonly partnership_id: string };

export const partnershipIsThere = statement('select 1 from partnership where id = $1');

/**
 * Adds a row to a partnership that is there. Both questions go out together; when the partnership is not there, that is
 * the answer, whatever else is wrong.
 */
export async function addTo<T extends ObjectLiteral>(
  session: WriteSession,
  entity: EntityTarget<T>,
  row: NewRow<T>,
): Promise<T> {
  const [there, added] = await Promise.allSettled([
    session.one(partnershipIsThere, [row.partnership_id]),
    add<T>(session, entity, row as Partial<Record<keyof T & string, Value>>),
  ]);
  if (there.status === 'fulfilled' && there.value === undefined) throw notFound();
  if (added.status === 'rejected') throw added.reason;
  return added.value;
}
