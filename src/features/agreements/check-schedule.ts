import { type LocalDate } from '../../engine/calendar/local-date.js';
import { overlap } from '../../engine/calendar/period.js';
import { readThresholds } from '../../engine/risk/thresholds.js';
import { answerShares } from '../../engine/shares/calculate-shares.js';
import { readSharesDocument } from '../../engine/shares/read-document.js';
import type { WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { invalid } from '../../platform/http/problem.js';
import { orRefuse } from '../shared/or-refuse.js';
import type { NewAgreementVersion } from './dto/agreement-version.js';

/** The last day that an open end reaches in a comparison; no schedule is made beyond it. */
const OPEN_END = '2199-12-31' as LocalDate;

const takingPart = statement(`
  select coalesce(array_agg(authority_id::text), '{}') as known from partnership_authority
  where partnership_id = $1 and authority_id = any ($2::text[])`);

/** A schedule that calculates, for days on which the version can be in force; or every fault of it. */
export function checkSchedule(given: NewAgreementVersion) {
  const document = orRefuse(readSharesDocument(given.schedule), '/schedule');
  const answer = orRefuse(answerShares(given.schedule), '/schedule');
  const thresholds = given.thresholds ?? {};
  orRefuse(readThresholds(thresholds), '/thresholds');
  const days = { from: given.from as LocalDate, until: (given.until as LocalDate | null | undefined) ?? OPEN_END };
  if (days.from < days.until && !overlap(document.period, days)) throw invalid([neverInForce]);
  return { digest: answer.digest, partners: document.partners.map(({ id }) => id), thresholds };
}

const neverInForce = {
  pointer: '/schedule/period',
  code: 'never-in-force',
  detail: 'Expected a period with at least one day on which this version is in force.',
};

/** Nobody pays a share who does not take part in the partnership. */
export async function mustTakePart(session: WriteSession, partnership: string, partners: readonly string[]) {
  const found = await session.one<{ known: string[] }>(takingPart, [partnership, partners]);
  const known = new Set(found?.known);
  const strangers = partners.flatMap((id, index) => (known.has(id) ? [] : [index]));
  if (strangers.length > 0) throw invalid(strangers.map(notTakingPart));
}

function notTakingPart(index: number) {
  return {
    pointer: `/schedule/partners/${index}/id`,
    code: 'not-taking-part',
    detail: 'Expected the id of an authority that takes part in this partnership.',
  };
}
