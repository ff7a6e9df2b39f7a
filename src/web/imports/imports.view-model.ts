import type { Import } from '../../features/imports/dto/import.js';
import type { ImportState } from '../../features/imports/states.js';
import { importKindNames } from '../../features/shared/import-kind.js';
import { showMoment } from '../account/show-moment.js';
import type { Tag } from '../shared/illustrative.js';
import { crumbs, type Link, type Page } from '../shared/page.js';
import { sentence } from '../shared/words.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a kind is called. */
export const importKindTitle = (kind: string): string =>
  kind === 'host-ledger' ? 'Host’s own ledger' : sentence(kind);

/** What each state of a file is called. */
export const importStateTags: Readonly<Record<ImportState, Tag>> = {
  reading: { text: 'Being read', classes: 'govuk-tag--blue' },
  interrupted: { text: 'Cut off', classes: 'govuk-tag--grey' },
  faulty: { text: 'Needs putting right', classes: 'govuk-tag--red' },
  ready: { text: 'Read without faults', classes: 'govuk-tag--yellow' },
  submitted: { text: 'Waiting for approval', classes: 'govuk-tag--yellow' },
  adding: { text: 'Being added', classes: 'govuk-tag--blue' },
  rejected: { text: 'Rejected', classes: 'govuk-tag--grey' },
  added: { text: 'Added', classes: 'govuk-tag--green' },
};

/** Where the files of a partnership are. */
export const importsOf = (partnership: string) => `/partnerships/${partnership}/imports`;

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
    action: importsOf(id),
    kinds: importKindNames.map((kind) => ({ value: kind, text: importKindTitle(kind) })),
    error: errors[0]?.text,
    templates: importKindNames.map((kind) => ({
      ...{ text: importKindTitle(kind), action: 'import.read' },
      ...{ csv: template(kind, 'csv'), xlsx: template(kind, 'xlsx') },
    })),
    before: before.map((each) => ({
      href: `${importsOf(id)}/${each.id}`,
      text: each.file,
      when: `${importKindTitle(each.kind)}, ${showMoment(each.recordedAt)}`,
      state: importStateTags[each.state],
    })),
  };
}
