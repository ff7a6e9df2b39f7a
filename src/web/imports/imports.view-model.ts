import type { Import } from '../../features/imports/dto/import.js';
import type { ImportState } from '../../features/imports/states.js';
import { showMoment } from '../account/show-moment.js';
import type { Tag } from '../shared/illustrative.js';
import { crumbs, type Link, type Page } from '../shared/page.js';
import { count, sentence, showPounds } from '../shared/words.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

export const importKinds = ['contributions', 'receipts', 'provisions'] as const;

const states: Readonly<Record<ImportState, Tag>> = {
  reading: { text: 'Being read', classes: 'govuk-tag--blue' },
  interrupted: { text: 'Cut off', classes: 'govuk-tag--grey' },
  faulty: { text: 'Needs putting right', classes: 'govuk-tag--red' },
  ready: { text: 'Ready to add', classes: 'govuk-tag--yellow' },
  added: { text: 'Added', classes: 'govuk-tag--green' },
};

const list = (partnership: string) => `/partnerships/${partnership}/imports`;

/** The form that takes a file, with templates to fill in, and what was sent before. */
export function importsPage({ id, name }: Named, before: readonly Import[], errors: readonly Link[] = []) {
  const template = (kind: string, form: string) => `/api/v1/partnerships/${id}/imports/template.${form}?kind=${kind}`;
  return {
    page: {
      title: 'Import from a spreadsheet',
      breadcrumbs: crumbs({ text: name, href: `/partnerships/${id}` }, { text: 'Import' }),
      ...(errors.length > 0 ? { errors } : {}),
    } satisfies Page,
    partnership: name,
    action: list(id),
    kinds: importKinds.map((kind) => ({ value: kind, text: sentence(kind) })),
    error: errors[0]?.text,
    templates: importKinds.map((kind) => ({
      ...{ text: sentence(kind), action: 'import.read' },
      ...{ csv: template(kind, 'csv'), xlsx: template(kind, 'xlsx') },
    })),
    before: before.map((each) => ({
      href: `${list(id)}/${each.id}`,
      text: each.file,
      when: showMoment(each.recordedAt),
      state: states[each.state],
    })),
  };
}

/** What was read from one file: what would be added, or everything that is to be put right. */
export function importPage({ id, name }: Named, found: Import, key: string, errors: readonly Link[] = []) {
  const { file, kind, state, rows, total, faults, faultCount, sheet, setAside, addedAt } = found;
  const row = (text: string, value: string) => ({ key: { text }, value: { text: value } });
  return {
    page: {
      title: file,
      breadcrumbs: crumbs(
        { text: name, href: `/partnerships/${id}` },
        { text: 'Import', href: list(id) },
        { text: file },
      ),
      ...(errors.length > 0 ? { errors } : {}),
    } satisfies Page,
    partnership: name,
    state,
    tag: states[state],
    rows: [
      row('What', sentence(kind)),
      row('Rows to add', String(rows)),
      row('Amounts in all', showPounds(total)),
      ...(sheet ? [row('Sheet', sheet)] : []),
      ...(setAside.length > 0 ? [row('Columns not read', setAside.join(', '))] : []),
      ...(addedAt === null ? [] : [row('Added', showMoment(addedAt))]),
    ],
    faults: faults.map((fault) => ({ where: where(fault, sheet), says: fault.detail })),
    more: faultCount > faults.length ? `Those are the first ${faults.length} of ${faultCount}.` : '',
    says: count(faultCount, 'thing needs', 'things need'),
    confirm: { action: `${list(id)}/${found.id}`, digest: found.digest, key, text: `Add ${rows} ${kind}` },
    again: list(id),
  };
}

/** Sheet, row and cell, as far as they are known. */
function where({ cell, row }: Import['faults'][number], sheet: string | null): string {
  const place = cell === null ? (row === null ? 'The whole file' : `Row ${row}`) : `Cell ${cell}`;
  return sheet ? `${sheet}, ${place.charAt(0).toLowerCase()}${place.slice(1)}` : place;
}
