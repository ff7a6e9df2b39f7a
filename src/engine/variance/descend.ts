import { type Pence, formatPounds, pence } from '../money/pence.js';
import { zipById } from '../shares/ids.js';
import { sayPence } from '../shares/say.js';
import { showShares } from '../shares/exact-shares.js';
import { type Origin } from './answer.js';
import { type Ladder, type Reserve } from './document.js';
import { limitInPence, sayLimit, showLimit } from './limit.js';
import { type Draft, type Entry, type Left, type Report } from './report.js';
import { showSigned } from './signed.js';
import { type Step } from './steps/step.js';
import { type Around, type Taken } from './steps/step-rule.js';
import { lesser } from './steps/lesser.js';
import { take } from './steps/steps.js';

/** An amount (pence, not negative) on its way down a ladder. */
export interface Descent {
  readonly origin: Origin;
  readonly amount: Pence;
  readonly ladder: Ladder;
  readonly budget: Pence;
  readonly around: Around;
}

/** What a descent came to, and what it did to the reserve. */
export interface Descended extends Report {
  readonly reserve: Reserve | undefined;
}

const NO_ROOM: Taken = { took: pence(0n), words: 'Its limit leaves it nothing.' };

/** The drafts of one step: its own, then what it says aside. */
function draftsOf(
  step: Step,
  taken: Taken,
  entry: Entry,
  { origin, budget, around }: Descent,
  left: Pence,
): readonly Draft[] {
  const about = { ...origin, ...(step.clause !== undefined && { clause: step.clause }) };
  const ids = around.members.map(({ id }) => id);
  const { shares, asides = [] } = taken;
  const rounded = entry.partners.size === 0 ? {} : { rounded: showSigned(entry, around.members) };
  const own: Draft = {
    ...about,
    rule: step.kind,
    words: entry.why,
    inputs: { left: formatPounds(left), ...showLimit(step.limit, budget), ...taken.inputs },
    ...(shares && { exact: zipById(ids, showShares(shares)) }),
    ...rounded,
  };
  return [own, ...asides.map((aside) => ({ ...about, ...aside }))];
}

function entryOf(step: Step, taken: Taken, { origin, budget }: Descent, left: Pence): Entry {
  const rest = pence(left - taken.took);
  const before = `${sayPence(left)} of the ${origin.of} is left.`;
  const why = `${before}${sayLimit(step.limit, budget)} ${taken.words} ${rest === 0n ? 'Nothing' : sayPence(rest)} remains.`;
  const about = { ...origin, kind: step.kind, ...(step.clause !== undefined && { clause: step.clause }) };
  return { ...about, took: taken.took, why, partners: taken.partners ?? new Map<number, Pence>() };
}

function leftOver({ origin, ladder }: Descent, entries: readonly Entry[], amount: Pence): readonly Left[] {
  if (amount === 0n) return [];
  const ends = ladder.length === 0 ? `There is no step for the ${origin.of}` : 'It is left at the end of the ladder';
  const why = entries.at(-1)?.kind === 'refer' ? 'It is referred to the board' : ends;
  return [{ ...origin, amount, why: `${why}: nobody bears or gets it until that is decided.` }];
}

/**
 * Takes an amount down a ladder: each step on what the ones before left, within its own limit, until nothing is left or the
 * board is asked (formula.md, section 2). What is left at the end is nobody's: never shared by default, never dropped.
 */
export function descend(descent: Descent, before: Reserve | undefined): Descended {
  const { origin, ladder, budget, around } = descent;
  const [entries, working]: [Entry[], Draft[]] = [[], []];
  let [left, reserve] = [descent.amount, before];
  for (const step of ladder) {
    if (left === 0n || entries.at(-1)?.kind === 'refer') break;
    const most = step.limit ? lesser(left, limitInPence(step.limit, budget)) : left;
    const taken = most === 0n ? NO_ROOM : take(step, { direction: origin.of, most, reserve, around });
    const entry = entryOf(step, taken, descent, left);
    entries.push(entry);
    working.push(...draftsOf(step, taken, entry, descent, left));
    left = pence(left - taken.took);
    if (reserve && taken.balance !== undefined) reserve = { ...reserve, balance: taken.balance };
  }
  return { entries, working, left: leftOver(descent, entries, left), reserve };
}
