import type { ReadSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { Refused } from '../../platform/http/problem.js';

const before = statement(
  `select c.id, i.file_name, to_char(c.recorded_at at time zone 'Europe/London', 'FMDD FMMonth YYYY') as on_day
   from import_confirmation c join import i on (i.partnership_id, i.id) = (c.partnership_id, c.id)
   where c.partnership_id = $1 and c.kind = $2 and c.file_digest = $3`,
);

interface Before {
  readonly id: string;
  readonly file_name: string;
  readonly on_day: string;
}

/** The same file twice would double what it holds: it is refused, with where it went in before. */
export async function refuseAgain(
  session: ReadSession,
  partnership: string,
  kind: string,
  digest: string,
): Promise<void> {
  const found = await session.one<Before>(before, [partnership, kind, digest]);
  if (!found) return;
  const detail = `Expected a file that was not added yet. All of this one was added on ${found.on_day}, as “${found.file_name}”, by import ${found.id}. Nothing was stored.`;
  throw new Refused('conflict', detail, [{ pointer: '', code: 'already-imported', detail }]);
}
