import { type AsAtForm, asAtErrors, asAtForm } from '../as-at/as-at.view-model.js';
import type { AsAt } from '../as-at/read-as-at.js';
import { illustrativeTag, type Tag } from '../shared/illustrative.js';
import { countBySeverity, gravestFirst, severityTag } from '../shared/names.js';
import { crumbs, type Page } from '../shared/page.js';
import { count, showDate, showPounds } from '../shared/words.js';
import { type RecordLink, recordLinks } from './record-links.js';
import type { Flag } from '../../features/flags/dto/flag.js';

export interface FlagsPage {
  readonly page: Page;
  readonly partnership: string;
  readonly asAt: AsAtForm;
  /** None while the date asked for is not one. */
  readonly flags: { readonly says: string; readonly items: readonly FlagShown[] } | undefined;
}

interface FlagShown {
  readonly id: string;
  readonly title: string;
  readonly severity: Tag;
  readonly tag: Tag | undefined;
  readonly words: string;
  readonly total: string;
  /** The rows of GOV.UK's summary list. */
  readonly rows: readonly object[];
  readonly partners: readonly { readonly name: string; readonly amount: string }[];
  /** What nobody is known to bear; none where that is nothing. */
  readonly undetermined: string | undefined;
  readonly records: readonly RecordLink[];
  readonly couldDecide: readonly string[];
  readonly working: readonly string[];
}

interface Partnership {
  readonly id: string;
  readonly name: string;
}

/** A partnership's flags as at a date; or, when the date is not one, the form that says so. */
export function flagsPage(
  { id, name }: Partnership,
  asked: AsAt,
  answer: { readonly asAt: string; readonly items: readonly Flag[] } | undefined,
): FlagsPage {
  const here = `/partnerships/${id}`;
  const errors = asAtErrors(asked);
  return {
    page: {
      title: `Funding risk: ${name}`,
      section: 'partnerships',
      breadcrumbs: crumbs({ text: name, href: here }, { text: 'Funding risk' }),
      ...(errors ? { errors } : {}),
    },
    partnership: name,
    asAt: asAtForm(`${here}/flags`, asked, answer?.asAt),
    flags: answer && { says: says(answer.items), items: gravestFirst(answer.items).map(showFlag) },
  };
}

function says(flags: readonly Flag[]): string {
  if (flags.length === 0) return 'Nothing in the records raises a flag at this date.';
  return `${count(flags.length, 'flag')}: ${countBySeverity(flags)}.`;
}

function showFlag(flag: Flag): FlagShown {
  const { id, title, words, couldDecide, working } = flag;
  return {
    ...{ id, title, words, couldDecide, working },
    severity: severityTag(flag.severity),
    tag: illustrativeTag(flag.illustrative),
    total: showPounds(flag.total),
    rows: [
      { key: { text: 'In total' }, value: { text: showPounds(flag.total) } },
      { key: { text: 'Bites on' }, value: { text: showDate(flag.bitesOn) } },
      { key: { text: 'First stood on' }, value: { text: showDate(flag.firstStood) } },
      { key: { text: 'Rests on the rule' }, value: { text: flag.rule } },
    ],
    partners: flag.partners.map(({ name, amount }) => ({ name, amount: showPounds(amount) })),
    undetermined: /[1-9]/.test(flag.undetermined) ? showPounds(flag.undetermined) : undefined,
    records: recordLinks(flag.records),
  };
}
