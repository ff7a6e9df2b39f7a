import { reopenedCell } from '../shared/reopened.js';
import type { ShareStatement } from './dto/share-statement.js';
import type { ShareStatementRow } from './dto/share-statement-row.js';

const nothing = {
  ...{ partner: null, name: null, share: null, displayPercent: null, billed: null, due: null, paid: null },
  ...{ outstanding: null, unallocated: null, why: null },
};

/** A statement as the rows of one sheet: each partner, what nobody bears, and what the partners come to. */
export function shareStatementRows(statement: ShareStatement): readonly ShareStatementRow[] {
  const { year, asAt, illustrative, digest, partners, unallocated, totals } = statement;
  const of = { year, asAt, illustrative, digest, reopened: reopenedCell(statement.reopened) };
  return [
    ...partners.map((row) => ({ ...nothing, ...of, rowOf: 'partner', ...row })),
    ...unallocated.map(({ pot, amount, why }) => ({
      ...{ ...nothing, ...of, rowOf: 'unallocated', name: pot, unallocated: amount, why },
    })),
    { ...nothing, ...of, rowOf: 'total', ...totals },
  ];
}
