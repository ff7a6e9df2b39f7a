import { days } from '../calendar/period.js';
import { type Fraction, ZERO, fraction, fromPence, multiply, subtract } from '../money/fraction.js';
import { TO_THE_PENNY } from '../money/rounding.js';
import { type Account } from './account.js';
import { type OnlyLine, type Pot, type SharesDocument } from './document.js';
import { type Partner } from './partner.js';
import { sayPence } from './say.js';
import { sayDays } from './say-period.js';
import { type Settlement, settleAccount } from './settle-account.js';
import { type Draft, draft } from './working/draft.js';

/** The part of the period in which a member is one. */
function presence({ present }: Partner, document: SharesDocument): Fraction {
  return present ? fraction(BigInt(days(present)), BigInt(days(document.period))) : ZERO;
}

/** A line that is one member's alone: what falls in its absence nobody bears (formula.md, membership). */
function accountOf(line: OnlyLine, member: Partner, document: SharesDocument): Account {
  const shared = fraction(BigInt(days(document.within)), BigInt(days(document.period)));
  const total = multiply(fromPence(line.amount), shared);
  const borne = multiply(fromPence(line.amount), presence(member, document));
  const unallocated = subtract(total, borne);
  const absent = days(document.within) - (member.present ? days(member.present) : 0);
  const why = `${member.name}, whose line it is alone, is no member on ${sayDays(absent)} of ${days(document.within)}`;
  const exact = { parts: [borne.numerator], over: borne.denominator };
  return { total, unallocated, why: absent > 0 ? [why] : [], exact };
}

/** What a line of one member's alone comes to, and how. */
export interface OnlyReport extends Settlement {
  readonly line: OnlyLine;
  readonly working: () => readonly Draft[];
}

function say(line: OnlyLine, member: Partner, { account, settled: { total, unallocated } }: Settlement): string {
  const [why] = account.why;
  const left = why === undefined ? '' : `; ${why}, so ${sayPence(unallocated)} of it is unallocated`;
  const part = total === line.amount ? '' : `, of which the days shared bear ${sayPence(total)}`;
  return `${line.name} ${sayPence(line.amount)}${part} is ${member.name}’s alone${left}.`;
}

/** Settles a line that is one member's alone; null when an amount is beyond what is handled. */
export function reportOnly(line: OnlyLine, pot: Pot, document: SharesDocument): OnlyReport | null {
  const member = pot.members[line.only];
  if (!member) throw new Error('A line names a member that the pot does not have');
  const settlement = settleAccount(accountOf(line, member, document), TO_THE_PENNY, line.id);
  if (!settlement) return null;
  return { ...settlement, line, working: () => [draft(pot, 'only', say(line, member, settlement), { line: line.id })] };
}
