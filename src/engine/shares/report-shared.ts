import { type Rounding } from '../money/rounding.js';
import { type Account } from './account.js';
import { type AddedLine, type AdjustedPot, adjustPot } from './adjust-pot.js';
import { explainBasis } from './bases/bases.js';
import { type Pot } from './document.js';
import { sayPounds } from './say.js';
import { type Settlement, settleAccount } from './settle-account.js';
import { type Settled, type Settling, settling } from './settle.js';
import { partOfPot, sharePot, sharesOfAccount } from './share-pot.js';
import { type Stretch } from './stretches.js';
import { type Draft, draft } from './working/draft.js';
import { sayMembership } from './working/say-membership.js';
import { sayNet } from './working/say-net.js';
import { sayRounding } from './working/say-rounding.js';
import { sayAdded, sayStretches } from './working/say-stretches.js';

/** What a pot shares on its basis, for each member, and how. */
export interface SharedReport extends Settlement {
  readonly working: () => readonly Draft[];
  /** What adjustments put on lines of their own. */
  readonly added: readonly AddedLine[];
}

/** What the steps of a pot speak of. */
interface Telling {
  readonly pot: Pot;
  readonly account: Account;
  readonly adjusted: AdjustedPot;
  readonly stretches: readonly Stretch[];
  readonly rounding: Rounding;
  readonly settled: Settling;
}

/** The steps from what a pot has to share to the rounded amounts. */
function say({ pot, account, adjusted, stretches, rounding, settled }: Telling, last: Settled): readonly Draft[] {
  const [ids, names] = [pot.members.map(({ id }) => id), pot.members.map(({ name }) => name)];
  const { words, inputs } = explainBasis(pot.basis, { ids, names, net: account.total });
  const shares = sharesOfAccount(account, pot.basis, stretches);
  return [
    draft(pot, 'net', sayNet(pot, account)),
    ...(stretches.length > 1 ? [draft(pot, 'membership', sayMembership(pot.members, stretches))] : []),
    ...sayStretches({ pot, basis: pot.basis, partOf: partOfPot(pot) }, stretches),
    draft(pot, pot.basis.kind, `${sayPounds(account.total)} is shared ${words}.${sayAdded(stretches)}`, {
      ...{ inputs, shares, rounded: settled(account)?.amounts },
    }),
    ...adjusted.working(),
    draft(pot, 'rounding', sayRounding(adjusted.account, last, rounding, names), { rounded: last.amounts }),
  ];
}

/** Shares a pot on its basis and settles it; null when an amount is beyond what is handled. */
export function reportShared(pot: Pot, stretches: readonly Stretch[], rounding: Rounding): SharedReport | null {
  const account = sharePot(pot, stretches);
  const settled = settling(rounding);
  const adjusted = adjustPot(pot, account, stretches, settled);
  const settlement = settleAccount(adjusted.account, rounding, undefined, settled(adjusted.account));
  if (!settlement) return null;
  const telling = { pot, account, adjusted, stretches, rounding, settled };
  const { settled: last, leftOver, furthest } = settlement;
  const working = () => say(telling, last);
  return { account: adjusted.account, settled: last, leftOver, furthest, working, added: adjusted.added };
}
