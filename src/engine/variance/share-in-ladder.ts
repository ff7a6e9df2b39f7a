import { fromPence, multiply } from '../money/fraction.js';
import { type Pence, pence } from '../money/pence.js';
import { type Account, shareOut } from '../shares/account.js';
import { explainBasis } from '../shares/bases/bases.js';
import { type Basis } from '../shares/bases/basis.js';
import { sharesOfTotal } from '../shares/exact-shares.js';
import { sayPence } from '../shares/say.js';
import { type Settled, settle } from '../shares/settle.js';
import { sayMembership } from '../shares/working/say-membership.js';
import { sayRounding } from '../shares/working/say-rounding.js';
import { mostFixed, splitInLadder } from './split-in-ladder.js';
import { type Around, type Aside, type Taken } from './steps/step-rule.js';

function accountOf(amount: Pence, basis: Basis, { stretches }: Around): Account {
  const whole = fromPence(amount);
  return shareOut(stretches, ({ part, present }) => {
    const net = multiply(whole, part);
    return { net, parts: splitInLadder(basis, { net, part, present }) };
  });
}

function asidesOf(account: Account, settled: Settled, { members, stretches, rounding }: Around): readonly Aside[] {
  const names = members.map(({ name }) => name);
  const how = sayRounding(account, settled, rounding, names);
  const cuts: Aside[] = stretches.length > 1 ? [{ rule: 'membership', words: sayMembership(members, stretches) }] : [];
  return [...cuts, { rule: 'rounding', words: how }];
}

/** Beyond this a denominator has so many digits that its fractions are no use to a person, and take long to print. */
const MOST_SHOWN = 10n ** 200n;

/** The exact shares, where they can be shown: many stretches of long figures make fractions of thousands of digits. */
function sharesOf({ exact, total }: Account): Pick<Taken, 'shares'> {
  return exact.over > MOST_SHOWN ? {} : { shares: sharesOfTotal(exact, total) };
}

function sayShared(amount: Pence, basis: Basis, verb: string, { members }: Around) {
  const fixed = mostFixed(basis);
  const [ids, names] = [members.map(({ id }) => id), members.map(({ name }) => name)];
  const { words, inputs } = explainBasis(basis, { ids, names, net: fromPence(fixed > amount ? fixed : amount) });
  const tooMuch = ' What single partners are to have comes to more than that, so it is shared in proportion to it.';
  const all = `${sayPence(amount)} is ${verb} ${words}.${fixed > amount ? tooMuch : ''}`;
  return { words: all, inputs: { basis: basis.kind, ...inputs } };
}

/**
 * Shares an amount (above nothing) among the members on a basis, stretch by stretch, rounded once by the document's
 * rule. What nobody present bears is not taken, and so is left to the next step.
 */
export function shareInLadder(amount: Pence, basis: Basis, verb: 'shared' | 'returned', around: Around): Taken {
  const account = accountOf(amount, basis, around);
  const settled = settle(account, around.rounding);
  if (!settled) throw new Error('A variance within what is handled has shares that are');
  const { words, inputs } = sayShared(amount, basis, verb, around);
  const nobody =
    settled.unallocated === 0n ? '' : ` ${sayPence(settled.unallocated)} falls on nobody: ${account.why.join('; ')}.`;
  return {
    took: pence(settled.total - settled.unallocated),
    words: `${words}${nobody}`,
    partners: new Map(settled.amounts.entries()),
    ...sharesOf(account),
    inputs,
    asides: asidesOf(account, settled, around),
  };
}
