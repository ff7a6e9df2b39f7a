import { ledgerCrumbs, type Place } from '../ledger/place.js';
import type { dateParts } from '../shared/filled.js';
import { dateInput, select, textInput, type Typed } from '../shared/inputs.js';
import { reconciliationsOf } from './list.view-model.js';
import { accountChoices } from './names.js';

export interface Beginning {
  readonly typed: Typed;
  readonly from: ReturnType<typeof dateParts>;
  readonly asAt: ReturnType<typeof dateParts>;
  readonly key: string;
}

export const beginFields = ['import', 'account', 'fund', 'line', 'code', 'opening', 'openingWhy', 'signs', 'source'];

const asOurs = { value: 'as-ours', text: 'Money in and spending above nothing' };
const turned = { value: 'turned', text: 'The other way round, such as income below nothing' };

/** The form that says what an extract of the host's ledger is held against. */
export function beginPage(place: Place, { typed, from, asAt, key }: Beginning) {
  return {
    page: {
      title: 'What is this extract of?',
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(
        place,
        { text: 'Host’s ledger', href: reconciliationsOf(place) },
        { text: 'Hold against ours' },
      ),
      ...(typed.errors.length > 0 ? { errors: typed.errors } : {}),
    },
    ...{ partnership: place.partnership.name, action: reconciliationsOf(place), key },
    import: typed.values['import'] ?? '',
    account: select(typed, 'account', 'Which account of ours', accountChoices),
    inputs: [
      textInput(typed, 'fund', 'Fund', 'For example, Pool'),
      textInput(typed, 'line', 'Budget line, of spending', 'Leave it empty for cash and contributions'),
      textInput(typed, 'code', 'Account code in the file', 'Leave it empty for all lines of the file'),
    ],
    from: dateInput(typed, 'from', 'First day that the extract covers', from, 'For example, 1 4 2026'),
    asAt: dateInput(typed, 'asAt', 'Last day that it covers', asAt, 'For example, 30 6 2026'),
    more: [
      textInput(typed, 'opening', 'What the host’s ledger came to before the first day', 'In pounds, such as 0.00'),
      textInput(
        ...([typed, 'openingWhy', 'Why ours came to something else then, if it did'] as const),
        'Leave it empty if both came to the same',
      ),
    ],
    signs: {
      ...select(typed, 'signs', 'How the host writes amounts', [asOurs, turned]),
      items: [asOurs, turned].map((item) => ({ ...item, selected: item.value === typed.values['signs'] })),
    },
    source: textInput(typed, 'source', 'Where this comes from', 'For example, the cash book of the host'),
  };
}

/** What to say of each field, in the order in which the form has them. */
export const beginSays = {
  ' key-used-otherwise': 'This form was sent already. Open a new one',
  import: 'Choose a file of the host’s ledger that was added',
  account: 'Choose which account of ours it is held against',
  fund: 'Enter the fund, such as Pool',
  'line missing-field': 'Enter the budget line whose spending it is',
  'line unknown-field': 'Leave the budget line empty: only spending has one',
  line: 'Enter the budget line',
  code: 'Enter an account code that lines of the file have, or leave it empty',
  from: 'Enter the first day as a real date',
  asAt: 'Enter the last day as a real date',
  'asAt before-from': 'Enter a last day that is not before the first',
  'asAt outside': 'Enter days that cover every line of the file',
  opening: 'Enter what the host’s ledger came to, in pounds, such as 0.00',
  openingWhy: 'Enter why ours came to something else, in fewer words',
  source: 'Enter where this comes from',
};
