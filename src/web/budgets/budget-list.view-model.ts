import type { Budget } from '../../features/budgets/dto/budget.js';
import type { Decision } from '../../features/decisions/dto/decision.js';
import { showMoment } from '../account/show-moment.js';
import { ledgerCrumbs, ledgerOf, named, type Place, whoIs } from '../ledger/place.js';
import { downloads } from '../shared/downloads.js';
import { sourced } from '../shared/sourced.js';
import { showDate, showPounds, showYear } from '../shared/words.js';
import { nameOfKind } from './budget-kinds.js';

interface Found {
  readonly budgets: readonly Budget[];
  readonly decisions: readonly Decision[];
}

/** Every budget of a year: the original, and what changed it, from which day and by which decision. */
export function budgetListPage(
  place: Place,
  { year, fund }: { readonly year: string; readonly fund: string },
  { budgets, decisions }: Found,
) {
  const title = `Budgets of ${showYear(year)}`;
  const ledger = ledgerOf(place);
  const outturn = { text: `Budget and outturn ${showYear(year)}`, href: `${ledger}/outturn/${year}?fund=${fund}` };
  return {
    page: {
      title: `${title}: ${place.partnership.name}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, outturn, { text: title }),
    },
    ...{ partnership: place.partnership.name, title, ofFund: fund === 'pool' ? undefined : named(fund) },
    ...{ record: `${ledger}/budgets/new?year=${year}&fund=${fund}`, says: budgets.length > 0 ? 'Change' : 'Record' },
    budgets: budgets.map((budget) => showBudget(place, budget, decisions)),
    files: downloads(place.partnership.id, ['ledger/budget-lines'], `?financialYear=${year}&fund=${fund}`),
  };
}

function showBudget(place: Place, budget: Budget, decisions: readonly Decision[]) {
  const decided = decisions.find(({ id }) => id === budget.decision);
  return {
    heading: `${nameOfKind(budget.kind)} from ${showDate(budget.from)}`,
    why: budget.why,
    decision: {
      text: decided ? `${decided.body}, ${decided.reference}, ${showDate(decided.takenOn)}` : 'The decision',
      href: `/partnerships/${place.partnership.id}/decisions/${budget.decision}`,
    },
    recorded: `${showMoment(budget.recordedAt)}, by ${whoIs(place, budget.recordedBy)}`,
    lines: budget.lines.map(({ name, amount }) => ({ name, amount: showPounds(amount) })),
    total: showPounds(budget.total),
    sourced: sourced(budget),
  };
}
