import type { Item } from '../../engine/ledger/reconciliation/item.js';
import type { Group } from '../../engine/ledger/reconciliation/reconcile.js';
import { toPounds } from '../shared/money.js';
import type { ReconciliationLine } from './dto/report-line.js';
import type { WorkedOut } from './work-out.js';

/** A reconciliation line by line, all of it: what stands under "difference" comes to the difference. */
export function reportLines(worked: WorkedOut): readonly ReconciliationLine[] {
  return [opening(worked), ...worked.found.groups.flatMap((group, at) => linesOf(worked, group, at + 1))];
}

function opening({ of, found }: WorkedOut): ReconciliationLine {
  const { hostPence = 0n, oursPence = 0n, off = 0n } = found.parts.find(({ part }) => part === 'opening') ?? {};
  return {
    ...{ part: 'opening', group: 0, ledger: 'both', id: null, date: of.from, reference: null, says: null },
    ...{ host: toPounds(hostPence), ours: toPounds(oursPence), difference: toPounds(off), rule: null },
    ...{ explained: off === 0n || of.openingWhy !== null, reason: of.openingWhy },
  };
}

function linesOf({ says, reasons }: WorkedOut, group: Group, number: number): readonly ReconciliationLine[] {
  const { part, rule, byHand, explained } = group;
  const reason = byHand === null ? null : (reasons.get(byHand) ?? null);
  const line = ({ id, on, reference, pence }: Item, ledger: 'host' | 'ours'): ReconciliationLine => {
    const [host, ours] = ledger === 'host' ? [pence, 0n] : [0n, pence];
    return {
      ...{ part, group: number, ledger, id, date: on, reference, says: says.get(id) ?? null },
      ...{ host: toPounds(host), ours: toPounds(ours), difference: toPounds(host - ours), rule, explained, reason },
    };
  };
  return [...group.host.map((item) => line(item, 'host')), ...group.ours.map((item) => line(item, 'ours'))];
}
