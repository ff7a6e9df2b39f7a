/** What is to be put right, and where: in the file as a whole, in a row, or in one cell. */
export interface ImportFault {
  readonly row: number | null;
  /** Such as `C12`. */
  readonly cell: string | null;
  readonly field: string | null;
  readonly code: string;
  readonly detail: string;
}

/** How many faults are kept and shown; all of them are counted. */
export const MOST_FAULTS = 200;

export const cellFaults = {
  formula: 'Expected a value rather than a formula. Copy the column, and paste it back as values.',
  'error-value': 'Expected a value: this cell shows an error such as #REF!.',
  'hidden-characters': 'Expected text without hidden characters. Type it anew.',
} as const;

export const MARK = 'EXAMPLE: replace this row or delete it';
