import { type Pence, formatPounds } from '../../money/pence.js';
import { type ExactParts } from '../../money/exact-parts.js';
import { type Step } from '../answer.js';
import { type Pot } from '../document.js';
import { isShown, showShares } from '../exact-shares.js';
import { zipById } from '../ids.js';

/** A step of the working before it is numbered. */
export type Draft = Omit<Step, 'step'>;

/** What a step may say beside its words. */
export interface Figures {
  readonly line?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** Each member's share, by position. */
  readonly shares?: ExactParts;
  /** Each member's amount, by position. */
  readonly rounded?: readonly Pence[] | undefined;
}

/** A step about a pot. */
export function draft(pot: Pot, rule: string, words: string, figures: Figures = {}): Draft {
  const { line, inputs, shares, rounded } = figures;
  const ids = pot.members.map(({ id }) => id);
  const isTooLong = shares !== undefined && !isShown(shares.over);
  // One field after the other, in the order in which they are sent: to spread those that may be left out costs more than to fill them.
  const step: { -readonly [Field in keyof Draft]?: Draft[Field] } = { pot: pot.id };
  if (line !== undefined) step.line = line;
  step.rule = rule;
  if (pot.clause !== undefined) step.clause = pot.clause;
  step.words = isTooLong ? `${words} The exact shares are too long to write out.` : words;
  if (inputs) step.inputs = inputs;
  if (shares && !isTooLong) step.exact = zipById(ids, showShares(shares));
  if (rounded) step.rounded = zipById(ids, rounded.map(formatPounds));
  return step as Draft;
}
