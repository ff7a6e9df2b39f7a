import { crumbs } from '../shared/page.js';
import { select, textInput, type Typed } from '../shared/inputs.js';
import { choicesOf, type Stored } from './record-choices.js';
import { type FormKind, formKinds, formOf } from './record-kinds.js';
import { namesOf } from './names-of.js';
import { showAnswer } from './show-answer.js';
import { holdsTags } from './shown.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

const hereOf = ({ id }: Named) => `/partnerships/${id}/calculations`;

function pageOf(partnership: Named, title: string, typed?: Typed) {
  return {
    title,
    section: 'partnerships',
    breadcrumbs: crumbs(
      { text: partnership.name, href: `/partnerships/${partnership.id}` },
      { text: 'Recorded calculations', href: hereOf(partnership) },
      { text: 'Work out' },
    ),
    ...(typed && typed.errors.length > 0 ? { errors: typed.errors } : {}),
  };
}

/** What can be worked out. */
export function chooseKindPage(partnership: Named) {
  return {
    page: pageOf(partnership, 'What do you want to work out?'),
    partnership: partnership.name,
    kinds: formKinds.map((kind) => ({
      text: formOf(kind).name,
      says: formOf(kind).says,
      href: `${hereOf(partnership)}/new?kind=${kind}`,
    })),
  };
}

/** What stands in a form, and the answer once it was worked out. */
export interface Asking {
  readonly kind: FormKind;
  readonly typed: Typed;
  readonly key: string;
  readonly tried?: { readonly document: object; readonly answer: object } | undefined;
}

/** The form of one kind; below it the answer, and the form that records it. */
export function recordPage(partnership: Named, stored: Stored, { kind, typed, key, tried }: Asking) {
  const { name, asks, of, against } = formOf(kind);
  const choices = choicesOf(kind, stored);
  const asked = (field: (typeof asks)[number], label: string, hint?: string) =>
    asks.includes(field) ? [textInput(typed, field, label, hint)] : [];
  return {
    page: pageOf(partnership, name, typed),
    ...{ partnership: partnership.name, kind, key, here: hereOf(partnership) },
    selects: [
      select(typed, 'of', of, choices),
      ...(against === undefined ? [] : [select(typed, 'against', against, choices)]),
    ],
    inputs: [
      ...asked('budget', 'Budget in pounds', 'For example, 41250.00'),
      ...asked('forecast', 'Forecast or outturn in pounds'),
      ...asked('balance', 'What the reserve holds, in pounds', 'Leave it empty where no ladder draws on a reserve'),
    ],
    hidden: ['of', 'against', 'budget', 'forecast', 'balance'].flatMap((field) =>
      typed.values[field] === undefined ? [] : [{ name: field, value: typed.values[field] }],
    ),
    words: [
      textInput(
        typed,
        'why',
        'What it is for',
        'For example, the shares that the board is asked to approve on 3 March',
      ),
      textInput(typed, 'source', 'Where this comes from', 'For example, the paper or the message that asked for it'),
    ],
    ...(tried ? { tried: true, ...answered(kind, tried) } : {}),
  };
}

function answered(kind: FormKind, { document, answer }: NonNullable<Asking['tried']>) {
  const names = namesOf(document);
  const { checks, ...shown } = showAnswer(kind, answer, (partner) => names.get(partner) ?? partner);
  return { ...shown, checks: checks.map(({ says, holds }) => ({ says, tag: holdsTags(holds) })) };
}
