import { type Context, within } from '../../platform/database/context.js';
import type { Database } from '../../platform/database/database.js';
import type { WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { notFound } from '../../platform/http/problem.js';

export const partnershipIsThere = statement('select 1 from partnership where id = $1');

/**
 * Writes in a partnership. When that fails and the partnership is not there, that is the answer, whatever else is wrong;
 * nothing is asked of it when all is well, because the rows' own keys hold it.
 */
export async function writeIn<T>(
  database: Database,
  context: Context,
  partnership: string,
  work: (session: WriteSession) => Promise<T>,
): Promise<T> {
  const here = within(context, partnership);
  try {
    return await database.write(here, work);
  } catch (thrown) {
    const asked = database.questions(here).one(partnershipIsThere, [partnership]);
    const there = await asked.then(Boolean, () => true);
    throw there ? thrown : notFound();
  }
}
