import type { ConstraintWords } from '../../platform/http/to-problem.js';

const notPartner: ConstraintWords = {
  kind: 'invalid',
  pointer: '/authority',
  code: 'not-taking-part',
  detail: 'Expected an authority that takes part in this partnership.',
};

const already = (pointer: string, detail: string): ConstraintWords => ({
  kind: 'conflict',
  pointer,
  code: 'already-recorded',
  detail,
});

/** What each constraint of the database means to the person whose request broke it. A test keeps the list complete. */
export const constraintWords: Readonly<Record<string, ConstraintWords>> = {
  contribution_partnership_id_authority_id_fkey: notPartner,
  provision_partnership_id_authority_id_fkey: notPartner,
  provision_once_a_day: already(
    '/decidedOn',
    'That authority already decided a provision for that year on that day. Give the day of the later decision.',
  ),
};
