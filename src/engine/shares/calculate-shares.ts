import { type Outcome, accept, refuse } from '../outcome.js';
import { type Fraction } from '../money/fraction.js';
import { MOST_PENCE, formatPounds, sumPence } from '../money/pence.js';
import { ENGINE_VERSION } from '../version.js';
import { type SharesAnswer, type Step } from './answer.js';
import { checkAnswer } from './checks.js';
import { type SharesDocument } from './document.js';
import { exactAmounts } from './exact-amounts.js';
import { partnerShares } from './partner-shares.js';
import { readSharesDocument } from './read-document.js';
import { type PotReport } from './report.js';
import { reportPot } from './report-pot.js';
import { sayPence } from './say.js';

const tooMuch = () =>
  refuse([
    {
      pointer: '/pots',
      code: 'over-limit',
      expected: `Expected amounts that stay within ${sayPence(MOST_PENCE)} together; these come to more`,
    },
  ]);

/** Whether everything that any partner could be answered, added up without its sign, is money that is handled. */
function isHandled(reports: readonly PotReport[]): boolean {
  const size = (n: bigint): bigint => (n < 0n ? -n : n);
  let sum = 0n;
  for (const { shared, lines, unallocated } of reports) {
    for (const amount of shared) sum += size(amount);
    for (const { amount } of [...lines.flatMap(({ parts }) => parts), ...unallocated]) sum += size(amount);
  }
  return sum <= MOST_PENCE;
}

/** Every step of the pots, numbered: written once, when it is first asked for. */
function stepsOf(reports: readonly PotReport[]): () => readonly Step[] {
  let steps: readonly Step[] | undefined;
  return () => (steps ??= reports.flatMap(({ working }) => working()).map((step, i) => ({ step: i + 1, ...step })));
}

function answer(document: SharesDocument, reports: readonly PotReport[]): SharesAnswer {
  const total = sumPence(reports.map((report) => report.total));
  const unallocated = reports.flatMap(({ pot, unallocated: left }) =>
    left.map(({ amount, ...rest }) => ({ pot: pot.id, ...rest, amount: formatPounds(amount) })),
  );
  const partners = partnerShares(document, reports, total);
  const made = { total: formatPounds(total), partners, unallocated };
  const checks = checkAnswer({ answer: made, reports, rounding: document.rounding });
  const steps = stepsOf(reports);
  return {
    total: made.total,
    partners,
    unallocated,
    get working() {
      return steps();
    },
    checks,
    digest: document.digest,
    engine: ENGINE_VERSION,
  };
}

/** An answer, and what each partner bears before anything was rounded, in pence. */
export interface Exactly {
  readonly answer: SharesAnswer;
  readonly exact: ReadonlyMap<string, Fraction>;
}

/** As `calculateShares`, with the exact amounts beside the answer. */
export function calculateExactly(document: SharesDocument): Outcome<Exactly> {
  const reports = reportPots(document);
  return reports ? accept({ answer: answer(document, reports), exact: exactAmounts(document, reports) }) : tooMuch();
}

/** Every pot settled; null when amounts pass what is handled. */
function reportPots(document: SharesDocument): readonly PotReport[] | null {
  const reports = document.pots.map((pot) => reportPot(pot, document));
  return reports.every((report) => report !== null) && isHandled(reports) ? reports : null;
}

/**
 * Each partner's share of every pot, to the penny, with its working and its checks (formula.md, section 1). Refused only
 * when amounts pass what is handled (INV-12).
 */
export function calculateShares(document: SharesDocument): Outcome<SharesAnswer> {
  const reports = reportPots(document);
  return reports ? accept(answer(document, reports)) : tooMuch();
}

/** Reads a posted document and calculates it: the answer, or everything that is wrong with the document. */
export function answerShares(raw: unknown): Outcome<SharesAnswer> {
  const read = readSharesDocument(raw);
  return read.ok ? calculateShares(read.value) : read;
}
