import { canonical } from '../digest.js';
import { type SharesAnswer } from '../shares/answer.js';
import { answerShares } from '../shares/calculate-shares.js';
import { type Cause } from './answer.js';
import { type PostedShares } from './posted.js';
import { withLaterData, withLaterRule, withLaterSpend } from './replace.js';

/** A document and what it comes to. */
export interface Calculation {
  readonly posted: PostedShares;
  readonly answer: SharesAnswer;
}

/** A calculation after one more cause was replaced. */
export interface Stage extends Calculation {
  readonly causes: readonly Cause[];
  readonly before: Calculation;
  /** Why the first of several causes could not be replaced alone. */
  readonly why?: string | undefined;
}

/** The documents on the way from the recorded to the later one, in the order of the causes. */
function documentsBetween(recorded: PostedShares, later: PostedShares): readonly (readonly [Cause, PostedShares])[] {
  const data = withLaterData(recorded, later);
  return [
    ['data', data],
    ['spend', withLaterSpend(data, later)],
    ['rule', withLaterRule(recorded, later)],
    ['membership', later],
  ];
}

/**
 * The calculations on the way from the recorded one to the later one. A document on the way that the calculator refuses (as
 * percentages that name a partner who is not there yet) is no stage: its cause is replaced together with the next.
 */
export function stagesOf(recorded: Calculation, later: Calculation): readonly Stage[] {
  const stages: Stage[] = [];
  let pending: { readonly causes: readonly Cause[]; readonly why?: string | undefined } = { causes: [] };
  for (const [cause, posted] of documentsBetween(recorded.posted, later.posted)) {
    const before: Calculation = stages.at(-1) ?? recorded;
    const causes = [...pending.causes, cause];
    const answer = answerOf(posted, before, later);
    if (typeof answer === 'string') {
      pending = { causes, why: pending.why ?? answer };
      continue;
    }
    stages.push({ causes, posted, answer, before, why: pending.why });
    pending = { causes: [] };
  }
  return stages;
}

/** The answer to a document, which need not be calculated again where it is one that was; or why it is refused. */
function answerOf(posted: PostedShares, before: Calculation, later: Calculation): SharesAnswer | string {
  if (canonical(posted) === canonical(before.posted)) return before.answer;
  if (posted === later.posted) return later.answer;
  const outcome = answerShares(posted);
  if (outcome.ok) return outcome.value;
  const [first] = outcome.faults;
  return first ? `${first.pointer}: ${first.expected}` : '';
}
