import { asKnown } from './as-known.js';
import { contributionOverdue } from './contribution-overdue.js';
import { type Flag, type FlagCode, flagCodes } from './flag.js';
import { type RiskPosition } from './position.js';
import { provisionGap } from './provision-gap.js';
import { type FlagRule } from './raise.js';
import { sourceConcentration } from './source-concentration.js';
import { sourceEnds } from './source-ends.js';
import { sourceLimit } from './source-limit.js';
import { sourceUnconfirmed } from './source-unconfirmed.js';

/** Every flag's rule. A code without a rule does not compile. */
const flagRules: { readonly [K in FlagCode]: FlagRule } = {
  'source-ends': sourceEnds,
  'source-unconfirmed': sourceUnconfirmed,
  'source-limit': sourceLimit,
  'source-concentration': sourceConcentration,
  'contribution-overdue': contributionOverdue,
  'provision-gap': provisionGap,
};

/**
 * Every flag that the position raises, in the order of the codes. Recomputed from the records alone: the same records give
 * the same flags in whatever order they come, and a flag whose cause is gone is gone.
 */
export function raiseFlags(position: RiskPosition): readonly Flag[] {
  const known = asKnown(position);
  return flagCodes.flatMap((code) => flagRules[code](known));
}
