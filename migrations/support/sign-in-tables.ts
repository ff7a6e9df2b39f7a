/** Tables of sign-in whose rows stay as they were added. */
export const addedTo = [
  'local_account',
  'enrolment',
  'enrolment_step',
  'sign_in_attempt',
  'sign_in_success',
  'known_device',
  'demonstration_sign_in',
] as const;

/** Tables of sign-in whose rows may be used up, and the column that says so. */
export const usedUp = [
  ['credential', 'last_step'],
  ['recovery_code', 'used_at'],
  ['half_sign_in', 'finished_at'],
] as const;
