import type { Listed } from '../../features/shared/record-kind.js';
import type { Partnership } from '../../features/partnerships/dto/partnership.js';
import { illustrativeTag, type Tag } from '../shared/illustrative.js';
import { countBySeverity, deliveryModel } from '../shared/names.js';
import type { Page } from '../shared/page.js';
import { count, showDate } from '../shared/words.js';

export interface PartnershipsPage {
  readonly page: Page;
  readonly items: readonly {
    readonly name: string;
    readonly href: string;
    readonly about: string;
    readonly tag: Tag | undefined;
    /** The rows of GOV.UK's summary list. */
    readonly rows: readonly object[];
  }[];
  /** Where the next page of the list is; none on the last. */
  readonly next: string | undefined;
}

interface Flagged {
  readonly partnership: string;
  readonly severity: string;
}

/** Every partnership, with what wants attention first; without it for those who may not see money. */
export function partnershipsPage(
  partnerships: Listed<Partnership>,
  flags: readonly Flagged[] | undefined,
): PartnershipsPage {
  const next = partnerships.next === null ? undefined : `/partnerships${partnerships.next}`;
  return {
    page: { title: 'Partnerships', section: 'partnerships' },
    items: partnerships.items.map((partnership) => ({
      name: partnership.name,
      href: `/partnerships/${partnership.id}`,
      about: partnership.about,
      tag: illustrativeTag(partnership.illustrative),
      rows: rows(
        partnership,
        flags?.filter((flag) => flag.partnership === partnership.id),
      ),
    })),
    next,
  };
}

function rows(
  { id, name, deliveryModel: model, liveOn }: Partnership,
  flags: readonly Flagged[] | undefined,
): readonly object[] {
  return [
    { key: { text: 'How it is run' }, value: { text: deliveryModel(model) } },
    { key: { text: 'Live since' }, value: { text: liveOn === null ? 'Not live yet' : showDate(liveOn) } },
    ...(flags === undefined ? [] : [riskRow(id, name, flags)]),
  ];
}

function riskRow(id: string, name: string, flags: readonly Flagged[]): object {
  const flagged = flags.length === 0 ? 'None today' : `${count(flags.length, 'flag')}: ${countBySeverity(flags)}`;
  const action = { href: `/partnerships/${id}/flags`, text: 'See flags', visuallyHiddenText: `of ${name}` };
  return { key: { text: 'Funding risk' }, value: { text: flagged }, actions: { items: [action] } };
}
