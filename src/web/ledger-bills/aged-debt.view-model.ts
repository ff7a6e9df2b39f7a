import type { AgedDebt, AgedDebtTotals } from '../../features/ledger/dto/aged-debt.js';
import { ledgerCrumbs, ledgerOf, nameOf, type Place } from '../ledger/place.js';
import { sayReopened } from '../ledger/say-reopened.js';
import { downloadsOf } from '../shared/downloads.js';
import { illustrativeTag } from '../shared/illustrative.js';
import { showDate, showPounds } from '../shared/words.js';
import { type DaysAsked, daysIn } from './days.js';

type Column = readonly [field: keyof AgedDebtTotals, heading: string, meaning?: string];

const always: readonly Column[] = [
  ['total', 'Owes in all'],
  ['notYetDue', 'Not yet due'],
  ['days1to30', '1 to 30 days late'],
  ['days31to60', '31 to 60'],
  ['days61to90', '61 to 90'],
  ['over90', 'Over 90'],
];

/** What stands apart, where there is any. */
const apart: readonly Column[] = [
  ['disputed', 'Disputed', '“Disputed” is left to pay of bills that wait for their dispute to be resolved.'],
  ['credit', 'Paid ahead', '“Paid ahead” is money beyond what bills count for so far.'],
  ['other', 'On no bill', '“On no bill” are rebates, settled over- and underspends and the like.'],
];

function columnsOf({ partners }: AgedDebt): readonly Column[] {
  return [...always, ...apart.filter(([field]) => partners.some((row) => /[1-9]/.test(row[field])))];
}

/** What partners owe by how long it is late; or, where a date is none, the form that asks for another. */
export function agedDebtPage(place: Place, asked: DaysAsked, debt?: AgedDebt) {
  const here = `${ledgerOf(place)}/aged-debt`;
  const query = daysIn(asked.days);
  const columns = debt ? columnsOf(debt) : [];
  const cells = (row: AgedDebtTotals) => columns.map(([field]) => showPounds(row[field]));
  return {
    page: {
      title: `Aged debt: ${place.partnership.name}`,
      section: 'partnerships' as const,
      breadcrumbs: ledgerCrumbs(place, { text: 'Aged debt' }),
      ...(asked.errors.length > 0 ? { errors: asked.errors } : {}),
    },
    partnership: place.partnership.name,
    form: { action: here, open: !asked.ok, inputs: asked.inputs },
    debt: debt && {
      when: whenOf(debt),
      tag: illustrativeTag(debt.illustrative),
      reopened: debt.reopened.map(sayReopened),
      columns: columns.map(([, heading]) => heading),
      meanings: columns.flatMap(([, , meaning]) => meaning ?? []),
      rows: debt.partners.map((row) => ({
        name: nameOf(place, row.partner),
        href: `${ledgerOf(place)}/statements-of-account/${row.partner}${query}`,
        cells: cells(row),
      })),
      total: debt.partners.length > 1 ? cells(debt.totals) : undefined,
      sound: debt.checks.every(({ holds }) => holds),
      off: debt.checks.filter(({ holds }) => !holds).map(({ partner, says }) => `${nameOf(place, partner)}: ${says}`),
    },
    overdue: `${ledgerOf(place)}/bills${daysIn(asked.days, { status: 'overdue' })}`,
    files: downloadsOf('Aged debt', here, query),
  };
}

/** As at which day, and as known at which. */
export function whenOf({ asAt, knownAt }: Pick<AgedDebt, 'asAt' | 'knownAt'>): string {
  return `As at ${showDate(asAt)}${knownAt === null ? '' : `, as known at ${showDate(knownAt)}`}`;
}
