import type { StatementOfAccount } from '../../features/ledger/dto/statement-of-account.js';
import { entryName } from '../ledger/ledger-names.js';
import { ledgerCrumbs, ledgerOf, lineOf, nameOf, type Place } from '../ledger/place.js';
import { sayReopened } from '../ledger/say-reopened.js';
import { downloadsOf } from '../shared/downloads.js';
import { illustrativeTag } from '../shared/illustrative.js';
import { showDate, showPounds, showYear } from '../shared/words.js';
import { type DaysAsked, daysIn } from './days.js';

/** What passed between a partner and the partnership; or, where a date is none, the form that asks for another. */
export function accountPage(place: Place, authority: string, asked: DaysAsked, account?: StatementOfAccount) {
  const here = `${ledgerOf(place)}/statements-of-account/${authority}`;
  const name = account?.name ?? nameOf(place, authority);
  return {
    page: {
      title: `Statement of account: ${name}`,
      section: 'partnerships' as const,
      breadcrumbs: ledgerCrumbs(place, { text: 'Statement of account' }),
      ...(asked.errors.length > 0 ? { errors: asked.errors } : {}),
    },
    ...{ partnership: place.partnership.name, name },
    form: { action: here, open: !asked.ok, inputs: asked.inputs },
    account: account && shown(place, account),
    bills: `${ledgerOf(place)}/bills?authority=${authority}`,
    files: downloadsOf('Statement of account', here, daysIn(asked.days)),
  };
}

function shown(place: Place, account: StatementOfAccount) {
  const { opening, closing, from, asAt, knownAt, checks } = account;
  const entry = (id: string) => `${ledgerOf(place)}/entries/${id}`;
  const sound = checks.every(({ holds }) => holds);
  return {
    when: `${showDate(from)} to ${showDate(asAt)}${knownAt === null ? '' : `, as known at ${showDate(knownAt)}`}`,
    tag: illustrativeTag(account.illustrative),
    reopened: account.reopened.map(sayReopened),
    ...{ from: showDate(from), asAt: showDate(asAt) },
    ...{ opening: showPounds(opening), closing: showPounds(closing) },
    entries: account.entries.map((each) => ({
      ...{ href: entry(each.entry), on: showDate(each.on), kind: entryName(each.kind), what: each.what },
      ...{ reference: each.reference ?? '', amount: showPounds(each.amount), balance: showPounds(each.balance) },
    })),
    unallocated: account.unallocated.map((each) => ({
      ...{ href: entry(each.entry), on: showDate(each.on), reference: each.reference ?? '' },
      amount: showPounds(each.amount),
    })),
    inKind: account.inKind.map((each) => ({
      ...{ href: entry(each.entry), on: showDate(each.on), what: each.what, amount: showPounds(each.amount) },
      line: each.line === null ? '' : lineOf(place, each.line),
    })),
    inKindTotal: showPounds(account.inKindTotal),
    provisions: account.provisions.map(({ financialYear, billed, provided, gap }) => ({
      ...{ year: showYear(financialYear), billed: showPounds(billed) },
      provided: provided === null ? 'Not recorded' : showPounds(provided),
      gap: sayGap(gap),
    })),
    check: {
      says: checks.map(({ says }) => says).join(' '),
      tag: sound
        ? { text: 'Holds', classes: 'govuk-tag--green' }
        : { text: 'Does not hold', classes: 'govuk-tag--red' },
    },
  };
}

/** How far what it is billed goes beyond what its own budget provides. */
function sayGap(gap: string | null): string {
  if (gap === null) return 'Not known';
  if (!/[1-9]/.test(gap)) return 'None';
  return gap.startsWith('-') ? `${showPounds(gap.slice(1))} more provided` : `${showPounds(gap)} not provided`;
}
