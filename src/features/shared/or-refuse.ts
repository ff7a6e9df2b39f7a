import type { Outcome } from '../../engine/outcome.js';
import { invalid } from '../../platform/http/problem.js';

/** The engine's answer, or its faults as a refusal. `under` is where in the body the engine's document stands. */
export function orRefuse<T>(outcome: Outcome<T>, under = ''): T {
  if (outcome.ok) return outcome.value;
  throw invalid(
    outcome.faults.map(({ pointer, code, expected }) => ({ pointer: `${under}${pointer}`, code, detail: expected })),
  );
}
