import type { InstalmentSchedule } from '../../features/ledger/dto/instalments.js';
import { ledgerCrumbs, ledgerOf, nameOf, type Place } from '../ledger/place.js';
import { sayReopened } from '../ledger/say-reopened.js';
import { sumPounds } from '../ledger/sum.js';
import { downloadsOf } from '../shared/downloads.js';
import { illustrativeTag, type Tag } from '../shared/illustrative.js';
import type { Link } from '../shared/page.js';
import { showDate, showPounds, showYear } from '../shared/words.js';
import { sayTerms } from './say-terms.js';

type Part = InstalmentSchedule['partners'][number]['instalments'][number];

/** How a year's shares fall due, and what of each is billed; `own` is the one council that whoever looks proposes for. */
export function instalmentsPage(
  place: Place,
  schedule: InstalmentSchedule,
  own?: string,
  errors: readonly Link[] = [],
) {
  const { year, partners, asAt, statementDigest } = schedule;
  const here = `${ledgerOf(place)}/instalments/${year}`;
  const rows = (partners[0]?.instalments ?? []).map((_, index) => rowOf(schedule, index, own));
  return {
    page: {
      title: `Instalments of ${showYear(year)}: ${place.partnership.name}`,
      section: 'partnerships' as const,
      breadcrumbs: ledgerCrumbs(place, { text: 'Instalments' }),
      ...(errors.length > 0 ? { errors } : {}),
    },
    partnership: place.partnership.name,
    heading: `Instalments of ${showYear(year)}`,
    reopened: schedule.reopened.map(sayReopened),
    madeUp: { tag: illustrativeTag(schedule.illustrative) },
    when: `By the share statement as at ${showDate(asAt)}`,
    statement: `/partnerships/${place.partnership.id}/share-statements/${year}`,
    terms: sayTerms(schedule),
    partners: partners.map(({ partner }) => nameOf(place, partner)),
    rows,
    billable: rows.some(({ open }) => open),
    total: partners.map(({ share }) => showPounds(share)),
    whole: showPounds(schedule.total),
    propose: { action: here, digest: statementDigest, authority: own },
    drafts: `${ledgerOf(place)}/drafts`,
    bills: `${ledgerOf(place)}/bills`,
    files: downloadsOf('Instalments', here, ''),
  };
}

function rowOf({ partners }: InstalmentSchedule, index: number, own: string | undefined) {
  const parts = partners.flatMap(({ partner, instalments }) => {
    const part = instalments[index];
    return part ? [{ partner, part }] : [];
  });
  const first = parts[0]?.part;
  return {
    number: index + 1,
    due: showDate(first?.dueOn ?? ''),
    payBy: first && first.payBy !== first.dueOn ? showDate(first.payBy) : undefined,
    cells: parts.map(({ part }) => ({ amount: showPounds(part.amount), ...standing(part) })),
    total: showPounds(sumPounds(parts.map(({ part }) => part.amount))),
    open: parts.some(({ partner, part }) => isOpen(part) && (own === undefined || own === partner)),
  };
}

const isSome = (amount: string): boolean => /[1-9]/.test(amount);
const tag = (text: string, colour: string): Tag => ({ text, classes: `govuk-tag--${colour}` });

/** Whether a part can be proposed: nothing of it is billed or proposed, and it is more than nothing. */
function isOpen({ amount, billed, proposed }: Part): boolean {
  return isSome(amount) && !amount.startsWith('-') && !isSome(billed) && !isSome(proposed);
}

/** Whether a part is billed or waits; and where what is billed differs from what the statement says now, how much it is. */
export function standing({ amount, billed, proposed }: Part): { readonly tag?: Tag; readonly says?: string } {
  if (isSome(billed)) {
    return { tag: tag('Billed', 'blue'), ...(billed === amount ? {} : { says: `${showPounds(billed)} billed` }) };
  }
  if (isSome(proposed)) return { tag: tag('Waits for approval', 'yellow') };
  return { tag: tag('Budgeted', 'grey') };
}
