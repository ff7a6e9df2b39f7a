import type {
  ReconciledLine,
  ReconciliationGroup,
  ReconciliationReport,
} from '../../features/reconciliations/dto/report.js';
import { ledgerCrumbs, ledgerOf, type Place } from '../ledger/place.js';
import { sayReopened } from '../ledger/say-reopened.js';
import { illustrativeTag } from '../shared/illustrative.js';
import { textInput, type Typed } from '../shared/inputs.js';
import type { Link } from '../shared/page.js';
import { sourced } from '../shared/sourced.js';
import { count, showDate, showPounds } from '../shared/words.js';
import { reconciliationsOf } from './list.view-model.js';
import { heldName, partNames, ruleNames } from './names.js';

const MOST = 100;

/** What was typed into the two forms of the report. */
export interface ReportTyped {
  readonly together: Typed;
  readonly undo: Typed;
}

/** How the host's ledger and ours compare: the summary first, then what is left to explain, then what is explained. */
export function reportPage(place: Place, report: ReconciliationReport, typed: ReportTyped) {
  const here = `${reconciliationsOf(place)}/${report.id}`;
  const { toExplain, toExplainInAll, explainedGroups, explainedInAll } = report;
  return {
    page: pageOf(place, report, [...typed.together.errors, ...typed.undo.errors]),
    ...{
      partnership: place.partnership.name,
      heading: heldName(place, report),
      tag: illustrativeTag(report.illustrative),
    },
    when: `${showDate(report.from)} to ${showDate(report.asAt)}${report.file === null ? '' : `, from ${report.file}`}`,
    ...{ checked: report.checked, reopened: report.reopened.map(sayReopened) },
    ...{ headline: headline(report), opening: openingLeft(report) },
    parts: report.parts.map(({ part, hostLines, ourEntries, host, ours, difference }) => ({
      ...{ name: partNames[part] ?? part, total: part === 'total', hostLines, ourEntries },
      amounts: [host, ours, difference].map(showPounds),
    })),
    left: groupsOf(place, toExplain, 'left'),
    leftMore: more(toExplain, toExplainInAll),
    done: groupsOf(place, explainedGroups, 'done'),
    doneMore: more(explainedGroups, explainedInAll),
    ...formsOf(here, typed),
    ...{ facts: factsOf(report), sourced: sourced(report), files: [filesOf(here)] },
  };
}

function pageOf(place: Place, report: ReconciliationReport, errors: readonly Link[]) {
  const above = { text: 'Host’s ledger', href: reconciliationsOf(place) };
  return {
    title: `Host’s ledger: ${heldName(place, report)}, ${place.partnership.name}`,
    section: 'partnerships',
    breadcrumbs: ledgerCrumbs(place, above, { text: heldName(place, report) }),
    ...(errors.length > 0 ? { errors } : {}),
  };
}

function formsOf(here: string, { together, undo }: ReportTyped) {
  return {
    together: {
      action: `${here}/together`,
      reason: textInput(together, 'reason', 'Why', 'For example, paid in on 1 May, or the host typed 54 for 45'),
      source: textInput(together, 'source', 'What shows it', 'For example, the bank statement of 1 May'),
    },
    undo: {
      action: `${here}/undo`,
      reason: textInput(undo, 'undoReason', 'Why they do not belong together'),
    },
  };
}

const filesOf = (here: string) => ({
  ...{ text: 'Line by line', action: 'reconciliation.read' },
  ...{ csv: `/api/v1${here}/lines.csv`, xlsx: `/api/v1${here}/lines.xlsx` },
});

function headline({ explained, toExplainInAll }: ReconciliationReport) {
  const { percentOfAmount, percentOfLines, left, ofLines } = explained;
  const open = toExplainInAll > 0 || /[1-9]/.test(left);
  return {
    open,
    says: open
      ? `${percentOfAmount}% of the pounds and ${percentOfLines}% of the lines are explained.`
      : `All ${ofLines} lines are explained.`,
    left: open ? `${showPounds(left)} of the difference is left to explain.` : '',
  };
}

/** What the two ledgers differed by before the first day, where nobody has said why. */
function openingLeft({ parts, openingWhy }: ReconciliationReport): string | undefined {
  const off = parts.find(({ part }) => part === 'opening')?.difference ?? '0.00';
  if (openingWhy !== null || !/[1-9]/.test(off)) return undefined;
  return `Before the first day the two ledgers differed by ${showPounds(off)} already. Hold the file against ours again, and say why, to explain that part.`;
}

/** The lines of one ledger in a group, each in words. */
function groupsOf(place: Place, groups: readonly ReconciliationGroup[], prefix: string) {
  return groups.slice(0, MOST).map((group, at) => ({
    id: `${prefix}-${at}`,
    value: [...group.lines.map(({ id }) => `h.${id}`), ...group.entries.map(({ id }) => `o.${id}`)].join(' '),
    byHand: group.byHand,
    rule: ruleNames[group.rule] ?? group.rule,
    part: partNames[group.part] ?? group.part,
    reason: group.reason,
    host: group.lines.map((line) => ({ says: sayLine(line), amount: showPounds(line.amount) })),
    ours: group.entries.map((line) => ({
      ...{ says: sayLine(line), amount: showPounds(line.amount), href: `${ledgerOf(place)}/entries/${line.id}` },
    })),
    difference: showPounds(group.difference),
  }));
}

function sayLine({ date, reference, says }: ReconciledLine): string {
  return [showDate(date), says ?? '', reference ?? ''].filter((part) => part !== '').join(', ');
}

function more(shown: readonly unknown[], inAll: number): string {
  const first = Math.min(shown.length, MOST);
  return inAll > first ? `Those are the first ${first} of ${inAll}: the file has every line.` : '';
}

function factsOf({ fileDigest, code, turned, days, openingWhy }: ReconciliationReport) {
  return [
    ...(fileDigest === null ? [] : [{ key: 'Fingerprint of the file', text: fileDigest }]),
    ...(code === null ? [] : [{ key: 'Only account code', text: code }]),
    {
      key: 'Amounts of the host',
      text: turned ? 'Turned: the host writes with the other sign' : 'As the host writes them',
    },
    { key: 'Without a reference', text: `Lines of one amount match up to ${count(days, 'day')} apart` },
    ...(openingWhy === null ? [] : [{ key: 'Why the openings differ', text: openingWhy }]),
  ];
}
