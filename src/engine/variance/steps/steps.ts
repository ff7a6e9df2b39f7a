import { type StepKind } from './step.js';
import { type Ask, type StepRule, type Taken } from './step-rule.js';
import { type Step } from './step.js';
import { bearer } from './bearer.js';
import { carryForward } from './carry-forward.js';
import { cut } from './cut.js';
import { giveBack } from './give-back.js';
import { offset } from './offset.js';
import { refer } from './refer.js';
import { reserve } from './reserve.js';
import { share } from './share.js';

/** Every step that a ladder may have. A kind without a rule does not compile. */
export const steps: { readonly [K in StepKind]: StepRule<K> } = {
  offset,
  reserve,
  cut,
  bearer,
  share,
  return: giveBack,
  'carry-forward': carryForward,
  refer,
};

/** The rule of a step of any kind. */
export function stepRule(kind: StepKind): StepRule<StepKind> {
  return steps[kind];
}

/** What a step takes of what is asked of it. Stands for it that this is neither negative nor more. */
export function take(step: Step, ask: Ask): Taken {
  const taken = stepRule(step.kind).take(step, ask);
  if (taken.took < 0n || taken.took > ask.most) throw new Error('A step takes no more than is left to it');
  let onPartners = 0n;
  for (const amount of taken.partners?.values() ?? []) onPartners += amount;
  if (taken.partners && onPartners !== taken.took) throw new Error('The partners bear what a step takes');
  return taken;
}
