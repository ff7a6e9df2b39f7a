/** Every reason for which the engine refuses a document. One table elsewhere turns each into a status and into words. */
export type FaultCode =
  | 'unknown-field'
  | 'missing-field'
  | 'not-an-object'
  | 'not-a-list'
  | 'not-text'
  | 'not-an-id'
  | 'not-money'
  | 'not-a-decimal'
  | 'not-a-whole-number'
  | 'not-a-date'
  | 'not-a-year'
  | 'not-a-period'
  | 'not-one-of'
  | 'not-100-percent'
  | 'negative-driver'
  | 'missing-driver'
  | 'no-weight'
  | 'unknown-partner'
  | 'unknown-measure'
  | 'not-a-member'
  | 'duplicate-id'
  | 'nothing-to-share'
  | 'partner-in-no-pot'
  | 'amounts-do-not-match'
  | 'bounds-cross'
  | 'unknown-kind'
  | 'not-yet-supported'
  | 'over-limit'
  | 'undetermined';

/**
 * One thing wrong with a posted document: where (a JSON pointer, RFC 6901, into the document as posted; `""` is the
 * whole of it), which rule it breaks, and what was expected and what came instead, in words ready for a person.
 */
export interface Fault {
  readonly pointer: string;
  readonly code: FaultCode;
  readonly expected: string;
}

/** An answer, or every reason why there is none. An expected refusal is a value; only a programmer's fault throws. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly Fault[] };

/** The outcome that answers with `value`. */
export function accept<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** The outcome that refuses, with at least one fault. */
export function refuse(faults: readonly Fault[]): { readonly ok: false; readonly faults: readonly Fault[] } {
  if (faults.length === 0) throw new Error('A refusal states at least one fault');
  return { ok: false, faults };
}

/** `pointer` extended by one key or index, escaped as RFC 6901 section 3 requires (`~` is `~0`, `/` is `~1`). */
export function pointTo(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
