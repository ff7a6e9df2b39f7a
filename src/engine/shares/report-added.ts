import { type Pence, formatPounds } from '../money/pence.js';
import { type Rounding } from '../money/rounding.js';
import { type AddedLine } from './adjust-pot.js';
import { type Pot } from './document.js';
import { zipById } from './ids.js';
import { type Settlement, settleAccount } from './settle-account.js';
import { type Draft, draft } from './working/draft.js';
import { sayRounding } from './working/say-rounding.js';

/** What a line that an adjustment added comes to for each member, and how. */
export interface AddedReport extends Settlement {
  readonly line: { readonly id: string };
  readonly working: () => readonly Draft[];
}

/** Settles a line that an adjustment added, apportioned once by itself; null when an amount is beyond what is handled. */
export function reportAdded(added: AddedLine, pot: Pot, rounding: Rounding): AddedReport | null {
  const settlement = settleAccount(added.account, rounding, added.id);
  if (!settlement) return null;
  const working = () => {
    const rounded: readonly Pence[] = settlement.settled.amounts;
    const [ids, names] = [pot.members.map(({ id }) => id), pot.members.map(({ name }) => name)];
    const how = sayRounding(added.account, settlement.settled, rounding, names);
    const step = { ...added.working(), rounded: zipById(ids, rounded.map(formatPounds)) };
    return [step, draft(pot, 'rounding', how, { line: added.id, rounded })];
  };
  return { ...settlement, line: added, working };
}
