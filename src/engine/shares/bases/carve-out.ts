import { overOne } from '../../money/exact-parts.js';
import { type Fraction, ZERO, compare, isZero, subtract, sum } from '../../money/fraction.js';
import { readFigure } from '../../reading/decimal-field.js';
import { readFields } from '../../reading/fields.js';
import { type Place, type Read, at, fault } from '../../reading/place.js';
import { byId } from '../ids.js';
import { readByMember, readMember } from '../read-by-member.js';
import { sayFigure, sayList } from '../say.js';
import { type Scope } from '../scope.js';
import { type Basis, type CarveOut } from './basis.js';
import { type BasisRule } from './basis-rule.js';
import { splitByWeights, sumWeights } from './weights.js';

interface Part {
  readonly partner: number;
  readonly from: readonly Fraction[];
}

/** The figure of each member that a basis shares by; null when it shares by none. */
function figuresOf(basis: Basis): readonly Fraction[] | null {
  if (basis.kind === 'measure') return basis.figures;
  if (basis.kind === 'stated-percent') return basis.percent;
  return basis.kind === 'units' && sumWeights(basis.flat) === 0n ? basis.units : null;
}

function readPart(place: Place, raw: unknown, scope: Scope): Read<Part> {
  const fields = readFields(place, raw, ['partner', 'from']);
  if (!fields) return null;
  const partner = readMember(at(place, 'partner'), fields.get('partner'), scope);
  const from = readByMember(at(place, 'from'), fields.get('from'), scope, readFigure);
  if (partner === null || !from) return null;
  if (from[partner] !== undefined) {
    const id = scope.members[partner]?.id ?? '';
    return fault(
      at(at(place, 'from'), id),
      'not-a-member',
      `Expected other members; "${id}" is the partial one itself`,
    );
  }
  return { partner, from: from.map((figure): Fraction => figure ?? ZERO) };
}

/** The figures once the part is taken out of them; null, with faults, when that cannot be. */
function carve(place: Place, figures: readonly Fraction[], part: Part, scope: Scope): Read<readonly Fraction[]> {
  const [taken, own] = [sum(part.from), figures[part.partner] ?? ZERO];
  if (!isZero(own) && compare(own, taken) !== 0) {
    const wanted = `Expected figures that come to its own, ${sayFigure(own)}; these come to ${sayFigure(taken)}`;
    return fault(place, 'amounts-do-not-match', wanted);
  }
  const left = figures.map((figure, i) => (i === part.partner ? taken : subtract(figure, part.from[i] ?? ZERO)));
  for (const [i, figure] of left.entries()) {
    if (figure.numerator >= 0n) continue;
    const wanted = `Expected at most the ${sayFigure(figures[i] ?? ZERO)} that there is to take it out of`;
    fault(at(place, scope.members[i]?.id ?? ''), 'negative-driver', wanted);
  }
  return left.every(({ numerator }) => numerator >= 0n) ? left : null;
}

function sayTaken({ from, partner }: CarveOut, names: readonly string[]): string {
  const taken = from.flatMap((figure, i) => (isZero(figure) ? [] : [`${sayFigure(figure)} out of ${names[i] ?? ''}`]));
  return `${names[partner] ?? ''} has ${sayFigure(sum(from))}, taken ${sayList(taken)}`;
}

/**
 * A partial member's figure is taken out of those of the members whose area it lies in, before sharing (formula.md,
 * basis). It needs none of its own; while it is absent nothing is taken out of the others.
 */
export const carveOut: BasisRule<'carve-out'> = {
  fields: ['basis', 'part'],

  read(place, fields, scope, any) {
    const part = readPart(at(place, 'part'), fields.get('part'), scope);
    const basis = any.read(at(place, 'basis'), fields.get('basis'), { ...scope, spared: part?.partner });
    if (!part || !basis) return null;
    const figures = figuresOf(basis);
    if (!figures) {
      const wanted = 'Expected a basis with a figure for each: measure, stated-percent, or units without flat amounts';
      return fault(at(at(place, 'basis'), 'kind'), 'not-one-of', wanted);
    }
    const carved = carve(at(at(place, 'part'), 'from'), figures, part, scope);
    const whole = overOne(figures).parts;
    return carved && { kind: 'carve-out', basis, ...part, carved: overOne(carved).parts, whole };
  },

  check: () => undefined,
  stated: () => null,

  split: ({ carved, whole, partner }, ask) => splitByWeights(ask.present[partner] === true ? carved : whole, ask),

  explain(basis, telling, any) {
    const inner = any.explain(basis.basis, telling);
    const taken = basis.from.flatMap((figure, i) => {
      return isZero(figure) ? [] : [[telling.ids[i] ?? '', sayFigure(figure)] as const];
    });
    const part = { partner: telling.ids[basis.partner], from: byId(taken) };
    return { words: `${inner.words}; ${sayTaken(basis, telling.names)}`, inputs: { ...inner.inputs, part } };
  },
};
