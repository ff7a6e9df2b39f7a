import { type Context, everyPartnership } from '../../platform/database/context.js';
import type { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { notFound } from '../../platform/http/problem.js';

const partnershipIsThere = statement('select 1 from partnership where id = $1');

/**
 * Refuses when the partnership of a context is not there to whoever asks, whatever else is wrong. Asked only where
 * something failed or nothing was found: when all is well the rows' own keys hold it.
 */
export async function mustReach(database: Database, context: Context): Promise<void> {
  if (context.partnership === everyPartnership) return;
  const found = await database.questions(context).one(partnershipIsThere, [context.partnership]);
  if (!found) throw notFound();
}
