import { already, conflict, invalid, type Words } from './words.js';

/** What the rules of budgets and forecasts mean to whoever's request broke one. */
export const budgetWords: Words = {
  budget_starts_in_its_year: invalid('/from', 'outside-year', 'Expected a day of the financial year of the budget.'),
  budget_rests_on_its_decision: invalid(
    '/decision',
    'not-approved',
    'Expected the id of a decision of this partnership that approved an agreement, a formula or a budget.',
  ),
  budget_original_once: already(
    '/kind',
    'That fund has its original budget of the year already. Record a virement, a supplementary budget or a correction.',
  ),
  budget_after_its_original: conflict(
    '/kind',
    'no-original',
    'That fund has no original budget of the year yet. Record that first.',
  ),
  budget_virement_moves_nothing_out: conflict(
    '/lines',
    'moves-money-out',
    'A virement moves money between lines and leaves their sum as it was. Here it would change by {} pounds.',
  ),
  budget_virement_moves_nothing_later: conflict(
    '/lines',
    'moves-money-later',
    'A later budget names some of these lines: from {} on they would come to another sum. Give that day or a later one.',
  ),
  budget_of_an_open_year: conflict(
    '/financialYear',
    'year-closed',
    'The year is closed, at the budget that it has. Have its last month re-opened by two councils first.',
  ),
  forecast_actuals_to_a_month: invalid(
    '/actualsTo',
    'not-a-month',
    'Expected the first day of a month of the year that had begun on the day of the report.',
  ),
  forecast_decision_is_there: invalid('/decision', 'not-there', 'Expected the id of a decision of this partnership.'),
  commitment_expected_in_a_month: invalid(
    '/expectedIn',
    'not-a-month',
    'Expected the first day of a month, such as "2026-12-01".',
  ),
  commitment_order_once: already(
    '/reference',
    'That order of that supplier is recorded against that line and year already. Read that one.',
  ),
  commitment_release_of_an_order: invalid(
    '/commitment',
    'not-there',
    'Expected the id of an order of this partnership.',
  ),
  commitment_release_after_its_order: invalid(
    '/releasedOn',
    'before-its-order',
    'Expected the day of the order or a later one.',
  ),
  commitment_release_of_what_is_left: conflict(
    '/amount',
    'more-than-left',
    'Only {} pounds of that order are left. Give that or less.',
  ),
  commitment_of_its_line: invalid(
    '/pays',
    'not-there',
    'Expected the id of an order that was placed against this line of this fund.',
  ),
  commitment_has_something_left: conflict(
    '/pays',
    'nothing-left',
    'Nothing is left of that order: it was paid or let go. Enter the spending without it.',
  ),
  budget_line_stops: conflict(
    '/amount',
    'past-its-line',
    'The agreement stops spending past a budget line: {}. Have the budget changed, or let an order go.',
  ),
};
