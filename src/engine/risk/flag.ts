import { type LocalDate } from '../calendar/local-date.js';
import { type Pence } from '../money/pence.js';

/** Every flag that the records raise by themselves, in the order in which they are shown. */
export const flagCodes = [
  'source-ends',
  'source-unconfirmed',
  'source-limit',
  'source-concentration',
  'contribution-overdue',
  'provision-gap',
] as const;
export type FlagCode = (typeof flagCodes)[number];

export const severities = ['high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

/** Every kind of record that a flag may rest on. */
export type RecordKind =
  | 'funding-source'
  | 'funding-amount'
  | 'certainty-change'
  | 'planned-spend'
  | 'package-return'
  | 'contribution'
  | 'receipt'
  | 'provision'
  | 'agreement-version'
  | 'decision';

/** One record that a flag rests on. */
export interface RecordRef {
  readonly kind: RecordKind;
  readonly id: string;
  /** Made up to show how things work; nobody published it. */
  readonly illustrative: boolean;
}

/** What one partner bears, in pence. */
interface Borne {
  readonly partner: string;
  readonly amount: Pence;
}

/** Who bears what. The partners' amounts and what is undetermined make the total, always. */
export interface Bill {
  readonly total: Pence;
  /** In the partnership's listing order; only those who bear something before rounding. */
  readonly partners: readonly Borne[];
  /** What nobody is known to bear. */
  readonly undetermined: Pence;
}

/** Something that can go wrong with the money: what, how much, for whom, from when, and on what it rests. */
export interface Flag extends Bill {
  /** The same for the same cause, whenever it is computed. */
  readonly id: string;
  readonly code: FlagCode;
  readonly severity: Severity;
  readonly title: string;
  readonly words: string;
  /** The day from which it costs. */
  readonly bitesOn: LocalDate;
  /** The first day on which the records said so; never after the day as at which they are read. */
  readonly firstStood: LocalDate;
  /** The clause or rule that it rests on. */
  readonly rule: string;
  readonly records: readonly RecordRef[];
  readonly couldDecide: readonly string[];
  /** How each figure was worked out, for somebody with a calculator. */
  readonly working: readonly string[];
  readonly illustrative: boolean;
}
