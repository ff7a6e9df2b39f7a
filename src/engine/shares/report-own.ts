import { fromPence } from '../money/fraction.js';
import { type Rounding } from '../money/rounding.js';
import { explainBasis } from './bases/bases.js';
import { type OwnLine, type Pot } from './document.js';
import { sayPence } from './say.js';
import { type Settlement, settleAccount } from './settle-account.js';
import { partByBasis, shareByBasis } from './share-by-basis.js';
import { sharesOfAccount } from './share-pot.js';
import { type Stretch } from './stretches.js';
import { type Draft, draft } from './working/draft.js';
import { sayRounding } from './working/say-rounding.js';
import { sayAdded, sayStretches } from './working/say-stretches.js';

/** What a line with a basis of its own comes to for each member, and how. */
export interface OwnReport extends Settlement {
  readonly line: OwnLine;
  readonly working: () => readonly Draft[];
}

/** The steps of a line, apportioned once by itself. */
function say(
  line: OwnLine,
  pot: Pot,
  stretches: readonly Stretch[],
  rounding: Rounding,
  { account, settled }: Settlement,
): readonly Draft[] {
  const net = fromPence(line.amount);
  const [ids, names] = [pot.members.map(({ id }) => id), pot.members.map(({ name }) => name)];
  const { words, inputs } = explainBasis(line.basis, { ids, names, net });
  const shares = sharesOfAccount(account, line.basis, stretches);
  const rounded = settled.amounts;
  const shared = draft(
    pot,
    line.basis.kind,
    `${line.name} ${sayPence(line.amount)} is shared ${words}.${sayAdded(stretches)}`,
    {
      ...{ line: line.id, inputs, shares, rounded },
    },
  );
  const how = sayRounding(account, settled, rounding, names);
  const partOf = (stretch: Stretch) => partByBasis(net, line.basis, stretch);
  const each = sayStretches({ pot, basis: line.basis, partOf, line: line.id }, stretches);
  return [...each, shared, draft(pot, 'rounding', how, { line: line.id, rounded })];
}

/** Settles a line with a basis of its own, apportioned once by itself; null when an amount is beyond what is handled. */
export function reportOwn(
  line: OwnLine,
  pot: Pot,
  stretches: readonly Stretch[],
  rounding: Rounding,
): OwnReport | null {
  const net = fromPence(line.amount);
  const account = shareByBasis(net, line.basis, stretches);
  const settlement = settleAccount(account, rounding, line.id);
  if (!settlement) return null;
  const working = () => say(line, pot, stretches, rounding, settlement);
  return { ...settlement, line, working };
}
