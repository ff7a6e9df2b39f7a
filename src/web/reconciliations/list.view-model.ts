import type { Import } from '../../features/imports/dto/import.js';
import type { Reconciliation } from '../../features/reconciliations/dto/reconciliation.js';
import type { Listed } from '../../features/shared/record-kind.js';
import { showMoment } from '../account/show-moment.js';
import { ledgerCrumbs, ledgerOf, type Place } from '../ledger/place.js';
import { downloads } from '../shared/downloads.js';
import { illustrativeTag } from '../shared/illustrative.js';
import { count, showDate, showPounds } from '../shared/words.js';
import { heldName } from './names.js';

/** Where the reconciliations of a ledger are. */
export const reconciliationsOf = (place: Place): string => `${ledgerOf(place)}/reconciliations`;

/** Files of the host's ledger that were added, each with where to say what it is of. */
export function filesAdded(place: Place, files: readonly Import[]) {
  return files
    .filter(({ state }) => state === 'added')
    .map(({ id, file, addedAt, rows }) => ({
      ...{ id, href: `${reconciliationsOf(place)}/new?import=${id}`, text: file },
      says: `${count(rows, 'line')}, added ${addedAt === null ? '' : showMoment(addedAt)}`,
    }));
}

/** What the host's ledger was held against, and files of it that nothing was said of yet. */
export function listPage(place: Place, { items, next }: Listed<Reconciliation>, files: readonly Import[]) {
  const said = new Set(items.map((item) => item.import));
  const here = reconciliationsOf(place);
  return {
    page: {
      title: `Host’s ledger: ${place.partnership.name}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, { text: 'Host’s ledger' }),
    },
    partnership: place.partnership.name,
    imports: `/partnerships/${place.partnership.id}/imports`,
    files: filesAdded(place, files).map((file) => ({ ...file, fresh: !said.has(file.id) })),
    items: items.map((item) => ({
      href: `${here}/${item.id}`,
      text: heldName(place, item),
      when: `${showDate(item.from)} to ${showDate(item.asAt)}`,
      closing: showPounds(item.closing),
      file: [item.file, count(item.lines, 'line')].filter((words) => words !== null).join(', '),
      tag: illustrativeTag(item.illustrative),
    })),
    next: next ? `${here}${next}` : undefined,
    downloads: downloads(place.partnership.id, ['ledger/reconciliations', 'ledger/host-lines', 'ledger/host-matches']),
  };
}
