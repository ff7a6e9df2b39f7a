import type { ReadSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';

const first = statement('select min(starts_on)::text as day from participation where partnership_id = $1');

/**
 * The first day on which a council took part. Nothing counts for an earlier one (our decision): months are closed one after
 * another from the first that anything was posted for, so a slip in the year would put a hundred years of months in their way.
 */
export async function firstDay(session: ReadSession, partnership: string): Promise<string | null> {
  return (await session.one<{ readonly day: string | null }>(first, [partnership]))?.day ?? null;
}

export const beforeFirst = 'before-the-partnership';

export function sayFirst(day: string): string {
  return `Expected ${day}, the first day on which a council took part, or a later one.`;
}
