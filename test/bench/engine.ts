import { allocate, dinero } from 'dinero.js';
import { GBP } from 'dinero.js/currencies';
import { digest } from '../../src/engine/digest.js';
import { fraction } from '../../src/engine/money/fraction.js';
import { TO_THE_PENNY } from '../../src/engine/money/rounding.js';
import type { Outcome } from '../../src/engine/outcome.js';
import { bounds } from '../../src/engine/shares/adjustments/by-member.js';
import { scaleBetween } from '../../src/engine/shares/adjustments/scale-between.js';
import { answerShares, calculateShares } from '../../src/engine/shares/calculate-shares.js';
import type { Pot } from '../../src/engine/shares/document.js';
import { readSharesDocument } from '../../src/engine/shares/read-document.js';
import { settle } from '../../src/engine/shares/settle.js';
import { sharePot } from '../../src/engine/shares/share-pot.js';
import { stretchesOf } from '../../src/engine/shares/stretches.js';
import { twelve } from './twelve.js';

function ok<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.value;
}

const document = ok(readSharesDocument(twelve));
const [shared] = document.pots as [Pot];
const [cap] = shared.adjust;
if (shared.basis.kind !== 'measure' || cap?.kind !== 'cap') throw new Error('The document is another');
const stretches = stretchesOf(document.period, shared.members);
const limits = { least: cap.base.map(() => null), most: bounds(cap.base, fraction(105n, 100n)) };

/** The split by the measure, the cap and the pennies, from a document that was read; nothing is said, checked or digested. */
function arithmetic(): unknown {
  const account = sharePot(shared, stretches);
  return settle({ ...account, exact: scaleBetween(account.exact, limits).exact }, TO_THE_PENNY);
}

const weights = shared.basis.weights.map(Number);
const sum = dinero({ amount: 210_370_001, currency: GBP });

/** Everything that is measured, by name; each is one split among the twelve. */
export const candidates: Readonly<Record<string, () => unknown>> = {
  'dinero.js, allocate alone': () => allocate(sum, weights),
  'the arithmetic alone': arithmetic,
  'reading and checking the document': () => ok(readSharesDocument(twelve)),
  'the digest': () => digest({ document: twelve, engine: '1.0.0' }),
  'arithmetic and checks': () => ok(calculateShares(document)),
  'arithmetic, checks and working': () => ok(calculateShares(document)).working,
  'everything but the working': () => ok(answerShares(twelve)),
  'everything, from posted to answer': () => ok(answerShares(twelve)).working,
  'everything, sent as JSON': () => JSON.stringify(ok(answerShares(twelve))),
};
