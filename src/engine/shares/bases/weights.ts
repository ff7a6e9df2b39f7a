import { type ExactParts, addParts, inProportion, scaleParts, sumParts, wholeParts } from '../../money/exact-parts.js';
import { subtract } from '../../money/fraction.js';
import { type Ask } from './basis-rule.js';

/** The weights of those present; nothing for the others. */
export function amongPresent(weights: readonly bigint[], present: readonly boolean[]): readonly bigint[] {
  return weights.map((weight, position) => (present[position] === true ? weight : 0n));
}

/** The stretch's amount in proportion to the weights of those present. */
export function splitByWeights(weights: readonly bigint[], ask: Ask): ExactParts {
  return inProportion(ask.net, amongPresent(weights, ask.present));
}

/**
 * Those with a fixed amount for the whole period (whole pence) bear the stretch's days' part of it; the rest of the
 * stretch's amount is in proportion to the weights. Both only of those present.
 */
export function splitFixedFirst(fixed: readonly bigint[], weights: readonly bigint[], ask: Ask): ExactParts {
  const borne = scaleParts(wholeParts(amongPresent(fixed, ask.present)), ask.part);
  const rest = subtract(ask.net, sumParts(borne));
  return addParts(borne, inProportion(rest, amongPresent(weights, ask.present)));
}

/** The sum of whole weights. */
export function sumWeights(weights: readonly bigint[]): bigint {
  return weights.reduce((sum, weight) => sum + weight, 0n);
}
