import type { Import } from '../../features/imports/dto/import.js';
import { ledgerCrumbs, type Place } from '../ledger/place.js';
import { filesAdded, reconciliationsOf } from './list.view-model.js';

/** Asks which file of the host's ledger is held against ours, before anything is said of it. */
export function choosePage(place: Place, files: readonly Import[]) {
  return {
    page: {
      title: 'Which file of the host’s ledger?',
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(
        place,
        { text: 'Host’s ledger', href: reconciliationsOf(place) },
        { text: 'Hold against ours' },
      ),
    },
    partnership: place.partnership.name,
    imports: `/partnerships/${place.partnership.id}/imports`,
    files: filesAdded(place, files),
  };
}
