import { constraintWords } from '../../features/shared/constraint-words.js';
import { toRefusal } from '../../platform/http/to-problem.js';
import type { Link } from './page.js';

/** What to say of a field, by its name and the rule that it broke; without a rule, of whatever is wrong with it. */
export type Saying = Readonly<Record<string, string>>;

/** What a person has to put right on a form, each leading to its field. What went wrong otherwise is thrown on. */
export function putRight(thrown: unknown, says: Saying): readonly Link[] {
  const { kind, errors } = toRefusal(thrown, constraintWords);
  if ((kind !== 'invalid' && kind !== 'conflict') || errors.length === 0) throw thrown;
  return errors.map(({ pointer = '', code, detail }) => {
    const name = pointer.slice(1);
    return { text: says[`${name} ${code}`] ?? says[name] ?? detail, href: `#${name}` };
  });
}

/** What GOV.UK's components are told of the error at a field, if there is one. */
export function errorAt(errors: readonly Link[], name: string): object {
  const found = errors.find(({ href }) => href === `#${name}`);
  return found ? { errorMessage: { text: found.text } } : {};
}
