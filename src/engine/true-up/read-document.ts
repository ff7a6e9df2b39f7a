import { digest } from '../digest.js';
import { type Fault, type Outcome, accept, pointTo, refuse } from '../outcome.js';
import { readFields } from '../reading/fields.js';
import { placeAt } from '../reading/place.js';
import { Budget, MOST_FIGURES } from '../shares/budget.js';
import { calculateShares } from '../shares/calculate-shares.js';
import { type SharesDocument } from '../shares/document.js';
import { readSharesDocument } from '../shares/read-document.js';
import { ENGINE_VERSION } from '../version.js';
import { type PostedShares } from './posted.js';
import { type Calculation } from './stages.js';

/** A document of a true-up may make so many figures: five calculations are made of the two. */
export const MOST_IN_EACH = MOST_FIGURES / 5;

/** A posted true-up document, both of whose calculations were made. */
export interface TrueUpDocument {
  readonly recorded: Calculation;
  readonly later: Calculation;
  readonly digest: `sha256:${string}`;
}

interface ReadOne {
  readonly document: SharesDocument;
  readonly calculation: Calculation;
}

/** One of the two documents, calculated; its faults are noted where it stands. */
function readOne(posted: unknown, pointer: string, faults: Fault[]): ReadOne | null {
  const read = readSharesDocument(posted, new Budget(MOST_IN_EACH));
  const answered = read.ok ? calculateShares(read.value) : read;
  if (read.ok && answered.ok) {
    return { document: read.value, calculation: { posted: posted as PostedShares, answer: answered.value } };
  }
  for (const fault of answered.ok ? [] : answered.faults) faults.push({ ...fault, pointer: pointer + fault.pointer });
  return null;
}

/** Notes that the two are not of the same days: then the difference would be between two things. */
function checkDays(recorded: SharesDocument, later: SharesDocument, faults: Fault[]): void {
  for (const field of ['period', 'within'] as const) {
    const [was, is] = [recorded[field], later[field]];
    if (was.from === is.from && was.until === is.until) continue;
    const expected = `Expected the days that were recorded, ${was.from} until ${was.until}; came ${is.from} until ${is.until}`;
    faults.push({ pointer: pointTo('/later', field), code: 'not-a-period', expected });
    return;
  }
}

/** A posted true-up document, checked and calculated: `recorded` and `later`, each a shares document; else all faults at once. */
export function readTrueUp(raw: unknown): Outcome<TrueUpDocument> {
  const faults: Fault[] = [];
  const fields = readFields(placeAt('', faults), raw, ['recorded', 'later']);
  if (!fields) return refuse(faults);
  const recorded = readOne(fields.get('recorded'), '/recorded', faults);
  const later = readOne(fields.get('later'), '/later', faults);
  if (recorded && later) checkDays(recorded.document, later.document, faults);
  if (faults.length > 0 || !recorded || !later) return refuse(faults);
  const whole = digest({ document: raw, engine: ENGINE_VERSION });
  return accept({ recorded: recorded.calculation, later: later.calculation, digest: whole });
}
