import { type Outcome, accept } from '../outcome.js';
import { formatPounds, pence, readPounds } from '../money/pence.js';
import { ENGINE_VERSION } from '../version.js';
import { type Difference, type PartnerTrueUp, type PotTrueUp, type TrueUpAnswer } from './answer.js';
import { checkAnswer } from './checks.js';
import { readTrueUp } from './read-document.js';
import { sayStages } from './say-stages.js';
import { type Calculation, type Stage, stagesOf } from './stages.js';
import { type Table, cellOf, potsOf, tableOf } from './table.js';

/** The table of the recorded calculation and of every stage after it; the last is the later one. */
interface Run {
  readonly stages: readonly Stage[];
  readonly tables: readonly Table[];
}

/** One amount as it went from stage to stage, in pence, with what each change of it is put down to. */
function difference(stages: readonly Stage[], amounts: readonly bigint[]): Difference {
  const show = (amount: bigint) => formatPounds(pence(amount));
  const [recorded, later] = [amounts[0] ?? 0n, amounts.at(-1) ?? 0n];
  const because = stages.flatMap(({ causes }, i) => {
    const amount = (amounts[i + 1] ?? 0n) - (amounts[i] ?? 0n);
    return amount === 0n ? [] : [{ causes, amount: show(amount) }];
  });
  return { recorded: show(recorded), later: show(later), difference: show(later - recorded), because };
}

/** A partner's difference pot by pot, the last document's pots first; `''` for what nobody bears. */
function potsTrueUp({ stages, tables }: Run, partner: string): readonly PotTrueUp[] {
  const pots = potsOf([...tables].reverse(), partner);
  return pots.map((pot) => ({
    pot,
    ...difference(
      stages,
      tables.map((table) => cellOf(table, partner, pot)),
    ),
  }));
}

function partnerTrueUp(run: Run, partner: string): PartnerTrueUp {
  const sums = run.tables.map((table) => [...(table.get(partner)?.values() ?? [])].reduce((sum, n) => sum + n, 0n));
  return { partner, ...difference(run.stages, sums), pots: potsTrueUp(run, partner) };
}

function answer(recorded: Calculation, later: Calculation, digest: TrueUpAnswer['digest']): TrueUpAnswer {
  const stages = stagesOf(recorded, later);
  const calculations = [recorded, ...stages];
  const run = { stages, tables: calculations.map((one) => tableOf(one.answer)) };
  const ids = new Set([...later.posted.partners, ...recorded.posted.partners].map(({ id }) => id));
  const totals = calculations.map((one) => readPounds(one.answer.total) ?? 0n);
  const whole = difference(stages, totals);
  const made = {
    recorded: { total: whole.recorded, digest: recorded.answer.digest },
    later: { total: whole.later, digest: later.answer.digest },
    difference: whole.difference,
    because: whole.because,
    partners: [...ids].map((id) => partnerTrueUp(run, id)),
    unallocated: potsTrueUp(run, ''),
    steps: sayStages(stages),
  };
  return { ...made, checks: checkAnswer(made), digest, engine: ENGINE_VERSION };
}

/**
 * What each partner has to pay more, or gets back, when a recorded calculation is made again on later data: the later amounts
 * less the recorded ones, per partner and pot, put down to data, spend, rule and membership by replacing one after the other
 * and calculating everything again each time (our decision), so that the parts add up exactly. Refuses a document with all
 * its faults.
 */
export function answerTrueUp(raw: unknown): Outcome<TrueUpAnswer> {
  const read = readTrueUp(raw);
  return read.ok ? accept(answer(read.value.recorded, read.value.later, read.value.digest)) : read;
}
