import { answerCompare } from '../../engine/compare/calculate-compare.js';
import { answerFooting } from '../../engine/footing/check-footing.js';
import type { Outcome } from '../../engine/outcome.js';
import { answerShares } from '../../engine/shares/calculate-shares.js';
import { answerTrueUp } from '../../engine/true-up/calculate-true-up.js';
import { answerVariance } from '../../engine/variance/calculate-variance.js';

/** What every answer says of itself. */
export interface Answer {
  readonly digest: string;
  readonly engine: string;
}

/** Every calculation that can be recorded, with the function of the engine that makes it. */
export const calculators = {
  shares: answerShares,
  variance: answerVariance,
  footing: answerFooting,
  'true-up': answerTrueUp,
  compare: answerCompare,
} as const satisfies Readonly<Record<string, (document: unknown) => Outcome<Answer>>>;

export type CalculationKind = keyof typeof calculators;

export const calculationKinds = Object.keys(calculators) as CalculationKind[];
