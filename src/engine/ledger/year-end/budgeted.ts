import { type YearEndLine } from './year-end.js';

/** What a line was budgeted for the year, in pence. */
export interface LineBudget {
  readonly line: string;
  readonly name: string;
  readonly pence: bigint;
}

/** A line beside its budget, in pence; `over` is above nothing where more was spent. Null where none was recorded. */
export interface BudgetedLine extends YearEndLine {
  readonly name: string | null;
  readonly budget: bigint | null;
  readonly over: bigint | null;
}

/** Every line that was budgeted or on which something stands, the budget's in its order first. */
export function besideBudget(lines: readonly YearEndLine[], budgets: readonly LineBudget[]): readonly BudgetedLine[] {
  const names = new Set([...budgets.map(({ line }) => line), ...lines.map(({ line }) => line)]);
  return [...names].map((line) => {
    const found = lines.find((one) => one.line === line) ?? { line, spent: 0n, granted: 0n, inKind: 0n };
    const budget = budgets.find((one) => one.line === line);
    return {
      ...found,
      ...{ name: budget?.name ?? null, budget: budget?.pence ?? null },
      over: budget ? found.spent - budget.pence : null,
    };
  });
}
