import { conflict, invalid, type Words } from './words.js';

/** What the rules of what is recorded of bills mean to whoever's request broke one. */
export const billWords: Words = {
  ledger_bill_event_of_a_bill: conflict(
    '/id',
    'not-a-bill',
    'Only a contribution or a one-off charge that was approved is a bill. Have it approved first.',
  ),
  ledger_bill_event_of_one_that_stands: conflict(
    '/id',
    'reversed',
    'That bill was reversed and no longer stands. Read what reversed it.',
  ),
  ledger_bill_event_in_order: conflict(
    '/id',
    'not-in-order',
    'A bill is invoiced once after it is approved; disputed or in default once it is invoiced; resolved once it is disputed. This one is {}.',
  ),
  ledger_bill_event_not_to_come: invalid('/happenedOn', 'to-come', 'Expected today or an earlier day.'),
  ledger_bill_event_after_those_before: conflict(
    '/happenedOn',
    'before-the-last',
    'What was recorded of that bill last happened on {}. Give that day or a later one.',
  ),
  ledger_bill_event_by_whom: conflict(
    '/id',
    'not-for-you-to-say',
    'The host says that it billed and that a partner has defaulted; a partner disputes its own bills; either resolves that. Ask one of theirs.',
  ),
  ledger_bill_event_default_when_overdue: conflict(
    '/happenedOn',
    'not-overdue',
    'A partner defaults on what it has not paid in time, and this bill was not overdue on that day.',
  ),
  ledger_bill_event_default_decided: conflict(
    '/decision',
    'not-approved',
    'A partner is in default by a decision that approved saying so. Name such a one.',
  ),
  ledger_bill_event_decision_is_there: invalid(
    '/decision',
    'not-there',
    'Expected the id of a decision of this partnership.',
  ),
};
