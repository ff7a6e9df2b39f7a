import { readPounds } from '../../money/pence.js';
import { accept, type Fault, type Outcome, refuse } from '../../outcome.js';
import { type TakenStep, type VarianceAnswer } from '../../variance/answer.js';
import { type Line } from '../propose.js';
import { ofFund, ofPartner, type Proposed } from './proposed.js';

const read = (printed: string): bigint => readPounds(printed) ?? 0n;

/** What the board has to decide before a variance can be settled: what the ladder left, and what it would cut. */
function toDecide({ toDecide: left, steps }: VarianceAnswer): readonly Fault[] {
  const cuts = steps.filter(({ kind, took }) => kind === 'cut' && read(took) !== 0n);
  return [
    ...left.map(
      ({ amount, why }) => `£${amount} is undetermined (${why}). The board has to decide who bears or gets it`,
    ),
    ...cuts.map(
      ({ took }) =>
        `£${took} would be cut, and what was spent in a year that is over cannot be. The board has to decide who bears it`,
    ),
  ].map((says) => ({
    pointer: '/calculation',
    code: 'undetermined',
    expected: `${says}; then record the variance under what it decided.`,
  }));
}

/** What steps of one kind took, with its sign in the variance: above nothing when more was spent. */
export function tookBy(steps: readonly TakenStep[], wanted: TakenStep['kind']): bigint {
  return steps
    .filter(({ kind }) => kind === wanted)
    .reduce((sum, { of, took }) => sum + (of === 'overspend' ? read(took) : -read(took)), 0n);
}

/** The lines that are not of nothing, and what they are settled against; no entry where there are none. */
function against(kind: 'variance' | 'reserve', lines: readonly Line[]): readonly Proposed[] {
  const moved = lines.filter(({ pence }) => pence !== 0n);
  const sum = moved.reduce((all, { pence }) => all + pence, 0n);
  const settled = sum === 0n ? [] : [ofFund('variance', -sum)];
  return moved.length === 0 ? [] : [{ kind, authority: null, lines: [...moved, ...settled] }];
}

/**
 * What a recorded variance of a year comes to in the ledger, in pence: one entry for what partners pay more or get back and
 * what is carried forward, another for what the reserve gives or takes; exactly the amounts of the answer. What was set off
 * by money from elsewhere is in neither: it is in the ledger when it came. What is undetermined, or would be cut, is refused
 * with what the board has to decide.
 */
export function settleVariance(answer: VarianceAnswer): Outcome<readonly Proposed[]> {
  const faults = toDecide(answer);
  if (faults.length > 0) return refuse(faults);
  const partners = Object.entries(answer.partners).map(([id, amount]) => ofPartner(id, read(amount)));
  const carried = ofFund('carried-forward', tookBy(answer.steps, 'carry-forward'));
  const reserve = ofFund('reserve', tookBy(answer.steps, 'reserve'));
  return accept([...against('variance', [...partners, carried]), ...against('reserve', [reserve])]);
}
