import type { LedgerSoundness } from '../../features/ledger/dto/check.js';
import { showMoment } from '../account/show-moment.js';
import type { Tag } from '../shared/illustrative.js';
import type { Page } from '../shared/page.js';
import { ledgerCrumbs, type Place } from './place.js';

export interface CheckPage {
  readonly page: Page;
  readonly partnership: string;
  readonly sound: boolean;
  readonly says: string;
  readonly checks: readonly { readonly says: string; readonly tag: Tag }[];
  readonly faults: LedgerSoundness['faults'];
  readonly more: string;
}

const grouped = (number: number) => String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',');
const many = (number: number, one: string, several: string) => `${grouped(number)} ${number === 1 ? one : several}`;

/** What working a ledger out anew found. */
export function checkPage(
  place: Place,
  { sound, entries, lines, checkedAt, checks, faults }: LedgerSoundness,
): CheckPage {
  const found = checks.reduce((sum, check) => sum + check.faults, 0);
  const looked = `${many(entries, 'entry', 'entries')} with ${many(lines, 'line', 'lines')}`;
  return {
    page: {
      title: `Check of the ledger: ${place.partnership.name}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, { text: 'Check' }),
    },
    partnership: place.partnership.name,
    sound,
    says: `Looked at ${looked} on ${showMoment(checkedAt)}.`,
    checks: checks.map((check) => ({ says: check.says, tag: tagOf(check) })),
    faults,
    more: found > faults.length ? `Those are the first ${faults.length} of ${grouped(found)}.` : '',
  };
}

function tagOf({ holds, faults }: LedgerSoundness['checks'][number]): Tag {
  if (holds) return { text: 'Holds', classes: 'govuk-tag--green' };
  return { text: `Does not hold: ${grouped(faults)}`, classes: 'govuk-tag--red' };
}
