import { already, conflict, invalid, notPartner, type Words } from './words.js';

/** What the rules of the ledger mean to whoever's request broke one. */
export const ledgerWords: Words = {
  ledger_draft_of_a_partner: notPartner,
  ledger_draft_decided_once: already('/digest', 'That draft has been decided already. Read what became of it.'),
  ledger_outcome_of_the_newest: conflict(
    '/digest',
    'changed-since',
    'The draft has been changed since. Read it as it stands now, and decide that.',
  ),
  ledger_outcome_by_another: conflict(
    '/digest',
    'entered-by-you',
    'Whoever entered any version of a draft does not approve it. Ask somebody else who may.',
  ),
  ledger_outcome_by_another_council: conflict(
    '/digest',
    'same-council',
    'At this amount the agreement has it approved by another authority than those that entered it. Ask one of theirs.',
  ),
  ledger_from_the_first_day: invalid(
    '/effectiveOn',
    'before-the-partnership',
    'Expected {}, the first day on which a council took part, or a later one.',
  ),
  ledger_entry_reversed_once: already('/reverses', 'That entry has been reversed already. Read what reversed it.'),
  ledger_entry_turns_what_it_reverses: conflict(
    '/effectiveOn',
    'before-its-entry',
    'A reversal counts for the day of its entry or a later one.',
  ),
  ledger_entry_decision_is_there: invalid(
    '/decision',
    'not-there',
    'Expected the id of a decision of this partnership.',
  ),
  receipt_pays_its_own_contribution: invalid(
    '/pays',
    'not-there',
    'Expected the id of a contribution that this authority owes.',
  ),
  ledger_entry_pays_in_its_fund: conflict(
    '/pays',
    'another-fund',
    'What is received for a bill comes to the fund of that bill, and this says another. Propose it anew, without a fund.',
  ),
  ledger_closing_of_a_month: invalid(
    '/startsOn',
    'not-a-month',
    'Expected the first day of a month, such as "2026-04-01".',
  ),
  ledger_closing_when_it_is_over: conflict(
    '/startsOn',
    'not-over',
    'A month is closed once it is over, and {} is not. Give one that is.',
  ),
  ledger_closing_once: already('/startsOn', 'The books of {} are closed already. Read what was frozen.'),
  ledger_closing_after_those_before: conflict(
    '/startsOn',
    'earlier-open',
    'Months are closed one after another, and {} is open. Close that one first.',
  ),
  ledger_reopening_of_a_closing: invalid('/closing', 'not-there', 'Expected the id of a closing of this partnership.'),
  ledger_reopening_of_the_latest: conflict(
    '/closing',
    'not-the-latest',
    'Months are opened again from the latest back, each closing once. The latest that is closed: {}. Name its newest closing.',
  ),
  ledger_reopening_decided_once: already('/id', 'That request has been decided already. Read what became of it.'),
  ledger_reopening_by_another: conflict(
    '/id',
    'asked-by-you',
    'Whoever asks for a month to be opened again does not approve it. Ask somebody else of another council.',
  ),
  ledger_reopening_by_another_council: conflict(
    '/id',
    'same-council',
    'Opening a month again takes two councils: one asks, another approves. Ask somebody of another one.',
  ),
  ledger_settlement_decision_is_there: invalid(
    '/decision',
    'not-there',
    'Expected the id of a decision of this partnership.',
  ),
  ledger_settlement_decided: conflict(
    '/decision',
    'not-decided',
    'A year is settled by a decision that approved it; its over- or underspend by one taken after the year. Name such a one.',
  ),
  ledger_settlement_when_the_year_is_over: conflict(
    '/financialYear',
    'not-over',
    'A year is settled once it is over. Give one that is.',
  ),
  ledger_settlement_from_its_year_on: invalid(
    '/effectiveOn',
    'before-the-end',
    'Expected the last day of the year, 31 March, or a later one.',
  ),
  ledger_settlement_of_that_year: conflict(
    '/calculation',
    'another-year',
    'The recorded calculation is not of that kind and that financial year. Record one that is.',
  ),
  ledger_settlement_leaves_nothing_open: invalid(
    '/calculation',
    'undetermined',
    'Expected a calculation of which nothing is undetermined: the board has to decide that first.',
  ),
  ledger_settlement_of_what_was_recorded: conflict(
    '/calculation',
    'not-recorded',
    'Its "recorded" was typed in. A true-up begins at a share statement or a recorded calculation: name that in its document.',
  ),
  ledger_settlement_once: already(
    '/calculation',
    'That was proposed or settled already for this fund and year; a further true-up begins where the one before ended. Read what became of it.',
  ),
  ledger_settlement_within_one_fund: conflict(
    '/fund',
    'another-fund',
    'That was settled in the fund "{}" already, and in another it would count twice. Have its entries rejected or reversed first.',
  ),
  ledger_settlement_of_days_once: already(
    '/calculation',
    'Some of its days were trued up already, among others. Go on from that true-up, with the days that it has.',
  ),
  ledger_settlement_of_an_open_year: conflict(
    '/financialYear',
    'year-closed',
    'The year is closed. Have its last month re-opened by two councils, or settle what is new in a later year.',
  ),
  ledger_entry_settles_an_open_year: conflict(
    '/digest',
    'year-closed',
    'The year {} is closed at what it was settled at, which this would change. Have its last month re-opened by two councils first, and close the year anew afterwards.',
  ),
  ledger_year_closing_after_its_months: conflict(
    '/financialYear',
    'months-open',
    'A year is closed once its twelve months are, and {} is open. Close that one first.',
  ),
  ledger_year_closing_once: already('/financialYear', 'That year is closed already. Read what was frozen.'),
  ledger_year_closing_when_settled: conflict(
    '/financialYear',
    'not-settled',
    'A year is closed once it is settled. Settle {}, or record the decision that says there is nothing to settle.',
  ),
  ledger_year_closing_at_its_outturn: conflict(
    '/financialYear',
    'another-outturn',
    'The year was settled at other figures than it has: {}. Reverse what was posted and settle it anew.',
  ),
  ledger_settlement_on_partners: conflict(
    '/calculation',
    'not-taking-part',
    'Nothing can be settled on "{}", which takes no part in this partnership. Add its participation first.',
  ),
  ledger_period_takes_no_entry: conflict(
    '/effectiveOn',
    'period-closed',
    'The books of {} are closed and take no entry. Give a day in a month that is open, or have the month re-opened by two councils.',
  ),
};
