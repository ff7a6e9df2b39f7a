import { type Whose, laterFigures } from './figures.js';
import { type PostedBasis } from './posted.js';

type Replace = (recorded: PostedBasis, later: PostedBasis, whose: Whose) => Partial<PostedBasis>;

/** What is counted in a basis of each kind that holds such figures, or other bases. Measures stand apart from their basis. */
const counted: Readonly<Record<string, Replace>> = {
  units: ({ units }, later, whose) => ({ units: laterFigures(units, later.units, whose) }),

  'carve-out': ({ part, basis }, later, whose) => ({
    basis: basis && withLaterFigures(basis, later.basis, whose),
    part: part?.partner === later.part?.partner ? takenOut(part, later, whose) : part,
  }),

  blend: ({ parts = [] }, later, whose) => ({
    parts: parts.map((one, i) => {
      const isSameBlend = parts.length === later.parts?.length;
      return isSameBlend ? { ...one, basis: withLaterFigures(one.basis, later.parts[i]?.basis, whose) } : one;
    }),
  }),

  'agreed-else': ({ agreed, default: otherwise }, later, whose) => ({
    agreed: agreed && withLaterFigures(agreed, later.agreed, whose),
    default: otherwise && withLaterFigures(otherwise, later.default, whose),
  }),
};

function takenOut(part: PostedBasis['part'], later: PostedBasis, whose: Whose): PostedBasis['part'] {
  return part && { ...part, from: laterFigures(part.from, later.part?.from, whose) };
}

/**
 * A recorded basis with the figures counted later: units, and what is carved out of others, also inside a blend or a choice,
 * as far as the later basis is of the same kinds. Everything else of a basis is its rule.
 */
export function withLaterFigures(
  recorded: PostedBasis,
  later: PostedBasis | null | undefined,
  whose: Whose,
): PostedBasis {
  if (!later || recorded.kind !== later.kind) return recorded;
  return { ...recorded, ...counted[recorded.kind]?.(recorded, later, whose) };
}
