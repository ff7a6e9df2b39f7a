import type { budgetKinds } from '../../features/budgets/dto/budget.js';

type Kind = (typeof budgetKinds)[number];

const words: Readonly<Record<Kind, readonly [name: string, choice: string]>> = {
  original: ['Original budget', 'The original budget of the year'],
  virement: ['Virement', 'A virement: money moves between lines, and their sum stays as it is'],
  supplementary: ['Supplementary budget', 'A supplementary budget: there is more or less to spend'],
  correction: ['Correction', 'A correction of what was recorded before'],
};

/** What a budget may be, as a form offers it. */
export const kindsOfBudget = Object.entries(words).map(([value, [, text]]) => ({ value, text }));

/** What a budget is called. */
export const nameOfKind = (kind: string): string => words[kind as Kind][0];
