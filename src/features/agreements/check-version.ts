import { type LocalDate } from '../../engine/calendar/local-date.js';
import { overlap } from '../../engine/calendar/period.js';
import type { Fault, Outcome } from '../../engine/outcome.js';
import { readInstalmentTerms } from '../../engine/ledger/instalments/read-terms.js';
import { readThresholds } from '../../engine/risk/thresholds.js';
import { answerShares } from '../../engine/shares/calculate-shares.js';
import { readSharesDocument } from '../../engine/shares/read-document.js';
import { faultsOfLadders } from '../../engine/variance/agreed-ladders.js';
import { invalid, type ProblemError } from '../../platform/http/problem.js';
import { orRefuse, showFault } from '../shared/or-refuse.js';
import type { NewAgreementVersion } from './dto/agreement-version.js';

/** The last day that an open end reaches in a comparison; no schedule is made beyond it. */
const OPEN_END = '2199-12-31' as LocalDate;

/** A schedule that calculates, for days on which the version can be in force, ladders that fit it and instalments that make the whole; or every fault of all. */
export function checkVersion(given: NewAgreementVersion) {
  const { schedule, ladders, instalments, thresholds = {} } = given;
  const answer = answerShares(schedule);
  const faults = [
    ...faultsIn('/schedule', answer),
    ...faultsIn('/thresholds', readThresholds(thresholds)),
    ...(instalments ? faultsIn('/instalments', readInstalmentTerms(instalments)) : []),
    ...(ladders ? under('/ladders', faultsOfLadders(schedule as Posted, ladders)) : []),
  ];
  if (faults.length > 0) throw invalid(faults);
  const document = orRefuse(readSharesDocument(schedule), '/schedule');
  const days = { from: given.from as LocalDate, until: (given.until as LocalDate | null | undefined) ?? OPEN_END };
  if (days.from < days.until && !overlap(document.period, days)) throw invalid([neverInForce]);
  if ('within' in schedule) throw invalid([ownDays]);
  return { digest: document.digest, document, thresholds };
}

type Posted = Readonly<Record<string, unknown>>;

function faultsIn(pointer: string, outcome: Outcome<unknown>): readonly ProblemError[] {
  return outcome.ok ? [] : under(pointer, outcome.faults);
}

function under(pointer: string, faults: readonly Fault[]): readonly ProblemError[] {
  return faults.map((fault) => showFault(fault, pointer));
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
