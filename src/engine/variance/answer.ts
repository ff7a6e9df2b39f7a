import { type Cause, type Direction } from './document.js';
import { type StepKind } from './steps/step.js';

/** The answer to a variance document, as it is sent (formula.md, section 2). Money is text in pounds. */
export interface VarianceAnswer {
  readonly budget: string;
  readonly forecast: string;
  /** Forecast less budget: above nothing when more is spent. */
  readonly variance: string;
  readonly steps: readonly TakenStep[];
  /** Every partner: above nothing it pays more, below nothing it gets back. */
  readonly partners: ByPartner;
  /** What nobody bears or gets until the board decides: what is in `toDecide`, added up. Never below nothing. */
  readonly undetermined: string;
  readonly toDecide: readonly Undetermined[];
  /** Left out when the document has none. */
  readonly reserve?: { readonly before: string; readonly after: string; readonly floor: string };
  readonly flags: readonly Flag[];
  readonly working: readonly WorkingStep[];
  readonly checks: readonly Check[];
  readonly digest: `sha256:${string}`;
  readonly engine: string;
}

export type ByPartner = Readonly<Record<string, string>>;

/** Something of which a person should know. */
export type Flag = 'needs-board-decision';

/** Where an amount comes from: a ladder (of a cause, where each has one), or a line that is somebody's alone. */
export interface Origin {
  readonly of: Direction;
  readonly cause?: Cause | undefined;
  readonly line?: string | undefined;
}

/** A step that was reached while something was left; lines that are somebody's alone come first. */
export interface TakenStep extends Origin {
  readonly kind: StepKind | 'only' | 'fixed';
  readonly clause?: string | undefined;
  /** Never below nothing, in both ladders. */
  readonly took: string;
  readonly why: string;
  /** On whom it falls, with the sign that it has for them; empty where it falls on no partner. */
  readonly partners: ByPartner;
}

/** What is left at the end of a ladder, or reaches `refer`, or falls in the absence of a line's partner. */
export interface Undetermined extends Origin {
  readonly amount: string;
  readonly why: string;
}

/** One step of the working, to be redone with a calculator. */
export interface WorkingStep extends Partial<Origin> {
  readonly step: number;
  readonly rule: string;
  readonly clause?: string | undefined;
  readonly words: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** Each partner's exact share of what the step was asked to take, as a fraction. */
  readonly exact?: ByPartner;
  /** What the step gives each partner, rounded. */
  readonly rounded?: ByPartner;
}

/** Something that must hold of the answer, and whether it does. */
export interface Check {
  readonly check: CheckKind;
  readonly holds: boolean;
  readonly says: string;
}

/** Every check that is made of an answer. */
export type CheckKind =
  | 'variance-foots'
  | 'steps-foot'
  | 'step-partners-foot'
  | 'partners-foot'
  | 'total-foots'
  | 'reserve-foots'
  | 'reserve-keeps-floor';
