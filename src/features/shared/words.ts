import type { ConstraintWords } from '../../platform/http/to-problem.js';

export type Words = Readonly<Record<string, ConstraintWords>>;

export const invalid = (pointer: string, code: string, detail: string): ConstraintWords => ({
  kind: 'invalid',
  pointer,
  code,
  detail,
});

export const conflict = (pointer: string, code: string, detail: string): ConstraintWords => ({
  kind: 'conflict',
  pointer,
  code,
  detail,
});

export const already = (pointer: string, detail: string) => conflict(pointer, 'already-recorded', detail);

export const notPartner = invalid(
  '/authority',
  'not-taking-part',
  'Expected an authority that takes part in this partnership. Add its participation first.',
);
export const notAfterFrom = invalid(
  '/until',
  'not-after-from',
  'Expected a day after "from": "until" itself does not count.',
);
