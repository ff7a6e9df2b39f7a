import type { Item } from '../../engine/ledger/reconciliation/item.js';
import { percentOf } from '../../engine/ledger/reconciliation/percent.js';
import type { Group, PartTotal } from '../../engine/ledger/reconciliation/reconcile.js';
import { toPounds } from '../shared/money.js';
import type { ReconciliationGroup, ReconciliationPart, ReconciliationReport, ReconciledLine } from './dto/report.js';
import type { WorkedOut } from './work-out.js';

const MOST_SHOWN = 500;

/** The report: a summary that comes to both ledgers, how much is explained, what is left, and what is explained. */
export function showReport(worked: WorkedOut, knownAt: string | null): ReconciliationReport {
  const { of, found, ours } = worked;
  const [done, left] = [true, false].map((explained) => found.groups.filter((group) => group.explained === explained));
  const shown = (groups: readonly Group[] = []) => groups.slice(0, MOST_SHOWN).map((group) => showGroup(worked, group));
  return {
    ...of,
    illustrative: of.illustrative || ours.entries.some(({ illustrative }) => illustrative),
    knownAt,
    checked: ours.entries.every(({ checked }) => checked),
    reopened: [...ours.reopened],
    parts: found.parts.map(showPart),
    explained: showExplained(worked),
    toExplain: shown(left),
    explainedGroups: shown(done),
    toExplainInAll: left?.length ?? 0,
    explainedInAll: done?.length ?? 0,
  };
}

function showPart({ part, hostLines, ourLines, hostPence, oursPence, off }: PartTotal): ReconciliationPart {
  return {
    ...{ part, hostLines, ourEntries: ourLines },
    ...{ host: toPounds(hostPence), ours: toPounds(oursPence), difference: toPounds(off) },
  };
}

function showExplained({ found: { explained } }: WorkedOut): ReconciliationReport['explained'] {
  const { lines, ofLines, pence, ofPence, off, left } = explained;
  return {
    ...{ lines, ofLines, percentOfLines: percentOf(BigInt(lines), BigInt(ofLines)) },
    ...{ amount: toPounds(pence), ofAmount: toPounds(ofPence), percentOfAmount: percentOf(pence, ofPence) },
    ...{ difference: toPounds(off), left: toPounds(left) },
  };
}

function showGroup({ says, reasons }: WorkedOut, group: Group): ReconciliationGroup {
  const { part, rule, byHand, explained, hostPence, oursPence, off } = group;
  const line = ({ id, on, reference, pence }: Item): ReconciledLine => ({
    ...{ id, date: on, reference, says: says.get(id) ?? null, amount: toPounds(pence) },
  });
  return {
    ...{ part, rule, byHand, reason: byHand === null ? null : (reasons.get(byHand) ?? null), explained },
    ...{ lines: group.host.map(line), entries: group.ours.map(line) },
    ...{ host: toPounds(hostPence), ours: toPounds(oursPence), difference: toPounds(off) },
  };
}
