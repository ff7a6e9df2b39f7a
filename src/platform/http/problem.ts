/** Every way in which a request may be refused, with its HTTP status and its title. One table; a page or a client reads it. */
export const problemKinds = {
  malformed: { status: 400, title: 'The request could not be read' },
  unauthenticated: { status: 401, title: 'You are not signed in' },
  forbidden: { status: 403, title: 'Your capacity may not do this' },
  'capacity-needed': { status: 403, title: 'Choose in which capacity you act' },
  'cross-site': { status: 403, title: 'A page elsewhere may not change anything here' },
  'form-expired': { status: 403, title: 'The form has expired' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  conflict: { status: 409, title: 'This does not fit what is already recorded' },
  'too-large': { status: 413, title: 'The request is too large' },
  'address-too-long': { status: 414, title: 'The address is too long' },
  'unsupported-media-type': { status: 415, title: 'The request must be JSON' },
  'wrong-host': { status: 421, title: 'This server does not answer to that name' },
  invalid: { status: 422, title: 'The request is not valid' },
  'too-many-attempts': { status: 429, title: 'There have been too many attempts' },
  'headers-too-large': { status: 431, title: 'The request headers are too large' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'The service is busy or stopping; try again' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemKind = keyof typeof problemKinds;

/** One fault: where it is and what was expected there. */
export interface ProblemError {
  /** JSON pointer (RFC 6901) into the body. */
  readonly pointer?: string;
  /** Name of a query parameter. */
  readonly parameter?: string;
  /** Name of a header. */
  readonly header?: string;
  readonly code: string;
  readonly detail: string;
}

/** A problem document (RFC 9457). */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly errors?: readonly ProblemError[];
}

/** An expected refusal on its way out: it rolls the transaction back and becomes a problem document. */
export class Refused extends Error {
  constructor(
    readonly kind: ProblemKind,
    detail: string,
    readonly errors: readonly ProblemError[] = [],
    /** Seconds after which it may be tried again. */
    readonly retryAfter?: number,
  ) {
    super(detail);
  }
}

/** "Not there" and "not yours" are one answer, word for word. */
export function notFound(): Refused {
  return new Refused('not-found', 'There is nothing here, or it is not yours to see.');
}

/** Everything wrong with a request at once. */
export function invalid(errors: readonly ProblemError[]): Refused {
  const count = errors.length === 1 ? 'One thing needs' : `${errors.length} things need`;
  return new Refused('invalid', `${count} to be put right; nothing was stored.`, errors);
}

export function unauthenticated(): Refused {
  return new Refused('unauthenticated', 'Sign in first, or send a token: nobody is signed in, or no longer.');
}
