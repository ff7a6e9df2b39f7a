import { type StatedRelation } from '../document.js';
import { balance } from './balance.js';
import { percentOf } from './percent-of.js';
import { type Relation, type Rule } from './relation.js';

/** A relation as it holds on every line, in columns; `needs` are those whose cell has to be printed for it to say anything. */
export interface LineRelation extends Omit<Relation, 'cells' | 'row'> {
  readonly columns: readonly string[];
  /** Whether it says nothing on a line where its first column is not printed. */
  readonly needsFirst: boolean;
}

interface Usual extends Omit<LineRelation, 'isDerived' | 'needsFirst'> {
  /** It follows from others where this column is there too. */
  readonly follows?: string;
}

const usual: readonly Usual[] = [
  {
    kind: 'amount',
    columns: ['amount', 'previous', 'increase'],
    words: 'amount = previous + increase',
    rule: balance([-1n, 1n, 1n]),
  },
  {
    kind: 'risePercent',
    columns: ['risePercent', 'previous', 'increase'],
    words: 'risePercent = 100 × increase ÷ previous',
    rule: percentOf('of'),
  },
  {
    kind: 'risePercent',
    columns: ['risePercent', 'previous', 'amount'],
    words: 'risePercent = 100 × (amount − previous) ÷ previous',
    rule: percentOf('after'),
    follows: 'increase',
  },
  {
    kind: 'risePercent',
    columns: ['risePercent', 'amount', 'increase'],
    words: 'risePercent = 100 × increase ÷ (amount − increase)',
    rule: percentOf('within'),
    follows: 'previous',
  },
];

/**
 * The relations that columns have by their names, for those there are. A rise by `increase` from `previous` to `amount` is
 * written in each of its ways: any three of the four figures are then held to one another by a rule of their own, which is
 * all that it takes to find every row that cannot be (three half planes of a plane that share no point, or none at all).
 */
function usualRelations(columns: ReadonlySet<string>): readonly LineRelation[] {
  return usual
    .filter((relation) => relation.columns.every((column) => columns.has(column)))
    .map(({ follows, ...relation }) => ({
      ...relation,
      isDerived: follows !== undefined && columns.has(follows),
      needsFirst: relation.kind === 'risePercent',
    }));
}

function stated(relation: StatedRelation): readonly LineRelation[] {
  const made = (columns: readonly string[], words: string, rule: Rule): LineRelation => {
    return { kind: relation.kind, columns, words, rule, isDerived: false, needsFirst: relation.kind === 'percent' };
  };
  if (relation.kind === 'equal') return [];
  if (relation.kind === 'percent') {
    const { column, of, part } = relation;
    return [made([column, of, part], `${column} = 100 × ${part} ÷ ${of}`, percentOf('of'))];
  }
  const rule = balance([-1n, ...relation.of.map(() => 1n)]);
  return [made([relation.column, ...relation.of], `${relation.column} = ${relation.of.join(' + ')}`, rule)];
}

/** What holds along every line, the totals line too. One that is stated though it is usual is there once. */
export function lineRelations(
  columns: ReadonlySet<string>,
  relations: readonly StatedRelation[],
): readonly LineRelation[] {
  const all = [...usualRelations(columns), ...relations.flatMap(stated)];
  const keyOf = ({ kind, words, columns: [whole = '', ...parts] }: LineRelation): string =>
    kind === 'amount' || kind === 'sum' ? [whole, ...parts.toSorted()].join(' ') : words;
  return [...new Map(all.toReversed().map((relation) => [keyOf(relation), relation])).values()].toReversed();
}
