import type { SharesDocument } from '../../engine/shares/document.js';
import { contributes } from '../../engine/shares/reading/read-members.js';
import type { WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { invalid } from '../../platform/http/problem.js';

const takingPart = statement(`
  select coalesce(array_agg(authority_id::text), '{}') as known from participation
  where partnership_id = $1 and authority_id = any ($2::text[]) and role in ('host', 'partner')
    and daterange(starts_on, ends_before) && daterange($3::date, $4::date)`);

/** Nobody pays a share who is not a partner, or the host, on some day of the schedule's period. */
export async function mustTakePart(session: WriteSession, partnership: string, { partners, period }: SharesDocument) {
  const ids = partners.map(({ id }) => id);
  const found = await session.one<{ known: string[] }>(takingPart, [partnership, ids, period.from, period.until]);
  const known = new Set(found?.known);
  const strangers = partners.flatMap((partner, index) =>
    known.has(partner.id) || !contributes(partner) ? [] : [index],
  );
  if (strangers.length > 0) throw invalid(strangers.map(notTakingPart));
}

function notTakingPart(index: number) {
  return {
    pointer: `/schedule/partners/${index}/id`,
    code: 'not-taking-part',
    detail: 'Expected the id of an authority that is a partner or the host on some day of the period.',
  };
}
