import type { ProblemKind } from '../../platform/http/problem.js';

export interface Meaning {
  /** When a request is refused so. */
  readonly means: string;
  /** What whoever sent it can do. */
  readonly todo: string;
}

const meaning = (means: string, todo: string): Meaning => ({ means, todo });

/** What each kind of refusal means to whoever wrote the request. A kind without a meaning does not compile. */
export const meanings: Readonly<Record<ProblemKind, Meaning>> = {
  malformed: meaning('The body is not JSON, or the address cannot be decoded.', 'Send well-formed JSON in UTF-8.'),
  'not-found': meaning(
    'There is nothing at this address, or it is not yours to see: the two are one answer, word for word.',
    'Check the ids in the address.',
  ),
  conflict: meaning(
    'The request is well formed and does not fit what is already recorded. Nothing was stored.',
    'Read `errors`: each names the field and what stands in its way.',
  ),
  unauthenticated: meaning(
    'Nobody is signed in, or no longer: the session or token has ended, or was never one.',
    'Sign in again, or send `Authorization: Bearer` with a token that stands.',
  ),
  forbidden: meaning(
    'Whoever is signed in may not do this in the capacity they act in. Nothing was stored.',
    'Act in another capacity, or ask somebody whose role it is: the reference says which.',
  ),
  'capacity-needed': meaning(
    'Whoever is signed in has not chosen in which capacity they act, or that capacity has ended.',
    'Choose a capacity and send the request again.',
  ),
  'too-large': meaning('The body is larger than 1 MiB. It was not read to its end.', 'Send less at a time.'),
  'address-too-long': meaning('A part of the address is longer than any id can be.', 'Check the ids in the address.'),
  'unsupported-media-type': meaning('The body is not declared as JSON.', 'Send `Content-Type: application/json`.'),
  'cross-site': meaning(
    'A page of another site asked for a change. Nothing was stored.',
    'Send the request from a program on this machine, or from a page of this server.',
  ),
  'form-expired': meaning(
    'A form was sent without the token of the page it stands on, or with that of another session. Nothing was stored.',
    'Open the page with the form again and send it from there. Programs use the API, which takes no forms.',
  ),
  'too-many-attempts': meaning(
    'Too many attempts failed: for this account from here, for this account, or from this address.',
    'Wait for `Retry-After` seconds. A device that this account has signed in with before has attempts of its own.',
  ),
  'wrong-host': meaning(
    'The server answers to localhost and 127.0.0.1 only.',
    'Send the request to one of those names, from the same machine.',
  ),
  invalid: meaning(
    'Something in the body or the query is not what was expected. Nothing was stored.',
    'Read `errors`: each names the field by JSON pointer, or the parameter, and says what was expected there.',
  ),
  'headers-too-large': meaning('The headers are larger than the server reads.', 'Send fewer or shorter headers.'),
  internal: meaning(
    'A fault of ours. Nothing was stored; the cause is in the log under the request id.',
    'Quote `instance` when asking about it.',
  ),
  unavailable: meaning(
    'The database is too busy, or was lost on the way; `detail` says whether something may have been stored.',
    'Send the same request again after `Retry-After` seconds.',
  ),
};
