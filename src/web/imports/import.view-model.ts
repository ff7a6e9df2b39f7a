import type { Import } from '../../features/imports/dto/import.js';
import type { ShownRows } from '../../features/imports/import-rows.reader.js';
import { showMoment } from '../account/show-moment.js';
import { type Place, whoIs } from '../ledger/place.js';
import { textInput, type Typed } from '../shared/inputs.js';
import { crumbs, type Page } from '../shared/page.js';
import { count, sentence, showPounds } from '../shared/words.js';
import { importKindTitle, importStateTags, importsOf } from './imports.view-model.js';

/** What a page shows of a file, to whom. */
interface Looking {
  readonly shown: ShownRows;
  /** The council that whoever looks acts for. */
  readonly council: string | undefined;
  readonly key: string;
  readonly typed: Typed;
}

/** What to say of each field of deciding. */
export const decideSays = { source: 'Enter what you checked it against', reason: 'Enter why' };

/** What was read from one file: what would be added, or everything that is to be put right; and who may do what about it. */
export function importPage(place: Place, found: Import, { shown, council, key, typed }: Looking) {
  const { id, name } = place.partnership;
  const { file, kind, state, rows, faults, faultCount, needsApproval, sentByYou } = found;
  const here = `${importsOf(id)}/${found.id}`;
  const files = (form: string) => `/api/v1/partnerships/${id}/imports/${found.id}/rows.${form}`;
  return {
    page: {
      title: file,
      section: 'partnerships',
      breadcrumbs: crumbs(
        { text: name, href: `/partnerships/${id}` },
        { text: 'Import', href: importsOf(id) },
        { text: file },
      ),
      ...(typed.errors.length > 0 ? { errors: typed.errors } : {}),
    } satisfies Page,
    ...{
      partnership: name,
      state,
      tag: importStateTags[state],
      facts: facts(place, found),
      here,
      digest: found.digest,
      key,
    },
    faults: faults.map((fault) => ({ where: where(fault, found.sheet), says: fault.detail })),
    more: faultCount > faults.length ? `Those are the first ${faults.length} of ${faultCount}.` : '',
    reconcile: heldAt(id, found),
    says: count(faultCount, 'thing needs', 'things need'),
    progress: `${rows} ${kindOf(kind)}`,
    button: needsApproval ? `Send ${rows} ${kindOf(kind)} for approval` : `Add ${rows} ${kindOf(kind)}`,
    ...{ shown, shownSays: rows > shown.rows.length ? `The first ${shown.rows.length} of ${rows}` : 'All of them' },
    files: [{ text: 'All rows', action: 'import.read', csv: files('csv'), xlsx: files('xlsx') }],
    ...{ own: sentByYou, why: state === 'submitted' ? whyNot(found, council) : undefined, again: importsOf(id) },
    ...deciding(typed, sentByYou),
  };
}

/** What whoever approves or rejects it is asked. */
function deciding(typed: Typed, own: boolean) {
  const example = 'For example, the invoices or the bank statement';
  return {
    source: textInput(typed, 'source', 'What you checked it against', example),
    rejection: textInput(typed, 'reason', own ? 'Why you withdraw it' : 'Why it is not to be posted'),
  };
}

/** What the rows of a kind are called. */
const kindOf = (kind: string): string => (kind === 'host-ledger' ? 'lines' : kind);

/** Where lines of the host's ledger that were added are held against ours. */
const heldAt = (partnership: string, { id, kind, state }: Import): string | undefined =>
  kind === 'host-ledger' && state === 'added'
    ? `/partnerships/${partnership}/ledger/reconciliations/new?import=${id}`
    : undefined;

/** Why whoever looks does not approve it, in words; nothing where they may. */
function whyNot(found: Import, council: string | undefined): string | undefined {
  const { sentByYou, needsTwoCouncils, sentFor } = found;
  if (sentByYou) return 'You sent this file, so somebody else approves it.';
  if (needsTwoCouncils !== true || council === undefined || sentFor !== council) return undefined;
  return `Your council sent this file, so somebody of another council approves it. ${because(found)}`;
}

/** What in the agreement says who approves it. */
function because({ twoCouncilsAbove, total }: Import): string {
  if (twoCouncilsAbove === null || twoCouncilsAbove === '0.00')
    return 'The agreement names no amount that one council may approve alone.';
  const upTo = `the agreement lets one council alone approve up to ${showPounds(twoCouncilsAbove)}`;
  return `All rows of the file together come to ${showPounds(total)}, and ${upTo}.`;
}

/** Who approves it, and why. */
const byWhom = (found: Import): string =>
  `By somebody ${found.needsTwoCouncils === true ? 'of another council' : 'else'}. ${because(found)}`;

function facts(place: Place, found: Import) {
  const { kind, rows, total, sheet, setAside, addedAt, submittedAt, outcome, recordedBy } = found;
  const row = (text: string, value: string) => ({ key: { text }, value: { text: value } });
  return [
    row('What', importKindTitle(kind)),
    row('Rows to add', String(rows)),
    ...(kind === 'measures' ? [] : [row('Amounts in all', showPounds(total))]),
    ...(sheet ? [row('Sheet', sheet)] : []),
    ...(setAside.length > 0 ? [row('Columns not read', setAside.join(', '))] : []),
    row('Sent by', whoIs(place, recordedBy)),
    ...(submittedAt === null
      ? []
      : [row('Sent for approval', showMoment(submittedAt)), row('Approval', byWhom(found))]),
    ...(outcome
      ? [row(sentence(outcome.outcome), `${showMoment(outcome.recordedAt)}, by ${whoIs(place, outcome.recordedBy)}`)]
      : []),
    ...(outcome?.reason ? [row('Why', outcome.reason)] : []),
    ...(addedAt === null ? [] : [row('Added', showMoment(addedAt))]),
  ];
}

/** Sheet, row and cell, as far as they are known. */
function where({ cell, row }: Import['faults'][number], sheet: string | null): string {
  const place = cell === null ? (row === null ? 'The whole file' : `Row ${row}`) : `Cell ${cell}`;
  return sheet ? `${sheet}, ${place.charAt(0).toLowerCase()}${place.slice(1)}` : place;
}
