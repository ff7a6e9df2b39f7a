import { type Link } from '../shared/page.js';
import { putRight } from '../shared/put-right.js';
import { type NamedChoices, referenceOf } from './record-choices.js';
import type { FormKind } from './record-kinds.js';

export const typedFields = ['of', 'against', 'budget', 'forecast', 'balance', 'why', 'source'];

type Given = Readonly<Record<string, string>>;

/** The document that a form asks for, with references to what is stored. */
const documents: Readonly<Record<FormKind, (given: Given, names: NamedChoices) => object>> = {
  shares: ({ of }) => referenceOf(of) ?? {},
  variance: ({ of, budget, forecast, balance }) => ({
    ...referenceOf(of),
    ...{ budget, forecast },
    ...(balance === undefined ? {} : { reserve: { balance } }),
  }),
  'true-up': ({ of, against }) => ({ recorded: referenceOf(of), later: referenceOf(against) }),
  compare: ({ of, against }, names) => ({
    against: 'first',
    alternatives: [
      { id: 'first', ...named(names, of), document: referenceOf(of) },
      { id: 'second', ...named(names, against), document: referenceOf(against) },
    ],
  }),
};

/** The longest name that a comparison takes. */
const LONGEST = 1_000;

/** What is compared goes by the name under which it was chosen. */
function named(names: NamedChoices, chosen = ''): { readonly name?: string } {
  const name = names.get(chosen);
  return name === undefined ? {} : { name: name.slice(0, LONGEST) };
}

export function documentOf(kind: FormKind, given: Given, names: NamedChoices): object {
  return documents[kind](given, names);
}

/** What is not chosen yet, before anything is asked. */
export function unchosen(given: Given, asks: readonly string[]): readonly Link[] {
  return ['of', 'against']
    .filter((name) => (name === 'of' || asks.includes(name)) && !referenceOf(given[name]))
    .map((name) => ({ text: says[name] ?? '', href: `#${name}` }));
}

const says: Readonly<Record<string, string>> = {
  of: 'Choose what to work it out from',
  against: 'Choose the second',
  budget: 'Enter the budget in pounds, such as 41250.00',
  forecast: 'Enter the forecast in pounds, such as 41250.00',
  balance: 'Enter what the reserve holds, in pounds, such as 41250.00: the ladders draw on it',
  why: 'Enter what it is for',
  source: 'Enter where this comes from',
};

/** The field of the form at which something in the document stands. */
function fieldAt(pointer: string): string {
  const [first = '', second = ''] = pointer.replace(/^document\//, '').split('/');
  if (first === 'later' || (first === 'alternatives' && second === '1')) return 'against';
  if (first === 'reserve') return 'balance';
  return first in says ? first : 'of';
}

/** What is to be put right of a calculation, each at the field of the form that it came from. */
export function putRightOf(thrown: unknown) {
  const { status, errors } = putRight(thrown, {});
  const found = errors.map(({ text, href = '' }) => {
    const field = fieldAt(href.slice(1));
    return { text: field === 'of' || field === 'against' ? text : (says[field] ?? text), href: `#${field}` };
  });
  return { status, errors: found.filter(({ href }, i) => found.findIndex((one) => one.href === href) === i) };
}
