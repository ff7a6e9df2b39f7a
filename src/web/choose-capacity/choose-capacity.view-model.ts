import type { Page } from '../shared/page.js';
import { showDate, dayBefore } from '../shared/words.js';

/** One role that a person has today. */
export interface Capacity {
  readonly grant: string;
  /** `Finance officer of Dorset Council`. */
  readonly name: string;
  /** Where; none for a role that is in no one partnership. */
  readonly partnership: string | undefined;
  readonly endsBefore: string | undefined;
}

export interface ChooseCapacityPage {
  readonly page: Page;
  readonly next: string;
  readonly radios: object | undefined;
}

interface Asked {
  readonly capacities: readonly Capacity[];
  /** The one that a person acts in now. */
  readonly chosen: string | undefined;
  readonly next: string;
  readonly missing: boolean;
}

/** The page on which a person with several roles says in which of them they act. */
export function chooseCapacityPage({ capacities, chosen, next, missing }: Asked): ChooseCapacityPage {
  const errors = missing ? [{ text: 'Select the role that you act in', href: '#capacity' }] : undefined;
  if (capacities.length === 0) return { page: { title: 'You have no role at present' }, next, radios: undefined };
  return {
    page: { title: 'Which role are you acting in?', ...(errors ? { errors } : {}) },
    next,
    radios: {
      ...{ idPrefix: 'capacity', name: 'capacity', value: chosen },
      fieldset: {
        legend: { text: 'Which role are you acting in?', isPageHeading: true, classes: 'govuk-fieldset__legend--xl' },
      },
      hint: { text: 'Everything you do is recorded under it. You can change it at any time.' },
      ...(errors ? { errorMessage: { text: errors[0]?.text } } : {}),
      items: capacities.map((capacity) => ({
        value: capacity.grant,
        text: capacity.name,
        hint: { text: where(capacity) },
      })),
    },
  };
}

function where({ partnership, endsBefore }: Capacity): string {
  const until = endsBefore === undefined ? [] : [`until ${showDate(dayBefore(endsBefore))}`];
  return [partnership ?? 'All partnerships', ...until].join(', ');
}
