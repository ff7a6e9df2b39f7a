import type { LedgerClosing } from '../../features/ledger/dto/closing.js';
import { showMoment } from '../account/show-moment.js';
import { accountWords } from '../ledger/ledger-names.js';
import { ledgerCrumbs, ledgerOf, named, type Place, whoIs, whoseOf } from '../ledger/place.js';
import { monthName } from '../ledger/say-reopened.js';
import { downloadsOf } from '../shared/downloads.js';
import { illustrativeTag } from '../shared/illustrative.js';
import { sourced } from '../shared/sourced.js';
import { nth, showPounds } from '../shared/words.js';
import { periodsOf } from './periods.view-model.js';

/** What one closing of a month froze. */
export function closingPage(place: Place, closing: LedgerClosing) {
  const { startsOn, number, why, digest, balances, follows, recordedAt, recordedBy } = closing;
  const month = monthName(startsOn);
  return {
    page: {
      title: `What was frozen of ${month}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, { text: 'Months', href: periodsOf(place) }, { text: month }),
    },
    ...{ partnership: place.partnership.name, why, digest, sourced: sourced(closing) },
    tag: illustrativeTag(closing.illustrative),
    when: `Closed ${showMoment(recordedAt)}, by ${whoIs(place, recordedBy)}${number > 1 ? `, for the ${nth(number)} time` : ''}`,
    before: follows === null ? undefined : `${periodsOf(place)}/closings/${follows}`,
    files: downloadsOf('These figures', `${ledgerOf(place)}/closings/${closing.id}`, ''),
    rows: balances.map(({ fund, account, authority, line, amount }) => {
      const { name, turned } = accountWords(account);
      const shown = turned
        ? amount.startsWith('-')
          ? amount.slice(1)
          : /[1-9]/.test(amount)
            ? `-${amount}`
            : amount
        : amount;
      return {
        ...{ name, fund: named(fund), amount: showPounds(shown) },
        whose: whoseOf(place, { authority, line }),
      };
    }),
  };
}
