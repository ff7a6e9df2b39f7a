import type { Contribution } from '../../features/contributions/dto/contribution.js';
import type { Receipt } from '../../features/contributions/dto/receipt.js';
import { illustrativeTag, type Tag } from '../shared/illustrative.js';
import { showDate, showPounds } from '../shared/words.js';

/** One thing that a partner owes in the year, and what has come in towards it. */
export interface Instalment {
  readonly what: string;
  readonly due: string;
  readonly amount: string;
  /** One sentence for each payment; none when nothing has come in. */
  readonly payments: readonly string[];
  readonly tag: Tag | undefined;
}

/** What a year's statement knows of its bills. */
export interface Bills {
  readonly contributions: readonly Contribution[];
  readonly receipts: readonly Receipt[];
  /** Whether there are more than were read. */
  readonly cutOff: boolean;
}

/** A partner's instalments of the year in the order in which they fall due, with the payments received by a date. */
export function instalmentsOf(
  { contributions, receipts }: Bills,
  partner: string,
  asAt: string,
): readonly Instalment[] {
  return contributions
    .filter(({ authority }) => authority === partner)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map((each) => {
      const paid = receipts.filter(({ contribution, receivedOn }) => contribution === each.id && receivedOn <= asAt);
      return {
        what: each.what,
        due: showDate(each.dueOn) + (each.dueOn > asAt ? ' (not due yet)' : ''),
        amount: showPounds(each.amount),
        payments: paid.map(
          ({ amount, receivedOn, reference }) => `${showPounds(amount)} on ${showDate(receivedOn)}, ${reference}`,
        ),
        tag: illustrativeTag(each.illustrative || paid.some(({ illustrative }) => illustrative)),
      };
    });
}
