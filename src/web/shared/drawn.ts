import { isUuid } from '../../platform/http/names.js';
import { field } from '../../platform/http/pages/forms.js';
import { Refused } from '../../platform/http/problem.js';

/** What this server put into a form, which nobody types: refused where it is not there. */
export function asDrawn<T>(found: T | undefined): T {
  if (found === undefined) throw new Refused('malformed', 'The form is not as this server drew it.');
  return found;
}

/** The key that was put into a form, by which it counts once. */
export function keyOf(form: unknown): string {
  const key = field(form, 'key');
  return asDrawn(isUuid(key) ? key : undefined);
}
