import { sentence } from '../shared/words.js';

/** Names of fields that hold a secret: these are never shown. */
const SECRET = /password|code|secret|token/i;

/** Names of fields that a form has of itself: nobody typed them. */
const OURS = ['next', 'key', 'digest'];

/** What a person typed into a form, so that a refusal loses none of it: the rows of GOV.UK's summary list. */
export function typedIn(form: unknown): readonly object[] {
  if (typeof form !== 'object' || form === null) return [];
  return Object.entries(form)
    .filter(([name, value]) => !SECRET.test(name) && !OURS.includes(name) && [value].flat().join('') !== '')
    .map(([name, value]) => ({ key: { text: label(name) }, value: { text: [value].flat().join(', ') } }));
}

/** `dueOn-day` as `Due on day`. */
function label(name: string): string {
  return sentence(
    name
      .replaceAll(/[-_]/g, ' ')
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase(),
  );
}
