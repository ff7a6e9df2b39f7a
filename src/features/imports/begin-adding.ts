import { statement } from '../../platform/database/statement.js';
import type { WriteSession } from '../../platform/database/session.js';
import { addingLock } from './import.reader.js';

/** A hundred thousand rows with all that is posted for them take longer than a question may. */
const patience = statement(`set local statement_timeout = '2min'`);
const lock = statement(`select pg_advisory_xact_lock(${addingLock('$1::text', '$2::text')})`);

/** From here to the end of its transaction an import is being added, as everybody can see; two who add one wait for each other. */
export async function beginAdding(session: WriteSession, partnership: string, id: string): Promise<void> {
  await session.rows(patience);
  await session.rows(lock, [partnership, id]);
}
