/** What a provider calls a person: at most 255 characters of ASCII, as OpenID Connect has it, with no space at either end. */
const SUBJECT = /^[!-~]([ -~]{0,253}[!-~])?$/;

export function isSubject(value: unknown): value is string {
  return typeof value === 'string' && SUBJECT.test(value);
}
