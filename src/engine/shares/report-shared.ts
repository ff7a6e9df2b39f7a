import { type Rounding } from '../money/rounding.js';
import { type AddedLine, adjustPot } from './adjust-pot.js';
import { explainBasis } from './bases/bases.js';
import { type Pot } from './document.js';
import { sayPounds } from './say.js';
import { type Settlement, settleAccount } from './settle-account.js';
import { settling } from './settle.js';
import { partOfPot, sharePot, sharesOfAccount } from './share-pot.js';
import { type Stretch } from './stretches.js';
import { type Draft, draft } from './working/draft.js';
import { sayMembership } from './working/say-membership.js';
import { sayNet } from './working/say-net.js';
import { sayRounding } from './working/say-rounding.js';
import { sayAdded, sayStretches } from './working/say-stretches.js';

/** What a pot shares on its basis, for each member, and how. */
export interface SharedReport extends Settlement {
  readonly working: readonly Draft[];
  /** What adjustments put on lines of their own. */
  readonly added: readonly AddedLine[];
}

/** Shares a pot on its basis and settles it; null when an amount is beyond what is handled. */
export function reportShared(pot: Pot, stretches: readonly Stretch[], rounding: Rounding): SharedReport | null {
  const [ids, names] = [pot.members.map(({ id }) => id), pot.members.map(({ name }) => name)];
  const account = sharePot(pot, stretches);
  const settled = settling(rounding);
  const byBasis = settled(account)?.amounts;
  const adjusted = adjustPot(pot, account, stretches, settled);
  const settlement = settleAccount(adjusted.account, rounding, undefined, settled(adjusted.account));
  if (!settlement) return null;
  const { words, inputs } = explainBasis(pot.basis, { ids, names, net: account.total });
  const shares = sharesOfAccount(account, pot.basis, stretches);
  const rounded = settlement.settled.amounts;
  const working = [
    draft(pot, 'net', sayNet(pot, account)),
    ...(stretches.length > 1 ? [draft(pot, 'membership', sayMembership(pot.members, stretches))] : []),
    ...sayStretches({ pot, basis: pot.basis, partOf: partOfPot(pot) }, stretches),
    draft(pot, pot.basis.kind, `${sayPounds(account.total)} is shared ${words}.${sayAdded(stretches)}`, {
      ...{ inputs, shares, rounded: byBasis },
    }),
    ...adjusted.working,
    draft(pot, 'rounding', sayRounding(adjusted.account, settlement.settled, rounding, names), { rounded }),
  ];
  return { ...settlement, working, added: adjusted.added };
}
