import { constraintWords } from '../../features/shared/constraint-words.js';
import { problemKinds } from '../../platform/http/problem.js';
import { toRefusal } from '../../platform/http/to-problem.js';
import type { Link } from './page.js';

/**
 * What to say of a field, by its name and the rule that it broke; without a rule, of whatever is wrong with it. The
 * fields stand in the order in which the form has them.
 */
export type Saying = Readonly<Record<string, string>>;

export interface PutRight {
  readonly status: number;
  readonly errors: readonly Link[];
}

/** What a person has to put right on a form, each leading to its field. What went wrong otherwise is thrown on. */
export function putRight(thrown: unknown, says: Saying): PutRight {
  const { kind, errors } = toRefusal(thrown, constraintWords);
  if ((kind !== 'invalid' && kind !== 'conflict') || errors.length === 0) throw thrown;
  const fields = Object.keys(says);
  const found = errors.map(({ pointer = '', code, detail }) => {
    const name = pointer.slice(1);
    return { at: fields.indexOf(name), text: says[`${name} ${code}`] ?? says[name] ?? detail, href: `#${name}` };
  });
  const inOrder = found.sort((a, b) => a.at - b.at).map(({ text, href }) => ({ text, href }));
  return { status: problemKinds[kind].status, errors: inOrder };
}

/** What GOV.UK's components are told of the error at a field, if there is one. */
export function errorAt(errors: readonly Link[], name: string): object {
  const found = errors.find(({ href }) => href === `#${name}`);
  return found ? { errorMessage: { text: found.text } } : {};
}
