import { type Outcome, accept } from '../outcome.js';
import { type Pence, formatPounds, pence } from '../money/pence.js';
import { byId } from '../shares/ids.js';
import { roundingIn } from '../shares/settle.js';
import { stretchesOf } from '../shares/stretches.js';
import { ENGINE_VERSION } from '../version.js';
import { type ByPartner, type TakenStep, type Undetermined, type VarianceAnswer } from './answer.js';
import { checkAnswer } from './checks.js';
import { type Descended, descend } from './descend.js';
import { descentsOf, sayVariance } from './descents.js';
import { type Reserve, type VarianceDocument } from './document.js';
import { reportOwnLine } from './own-line.js';
import { varianceOf } from './pool.js';
import { readVarianceDocument } from './read-document.js';
import { type Entry, type Left, type Report } from './report.js';
import { showSigned, signed } from './signed.js';
import { type Around } from './steps/step-rule.js';

interface Whole extends Report {
  readonly reserve: Reserve | undefined;
}

/** Lines that are somebody's alone, then every ladder; the reserve goes from one to the next. */
function reportAll(document: VarianceDocument): Whole {
  const { period, members, rounding } = document;
  const around: Around = {
    period,
    members,
    stretches: stretchesOf(period, members),
    rounding: roundingIn(rounding, members),
  };
  const own = document.lines.flatMap((line) => (line.owner ? [reportOwnLine(line, line.owner, around)] : []));
  const descents = descentsOf(document, around);
  const descended: Descended[] = [];
  for (const descent of descents) descended.push(descend(descent, descended.at(-1)?.reserve ?? document.reserve));
  const all = [...own, ...descended];
  return {
    entries: all.flatMap(({ entries }) => entries),
    left: all.flatMap(({ left }) => left),
    working: [sayVariance(document, descents), ...all.flatMap(({ working }) => working)],
    reserve: descended.at(-1)?.reserve ?? document.reserve,
  };
}

/** What each partner pays or gets back over all steps; also those to whom nothing falls. */
function sumPartners({ partners, members }: VarianceDocument, entries: readonly Entry[]): ByPartner {
  const sums = new Map<string, bigint>(partners.map(({ id }) => [id, 0n]));
  for (const { of, partners: falls } of entries) {
    for (const [position, amount] of falls) {
      const id = members[position]?.id ?? '';
      sums.set(id, (sums.get(id) ?? 0n) + signed(of, amount));
    }
  }
  return byId([...sums].map(([id, sum]) => [id, formatPounds(pence(sum))] as const));
}

function showEntry({ members }: VarianceDocument, entry: Entry): TakenStep {
  return { ...entry, took: formatPounds(entry.took), partners: showSigned(entry, members) };
}

function showLeft({ amount, ...rest }: Left): Undetermined {
  return { ...rest, amount: formatPounds(amount) };
}

function showReserve(before: Reserve | undefined, after: Reserve | undefined): Pick<VarianceAnswer, 'reserve'> {
  if (!before || !after) return {};
  const [was, is, floor] = [before.balance, after.balance, before.floor].map(formatPounds) as [string, string, string];
  return { reserve: { before: was, after: is, floor } };
}

/** Who bears an overspend and who gets an underspend, to the penny, with its working and checks (formula.md, section 2). */
export function calculateVariance(document: VarianceDocument): VarianceAnswer {
  const { entries, left, working, reserve } = reportAll(document);
  const undetermined = pence(left.reduce((sum, { amount }) => sum + amount, 0n));
  const made = {
    budget: formatPounds(document.budget),
    forecast: formatPounds(document.forecast),
    variance: formatPounds(varianceOf(document) as Pence),
    steps: entries.map((entry) => showEntry(document, entry)),
    partners: sumPartners(document, entries),
    undetermined: formatPounds(undetermined),
    toDecide: left.map(showLeft),
    ...showReserve(document.reserve, reserve),
    flags: undetermined === 0n ? [] : (['needs-board-decision'] as const),
    working: working.map((step, i) => ({ step: i + 1, ...step })),
  };
  return { ...made, checks: checkAnswer(made), digest: document.digest, engine: ENGINE_VERSION };
}

/** Reads a posted document and calculates it: the answer, or everything that is wrong with the document. */
export function answerVariance(raw: unknown): Outcome<VarianceAnswer> {
  const read = readVarianceDocument(raw);
  return read.ok ? accept(calculateVariance(read.value)) : read;
}
