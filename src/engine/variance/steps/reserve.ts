import { type Pence, formatPounds, pence } from '../../money/pence.js';
import { sayPence } from '../../shares/say.js';
import { type Reserve } from '../document.js';
import { lesser } from './lesser.js';
import { type StepRule, type Taken } from './step-rule.js';

function takeOut(most: Pence, { balance, floor }: Reserve): Taken {
  const spare = balance > floor ? balance - floor : 0n;
  const took = lesser(most, spare);
  const [holds, keeps] = [sayPence(balance), sayPence(floor)];
  const says = `The reserve holds ${holds} and may not go below ${keeps}, so ${sayPence(spare)} of it can be used`;
  const after = pence(balance - took);
  const inputs = { balance: formatPounds(balance), floor: formatPounds(floor) };
  return { took, words: `${says}: ${sayPence(took)} is.`, inputs, balance: after };
}

function putIn(most: Pence, reserve: Reserve | undefined): Taken {
  const words = `${sayPence(most)} is added to the reserve`;
  if (!reserve) return { took: most, words: `${words}.` };
  const after = pence(reserve.balance + most);
  const inputs = { balance: formatPounds(reserve.balance) };
  return { took: most, words: `${words}, which then holds ${sayPence(after)}.`, inputs, balance: after };
}

/**
 * An overspend is met out of the reserve, which never goes below its floor; an underspend is added to it (formula.md,
 * section 2). A reserve that is already below its floor gives nothing.
 */
export const reserve: StepRule<'reserve'> = {
  ladders: ['overspend', 'underspend'],
  fields: ['limit'],
  read: () => ({ kind: 'reserve' }),

  take(_, { direction, most, reserve: held }) {
    if (direction === 'underspend') return putIn(most, held);
    if (!held) throw new Error('A document without a reserve takes nothing from it');
    return takeOut(most, held);
  },
};
