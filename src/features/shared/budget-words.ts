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
  forecast_actuals_to_a_month: invalid(
    '/actualsTo',
    'not-a-month',
    'Expected the first day of a month of the year that had begun on the day of the report.',
  ),
  forecast_decision_is_there: invalid('/decision', 'not-there', 'Expected the id of a decision of this partnership.'),
};
