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
  const ids = pot.members.map(({ id }) => id);
  const { line, inputs, shares, rounded } = figures;
  return {
    pot: pot.id,
    ...(line !== undefined && { line }),
    rule,
    ...(pot.clause !== undefined && { clause: pot.clause }),
    words: shares && !isShown(shares.over) ? `${words} The exact shares are too long to write out.` : words,
    ...(inputs && { inputs }),
    ...(shares && isShown(shares.over) && { exact: zipById(ids, showShares(shares)) }),
    ...(rounded && { rounded: zipById(ids, rounded.map(formatPounds)) }),
  };
}
