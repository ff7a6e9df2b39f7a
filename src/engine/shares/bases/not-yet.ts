import { at, fault } from '../../reading/place.js';
import { type BasisKind } from './basis.js';
import { type BasisRule } from './basis-rule.js';

/** The rule of a kind that agreements may name but the engine does not work out yet: it is refused, never ignored. */
export function notYet<K extends BasisKind>(kind: K, fields: readonly string[]): BasisRule<K> {
  const unreachable = (): never => {
    throw new Error(`No document with a basis of kind ${kind} is accepted`);
  };
  return {
    fields,
    read: (place) =>
      fault(at(place, 'kind'), 'not-yet-supported', `Expected another basis; "${kind}" is not worked out yet`),
    check: unreachable,
    stated: unreachable,
    split: unreachable,
    explain: unreachable,
  };
}
