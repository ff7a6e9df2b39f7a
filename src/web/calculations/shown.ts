import type { CalculationKind } from '../../features/calculations/kinds.js';

/** An answer of any kind, as its page shows it. */
export interface Shown {
  /** The outcome in a sentence or two. */
  readonly says: readonly string[];
  /** What a person should not overlook. */
  readonly warnings: readonly string[];
  readonly table: ShownTable | undefined;
  readonly steps: readonly ShownStep[];
  readonly checks: readonly { readonly says: string; readonly holds: boolean }[];
}

export interface ShownTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly ShownRow[];
  readonly total?: ShownRow;
}

export interface ShownRow {
  readonly name: string;
  readonly cells: readonly string[];
}

export interface ShownStep {
  readonly words: string;
  readonly clause: string | undefined;
  /** Each partner's exact share and its amount, a line each. */
  readonly details: readonly string[];
}

export type NameOf = (partner: string) => string;

const kinds: Readonly<Record<CalculationKind, string>> = {
  shares: 'Shares',
  variance: 'Overspend or underspend',
  footing: 'Whether a table adds up',
  'true-up': 'True-up',
  compare: 'Comparison',
};

export const kindName = (kind: CalculationKind): string => kinds[kind];

/** Whether a check holds, as a tag. */
export const holdsTags = (holds: boolean): object =>
  holds ? { text: 'Holds', classes: 'govuk-tag--green' } : { text: 'Does not hold', classes: 'govuk-tag--red' };

interface Working {
  readonly words: string;
  readonly clause?: string | undefined;
  readonly exact?: Readonly<Record<string, string>>;
  readonly rounded?: Readonly<Record<string, string>>;
}

/** One step of the working with each partner's exact share beside its pounds. */
export function showStep({ words, clause, exact = {}, rounded = {} }: Working, nameOf: NameOf): ShownStep {
  const ids = [...new Set([...Object.keys(exact), ...Object.keys(rounded)])];
  const details = ids.map((id) => {
    const parts = [exact[id], rounded[id] === undefined ? undefined : `£${rounded[id]}`];
    return `${nameOf(id)}: ${parts.filter((part) => part !== undefined).join(', ')}`;
  });
  return { words, clause, details };
}
