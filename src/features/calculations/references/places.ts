import { MOST_ALTERNATIVES } from '../../../engine/compare/read-document.js';
import type { CalculationKind } from '../kinds.js';
import { isPosted, type Posted } from './reference.js';

/** The keys and positions that lead to a part of a document. */
export type Path = readonly (string | number)[];

/** Where in a document of each kind a shares document stands, and so a stored one can be named. */
export const places: Readonly<Record<CalculationKind, (document: Posted) => readonly Path[]>> = {
  shares: () => [[]],
  variance: () => [],
  footing: () => [],
  'true-up': () => [['recorded'], ['later']],
  compare: ({ alternatives }) => {
    if (!Array.isArray(alternatives) || alternatives.length > MOST_ALTERNATIVES) return [];
    return alternatives.map((_, position) => ['alternatives', position, 'document']);
  },
};

/** What stands at a place; undefined where there is no such place. */
export function lookAt(document: unknown, path: Path): unknown {
  let found = document;
  for (const step of path) {
    if (Array.isArray(found) && typeof step === 'number') found = (found as readonly unknown[])[step];
    else if (isPosted(found) && Object.hasOwn(found, step)) found = found[step];
    else return undefined;
  }
  return found;
}

/** The document with something else at a place that it has. */
export function putAt(document: unknown, [step, ...rest]: Path, put: Posted): unknown {
  if (step === undefined) return put;
  if (Array.isArray(document)) {
    return (document as readonly unknown[]).map((item, position) =>
      position === step ? putAt(item, rest, put) : item,
    );
  }
  const fields = document as Posted;
  return { ...fields, [step]: putAt(fields[step], rest, put) };
}
