import { type LocalDate } from '../../engine/calendar/local-date.js';
import { overlap } from '../../engine/calendar/period.js';
import { readThresholds } from '../../engine/risk/thresholds.js';
import { answerShares } from '../../engine/shares/calculate-shares.js';
import { readSharesDocument } from '../../engine/shares/read-document.js';
import type { SharesDocument } from '../../engine/shares/document.js';
import { contributes } from '../../engine/shares/reading/read-members.js';
import type { WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { invalid } from '../../platform/http/problem.js';
import { orRefuse } from '../shared/or-refuse.js';
import type { NewAgreementVersion } from './dto/agreement-version.js';

/** The last day that an open end reaches in a comparison; no schedule is made beyond it. */
const OPEN_END = '2199-12-31' as LocalDate;

const takingPart = statement(`
  select coalesce(array_agg(authority_id::text), '{}') as known from participation
  where partnership_id = $1 and authority_id = any ($2::text[]) and role in ('host', 'partner')
    and daterange(starts_on, ends_before) && daterange($3::date, $4::date)`);

/** A schedule that calculates, for days on which the version can be in force; or every fault of it. */
export function checkSchedule(given: NewAgreementVersion) {
  const document = orRefuse(readSharesDocument(given.schedule), '/schedule');
  const answer = orRefuse(answerShares(given.schedule), '/schedule');
  const thresholds = given.thresholds ?? {};
  orRefuse(readThresholds(thresholds), '/thresholds');
  const days = { from: given.from as LocalDate, until: (given.until as LocalDate | null | undefined) ?? OPEN_END };
  if (days.from < days.until && !overlap(document.period, days)) throw invalid([neverInForce]);
  if ('within' in given.schedule) throw invalid([ownDays]);
  return { digest: answer.digest, document, thresholds };
}

const ownDays = {
  pointer: '/schedule/within',
  code: 'unknown-field',
  detail: 'Expected no such field here: a version shares on the days on which it is in force.',
};

const neverInForce = {
  pointer: '/schedule/period',
  code: 'never-in-force',
  detail: 'Expected a period with at least one day on which this version is in force.',
};

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
