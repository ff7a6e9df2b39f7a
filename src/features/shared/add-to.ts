import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { add } from '../../platform/database/add.js';
import type { ReadSession, Value, WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { notFound } from '../../platform/http/problem.js';

/** What a new row of a partnership is given; the database fills in the rest. */
export type NewRow<T> = Partial<Record<keyof T & string, Value>> & { readonly partnership_id: string };

export const partnershipIsThere = statement('select 1 from partnership where id = $1');

/** Adds a row to a partnership that is there. */
export function addTo<T extends ObjectLiteral>(
  session: WriteSession,
  entity: EntityTarget<T>,
  row: NewRow<T>,
): Promise<T> {
  const columns = row as Partial<Record<keyof T & string, Value>>;
  return whenThere(session, row.partnership_id, () => add<T>(session, entity, columns));
}

/**
 * Does work in a partnership that is there. Whether it is goes out with the work's first question, so it costs no round
 * trip of its own; when it is not, that is the answer, whatever else is wrong.
 */
export async function whenThere<T>(session: ReadSession, partnership: string, work: () => Promise<T>): Promise<T> {
  const [there, done] = await Promise.allSettled([session.one(partnershipIsThere, [partnership]), work()]);
  if (there.status === 'fulfilled' && there.value === undefined) throw notFound();
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}
