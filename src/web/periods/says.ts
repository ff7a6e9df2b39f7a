import type { Link } from '../shared/page.js';

/** What to say of each field, in the order in which each form has them. */
export const closeSays = {
  ' key-used-otherwise': 'This form was sent already. Look again at the months',
  why: 'Enter why the month is closed',
  source: 'Enter where this comes from',
};
export const askSays = {
  ' key-used-otherwise': 'This form was sent already. Look again at the months',
  why: 'Enter why the month has to be opened again',
  source: 'Enter where this comes from',
};
export const decideSays = {
  source: 'Enter what you checked it against',
  reason: 'Enter why the month stays closed',
};

const words = ['why', 'source', 'reason'];

/** What a field is called on the page, which has other forms beside: a word before its name. */
export const beside = (before: string) => (name: string) => `${before}${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Errors of a form whose fields have a word before their names, because the page has other forms beside it. */
export function renamed(errors: readonly Link[], before: string): readonly Link[] {
  return errors.map(({ text, href = '' }) => {
    const name = href.slice(1);
    const there = words.includes(name) ? beside(before)(name) : 'requests';
    return { text, href: `#${there}` };
  });
}
