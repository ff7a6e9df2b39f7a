import { formatPounds, pence, readPounds } from '../../money/pence.js';
import { accept, type Fault, type Outcome, refuse } from '../../outcome.js';
import { type TrueUpAnswer } from '../../true-up/answer.js';
import { ofFund, ofPartner, type Proposed } from './proposed.js';

const read = (printed: string): bigint => readPounds(printed) ?? 0n;

function borneByNobody({ unallocated }: TrueUpAnswer): readonly Fault[] {
  return unallocated
    .filter(({ difference }) => read(difference) !== 0n)
    .map(({ pot, difference }) => ({
      pointer: '/calculation',
      code: 'undetermined',
      expected: `Nobody bears the difference of ${difference} in the pot "${pot}". The board has to decide who does; then record the true-up under what it decided.`,
    }));
}

/**
 * What a recorded true-up of the contributions of a year comes to, partner by partner: a further contribution where more is
 * due, a rebate where less is, nothing where nothing changes. In pence; they come to the true-up's own difference, to the
 * penny. A difference that nobody bears is refused with what the board has to decide (our decision: never shared by default).
 */
export function settleTrueUp(answer: TrueUpAnswer): Outcome<readonly Proposed[]> {
  const faults = borneByNobody(answer);
  if (faults.length > 0) return refuse(faults);
  const proposed = answer.partners
    .map(({ partner, difference }) => ({ partner, amount: read(difference) }))
    .filter(({ amount }) => amount !== 0n)
    .map(({ partner, amount }) => settleOn(partner, amount));
  const sum = proposed
    .flatMap(({ lines }) => lines)
    .reduce((all, { authority, pence: n }) => (authority ? all + n : all), 0n);
  if (formatPounds(pence(sum)) !== answer.difference) throw new Error('The partners do not come to the true-up');
  return accept(proposed);
}

/** The lines stand as those of any bill or rebate do. */
function settleOn(partner: string, amount: bigint): Proposed {
  const [theirs, brought] = [ofPartner(partner, amount), ofFund('contributed', -amount)];
  return amount > 0n
    ? { kind: 'contribution', authority: partner, lines: [theirs, brought] }
    : { kind: 'rebate', authority: partner, lines: [brought, theirs] };
}
