import { type FootingDocument } from '../document.js';
import { type Figure } from '../figure.js';
import { balance } from './balance.js';
import { percentOf, wholeOf } from './percent-of.js';
import { type Relation } from './relation.js';

/** What is known of a place when the relations are made: only whether it is printed. */
type Printed = readonly { readonly figure: Figure | undefined }[];

/** One column of a table: the positions of its cells, its total's last. */
interface Down {
  readonly id: string;
  readonly rows: readonly number[];
  readonly total: number;
}

const down = { row: null, isDerived: false } as const;

/** Rates do not add up: a rise, and whatever is stated to be a percentage of something along the line. */
function addsUp(id: string, { relations }: FootingDocument): boolean {
  return id !== 'risePercent' && !relations.some(({ kind, column }) => kind === 'percent' && column === id);
}

/** A total is the sum of its column where every row has a figure in it; one missing leaves it open. */
function totals(columns: readonly Down[], document: FootingDocument, printed: Printed): readonly Relation[] {
  return columns
    .filter(({ id, rows }) => rows.length > 0 && addsUp(id, document) && rows.every((cell) => printed[cell]?.figure))
    .map(({ id, rows, total }) => ({
      ...down,
      kind: 'total',
      words: `total of ${id} = the sum of its column`,
      cells: [total, ...rows],
      rule: balance([-1n, ...rows.map(() => 1n)]),
    }));
}

/** A share is its row's amount over the column's total, printed or not; on the totals line it is the whole. */
function shares(byId: ReadonlyMap<string, Down>, document: FootingDocument, printed: Printed): readonly Relation[] {
  const [share, amount] = [byId.get('sharePercent'), byId.get('amount')];
  if (!share || !amount) return [];
  const alongRows = document.rows.flatMap(({ partner }, i): Relation[] => {
    const [of, part] = [share.rows[i] ?? 0, amount.rows[i] ?? 0];
    const words = 'sharePercent = 100 × amount ÷ total of amount';
    const cells = [of, amount.total, part];
    if (!printed[of]?.figure) return [];
    return [{ kind: 'sharePercent', words, row: partner, isDerived: false, cells, rule: percentOf('of') }];
  });
  if (!printed[share.total]?.figure) return alongRows;
  const cells = [share.total, amount.total];
  return [...alongRows, { ...down, kind: 'sharePercent', words: 'total of sharePercent = 100', cells, rule: wholeOf }];
}

/** Each figure of such a column is the same part of its total. With fewer parts than rows, only where one is printed. */
function equals(byId: ReadonlyMap<string, Down>, document: FootingDocument, printed: Printed): readonly Relation[] {
  return document.relations.flatMap((relation) => {
    const column = byId.get(relation.column);
    if (relation.kind !== 'equal' || !column) return [];
    const words = `${relation.column} = total of ${relation.column} ÷ ${String(relation.over)}`;
    const isOfAll = relation.over === BigInt(document.rows.length);
    return document.rows.flatMap(({ partner }, i): Relation[] => {
      const cells = [column.total, column.rows[i] ?? 0];
      if (!isOfAll && !printed[column.rows[i] ?? 0]?.figure) return [];
      return [{ kind: 'equal', words, row: partner, isDerived: false, cells, rule: balance([-1n, relation.over]) }];
    });
  });
}

/** What holds between the cells of a column and its total. */
export function columnRelations(document: FootingDocument, printed: Printed): readonly Relation[] {
  const width = document.columns.length;
  const height = document.rows.length;
  const columns = document.columns.map(({ id }, c) => {
    return { id, rows: document.rows.map((_, r) => r * width + c), total: height * width + c };
  });
  const byId = new Map(columns.map((column) => [column.id, column]));
  const all = [totals(columns, document, printed), shares(byId, document, printed), equals(byId, document, printed)];
  return all.flat();
}
