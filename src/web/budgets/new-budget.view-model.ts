import type { OutturnLine } from '../../features/budgets/dto/outturn.js';
import type { Decision } from '../../features/decisions/dto/decision.js';
import { field } from '../../platform/http/pages/forms.js';
import { ledgerCrumbs, ledgerOf, named, type Place } from '../ledger/place.js';
import { sumPounds } from '../ledger/sum.js';
import type { dateParts } from '../shared/filled.js';
import { dateInput, select, textInput, type Typed } from '../shared/inputs.js';
import { showDate, showPounds, showYear } from '../shared/words.js';
import { boxOfLine, emptyRows, newAmount, newName } from './budget-form.js';
import { kindsOfBudget } from './budget-kinds.js';

/** What the form begins with: the lines there are, and the decisions that a budget may rest on. */
export interface BudgetOffered {
  /** Whether the year has its original budget; where not, the lines are those of the year before. */
  readonly begun: boolean;
  readonly lines: readonly OutturnLine[];
  readonly decisions: readonly Decision[];
}

/** What stands in the form, and where it goes. */
export interface Budgeting {
  readonly year: string;
  readonly fund: string;
  readonly form: unknown;
  readonly typed: Typed;
  readonly day: ReturnType<typeof dateParts>;
  readonly key: string;
}

/** The form that records a year's budget, or what changes it from a day on. */
export function newBudgetPage(place: Place, offered: BudgetOffered, { year, fund, form, typed, day, key }: Budgeting) {
  const { begun, lines, decisions } = offered;
  const title = begun ? `Change the budget of ${showYear(year)}` : `Record the budget of ${showYear(year)}`;
  const all = { text: `Budgets of ${showYear(year)}`, href: `${ledgerOf(place)}/budgets?year=${year}&fund=${fund}` };
  const wrong = new Map(typed.errors.map(({ href, text }) => [href, text]));
  const box = (id: string, label: string) => ({
    ...{ id, label, value: field(form, id) },
    wrong: wrong.get(`#${id}`),
  });
  return {
    page: {
      title,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, all, { text: title }),
      ...(typed.errors.length > 0 ? { errors: typed.errors } : {}),
    },
    ...{ partnership: place.partnership.name, title, year, fund, key, begun, action: `${ledgerOf(place)}/budgets` },
    ...{ ofFund: fund === 'pool' ? undefined : named(fund), kind: begun ? undefined : 'original' },
    ...asks(typed, day, { begun, decisions }),
    standing: begun ? 'Stands now' : 'The year before',
    lines: lines.map(({ line, name, budget }) => ({
      ...{ name, stands: showPounds(budget), amount: box(boxOfLine(line), `${name}: what it may spend, in pounds`) },
    })),
    total: showPounds(sumPounds(lines.map(({ budget }) => budget))),
    added: Array.from({ length: emptyRows(lines) }, (_, row) => ({
      name: box(newName(row), `New line ${row + 1}: what it is called`),
      amount: box(newAmount(row), `New line ${row + 1}: what it may spend, in pounds`),
    })),
    decide: decisions.length === 0,
  };
}

/** What the form asks besides the amounts. */
function asks(typed: Typed, day: Budgeting['day'], { begun, decisions }: Omit<BudgetOffered, 'lines'>) {
  const changes = kindsOfBudget.filter(({ value }) => value !== 'original');
  return {
    ...(begun ? { kinds: select(typed, 'kind', 'What it is', changes) } : {}),
    day: dateInput(typed, 'from', 'From which day it holds', day, begun ? 'For example, 1 11 2026' : 'Usually 1 April'),
    decision: select(
      typed,
      'decision',
      'The decision that it rests on',
      decisions.map(({ id, body, reference, takenOn, title }) => ({
        ...{ value: id, text: `${body}, ${reference}, ${showDate(takenOn)}: ${title}` },
      })),
      'Only decisions that approved a budget, a formula or an agreement are listed',
    ),
    why: textInput(typed, 'why', begun ? 'Why it changes' : 'Anything to say of it (optional)'),
    source: textInput(typed, 'source', 'Where this comes from', 'For example, the board’s paper and its minute'),
  };
}

/** What to say of each field, in the order in which the form has them. */
export const budgetSays = {
  ' key-used-otherwise': 'This form was sent already. Open a new one to enter something else',
  kind: 'Choose what it is',
  'kind already-recorded': 'That year has its original budget already. Open the form again to change it',
  'kind no-original': 'That year has no original budget yet. Open the form again to record it',
  from: 'Enter a day of the year as a real date',
  decision: 'Choose the decision that it rests on',
  why: 'Enter why in at most 1,000 characters',
  source: 'Enter where this comes from',
};
