import type { Fault, Outcome } from '../../engine/outcome.js';
import { invalid, type ProblemError } from '../../platform/http/problem.js';

/** The engine's answer, or its faults as a refusal. `under` is where in the body the engine's document stands. */
export function orRefuse<T>(outcome: Outcome<T>, under = ''): T {
  if (outcome.ok) return outcome.value;
  throw invalid(outcome.faults.map((fault) => showFault(fault, under)));
}

/** A fault of the engine's as a refusal names it. */
export function showFault({ pointer, code, expected }: Fault, under: string): ProblemError {
  return { pointer: `${under}${pointer}`, code, detail: expected };
}
