import { reopenedCell } from '../shared/reopened.js';
import type { LedgerPosition } from './dto/position.js';
import type { LedgerPositionRow } from './dto/position-row.js';

const amounts = {
  ...{ billed: null, rebated: null, paid: null, outstanding: null, contributed: null, granted: null, spent: null },
  ...{ cash: null, reserve: null, carriedForward: null, variance: null, inKind: null },
};

/** A position as the rows of one sheet: each partner, each fund and each line, with when it is of beside every figure. */
export function positionRows(position: LedgerPosition, fund: string | undefined): readonly LedgerPositionRow[] {
  const { asAt, knownAt, illustrative, checked, reopened, partners, funds, lines } = position;
  const when = { asAt, knownAt, illustrative, checked, reopened: reopenedCell(reopened) };
  const of = { partner: null, fund: null, line: null, ...amounts };
  return [
    ...partners.map((row) => ({ rowOf: 'partner', ...of, fund: fund ?? null, ...row, ...when })),
    ...funds.map((row) => ({ rowOf: 'fund', ...of, ...row, ...when })),
    ...lines.map((row) => ({ rowOf: 'line', ...of, ...row, ...when })),
  ];
}
