import { showDate } from '../shared/words.js';
import type { Link } from '../shared/page.js';
import type { AsAt, Part } from './read-as-at.js';

/** The form that asks for a page as at another date: the arguments of GOV.UK's date input, and where it goes. */
export interface AsAtForm {
  readonly action: string;
  readonly open: boolean;
  /** Names the date that is shown; none while the date asked for is not one. */
  readonly shown: string | undefined;
  readonly input: object;
}

const labels: Readonly<Record<Part, number>> = { day: 2, month: 2, year: 4 };

/** `shown` is the date that the figures stand at. */
export function asAtForm(action: string, asked: AsAt, shown?: string): AsAtForm {
  const wrong = asked.ok ? [] : asked.wrong;
  return {
    action,
    open: !asked.ok,
    shown: shown === undefined ? undefined : showDate(shown),
    input: {
      id: 'asAt',
      namePrefix: 'asAt',
      fieldset: { legend: { text: 'Show this as it stood at the end of', classes: 'govuk-fieldset__legend--s' } },
      hint: { text: 'For example, 27 3 2026. Leave all three empty for today.' },
      ...(asked.ok ? {} : { errorMessage: { text: asked.message } }),
      items: Object.entries(labels).map(([name, width]) => ({
        name,
        classes: `govuk-input--width-${width}${wrong.includes(name as Part) ? ' govuk-input--error' : ''}`,
        value: asked.typed[name as Part],
      })),
    },
  };
}

/** What the error summary says, leading to the first box that is wrong. */
export function asAtErrors(asked: AsAt): readonly Link[] | undefined {
  if (asked.ok) return undefined;
  return [{ text: asked.message, href: `#asAt-${asked.wrong[0] ?? 'day'}` }];
}
