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
  const hint = 'For example, 27 3 2026. Leave all three empty for today.';
  return {
    action,
    open: !asked.ok,
    shown: shown === undefined ? undefined : showDate(shown),
    input: dayInput('asAt', asked, 'Show this as it stood at the end of', hint),
  };
}

/** The arguments of GOV.UK's date input for a date that an address has under a name. */
export function dayInput(name: string, asked: AsAt, legend: string, hint: string): object {
  const wrong = asked.ok ? [] : asked.wrong;
  return {
    id: name,
    namePrefix: name,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: hint },
    ...(asked.ok ? {} : { errorMessage: { text: asked.message } }),
    items: Object.entries(labels).map(([part, width]) => ({
      name: part,
      classes: `govuk-input--width-${width}${wrong.includes(part as Part) ? ' govuk-input--error' : ''}`,
      value: asked.typed[part as Part],
    })),
  };
}

/** What the error summary says, leading to the first box that is wrong. */
export function asAtErrors(asked: AsAt): readonly Link[] | undefined {
  return asked.ok ? undefined : dayErrors('asAt', asked);
}

/** The same for a date of any name; none where nothing is wrong. */
export function dayErrors(name: string, asked: AsAt): readonly Link[] {
  return asked.ok ? [] : [{ text: asked.message, href: `#${name}-${asked.wrong[0] ?? 'day'}` }];
}
