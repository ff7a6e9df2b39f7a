import { ONE, compare, divide } from '../money/fraction.js';
import { type Account, scaleAccount } from './account.js';
import { type Told } from './adjustments/adjustment-rule.js';
import { adjust } from './adjustments/adjustments.js';
import { type Pot } from './document.js';
import { sharesOfTotal } from './exact-shares.js';
import { type Settling } from './settle.js';
import { type Stretch, asWhole, covered } from './stretches.js';
import { type Draft, type Figures, draft } from './working/draft.js';

/** An amount that an adjustment put on a line of its own. */
export interface AddedLine {
  readonly id: string;
  readonly account: Account;
  readonly working: () => Draft;
}

/** A pot's amounts after its adjustments, with a step for each. */
export interface AdjustedPot {
  readonly account: Account;
  readonly added: readonly AddedLine[];
  readonly working: () => readonly Draft[];
}

/** The days shared of a period, where amounts are worked out for the whole of it first. */
interface Scale {
  readonly up: (account: Account) => Account;
  readonly down: (account: Account) => Account;
  /** What the words of a step end with. */
  readonly note: string;
}

const SAME: Scale = { up: (account) => account, down: (account) => account, note: '' };

/** From the days that are shared to the whole period and back. */
function scaleOf(stretches: readonly Stretch[]): Scale {
  const part = covered(stretches);
  if (compare(part, ONE) === 0) return SAME;
  return {
    up: (account) => scaleAccount(account, divide(ONE, part)),
    down: (account) => scaleAccount(account, part),
    note: ' The amounts here are those of the whole period, of which the days shared bear their part.',
  };
}

/**
 * Applies the adjustments of a pot in the order given; nothing is rounded but to be shown. What they state is for the
 * whole period, so where only some of its days are shared the amounts are first those of the whole and then their part.
 */
export function adjustPot(pot: Pot, before: Account, stretches: readonly Stretch[], settled: Settling): AdjustedPot {
  if (pot.adjust.length === 0) return { account: before, added: [], working: () => [] };
  const { up, down, note } = scaleOf(stretches);
  const [ids, names] = [pot.members.map(({ id }) => id), pot.members.map(({ name }) => name)];
  const around = { ids, names, stretches: note === '' ? stretches : asWhole(stretches) };
  const [added, steps]: [AddedLine[], (() => Draft)[]] = [[], []];
  let account = up(before);
  for (const adjustment of pot.adjust) {
    const adjusted = adjust(adjustment, account, around);
    const { tell, line } = adjusted;
    const step = (figures: (inputs: Told['inputs']) => Figures) => {
      const { words, inputs } = tell();
      return draft(pot, adjustment.kind, `${words}${note}`, figures(inputs));
    };
    account = adjusted.account;
    if (line) {
      const working = () => step((inputs) => ({ line: line.id, inputs }));
      added.push({ id: line.id, account: down(line.account), working });
      continue;
    }
    const after = account;
    steps.push(() =>
      step((inputs) => {
        const shares = after.total.numerator === 0n ? undefined : sharesOfTotal(after.exact, after.total);
        return { inputs, rounded: settled(down(after))?.amounts, ...(shares && { shares }) };
      }),
    );
  }
  return { account: down(account), added, working: () => steps.map((say) => say()) };
}
