import type { dateParts } from './filled.js';
import type { Link } from './page.js';
import { errorAt } from './put-right.js';
import { sentence } from './words.js';

/** What a form shows: what was typed, and what is wrong with it. */
export interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly Link[];
}

export const blank: Typed = { values: {}, errors: [] };

/** What every component of a form has: the id to which an error leads. */
export interface Input {
  readonly id: string;
}

/** The arguments of GOV.UK's text input. */
export function textInput({ values, errors }: Typed, name: string, label: string, hint?: string): Input {
  return {
    ...{ id: name, name, label: { text: label }, value: values[name] ?? '', classes: 'govuk-!-width-two-thirds' },
    ...(hint === undefined ? {} : { hint: { text: hint } }),
    ...errorAt(errors, name),
  };
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** The arguments of GOV.UK's select, which begins with nothing chosen. */
export function select(
  typed: Typed,
  name: string,
  label: string,
  items: readonly Choice[],
  hint?: string,
): Input & { readonly items: readonly object[] } {
  const chosen = typed.values[name] ?? '';
  const all = [{ value: '', text: 'Choose one' }, ...items];
  return {
    ...textInput(typed, name, label, hint),
    items: all.map((each) => ({ ...each, selected: each.value === chosen })),
  };
}

/** The arguments of GOV.UK's date input. Its first part has the field's own name, so that an error leads to it. */
export function dateInput(
  { errors }: Typed,
  name: string,
  label: string,
  typed: ReturnType<typeof dateParts>,
  hint: string,
) {
  const wrong = 'errorMessage' in errorAt(errors, name) ? ' govuk-input--error' : '';
  const item = (part: keyof typeof typed, width: number) => ({
    ...{
      id: part === 'day' ? name : `${name}-${part}`,
      name: `${name}-${part}`,
      label: sentence(part),
      value: typed[part],
    },
    classes: `govuk-input--width-${width}${wrong}`,
  });
  return {
    id: `${name}-date`,
    fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: hint },
    items: [item('day', 2), item('month', 2), item('year', 4)],
    ...errorAt(errors, name),
  };
}
