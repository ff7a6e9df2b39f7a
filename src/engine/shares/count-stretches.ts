import { type Scope } from './scope.js';
import { cuts } from './stretches.js';

/** Into how many stretches the members of a pot cut the period; one while the period could not be read. */
export function countStretches({ period, members }: Scope): number {
  return period ? cuts(period, members).length : 1;
}
