import { type Rounding } from '../money/rounding.js';
import { type Account } from './account.js';
import { adjust } from './adjustments/adjustments.js';
import { type Pot } from './document.js';
import { sharesOfTotal } from './exact-shares.js';
import { settle } from './settle.js';
import { type Stretch } from './stretches.js';
import { type Draft, draft } from './working/draft.js';

/** An amount that an adjustment put on a line of its own. */
export interface AddedLine {
  readonly id: string;
  readonly account: Account;
  readonly working: Draft;
}

/** A pot's amounts after its adjustments, with a step for each. */
export interface AdjustedPot {
  readonly account: Account;
  readonly added: readonly AddedLine[];
  readonly working: readonly Draft[];
}

/** Applies the adjustments of a pot in the order given; nothing is rounded but to be shown. */
export function adjustPot(pot: Pot, before: Account, stretches: readonly Stretch[], rounding: Rounding): AdjustedPot {
  const around = { ids: pot.members.map(({ id }) => id), names: pot.members.map(({ name }) => name), stretches };
  const [added, working]: [AddedLine[], Draft[]] = [[], []];
  let account = before;
  for (const adjustment of pot.adjust) {
    const adjusted = adjust(adjustment, account, around);
    const { words, inputs, line } = adjusted;
    account = adjusted.account;
    if (line) {
      added.push({ ...line, working: draft(pot, adjustment.kind, words, { line: line.id, inputs }) });
      continue;
    }
    const shares = account.total.numerator === 0n ? undefined : sharesOfTotal(account.exact, account.total);
    const rounded = settle(account, rounding)?.amounts;
    working.push(draft(pot, adjustment.kind, words, { inputs, rounded, ...(shares && { shares }) }));
  }
  return { account, added, working };
}
