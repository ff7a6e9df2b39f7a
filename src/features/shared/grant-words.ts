import { already, conflict, invalid, notAfterFrom, notPartner, type Words } from './words.js';

/** What a broken rule of people and their roles means. */
export const grantWords: Words = {
  person_authority_id_fkey: invalid('/authority', 'not-there', 'Expected the id of an authority that is recorded.'),
  role_grant_person_id_fkey: invalid('/person', 'not-there', 'Expected the id of a person who is recorded.'),
  role_grant_partnership_id_authority_id_fkey: notPartner,
  role_grant_ends_after_it_starts: notAfterFrom,
  role_grant_of_a_partnership: invalid(
    '/role',
    'not-here',
    'Expected "administrator" without a partnership, and every other role within one.',
  ),
  role_grant_of_an_authority: invalid(
    '/authority',
    'not-here',
    'Expected an authority, except for auditors and administrators, who have none.',
  ),
  role_grant_auditor_for_a_time: invalid(
    '/until',
    'missing-field',
    'Expected the day on which the auditor stops: their access is for a time.',
  ),
  role_grant_finance_lead_of_the_host: invalid(
    '/authority',
    'not-host',
    'Expected the host: only it has a finance lead.',
  ),
  role_grant_administrator_holds_no_figures: conflict(
    '/person',
    'holds-the-other',
    'An administrator holds no role that sees figures, and nobody with such a role administers. End the one first.',
  ),
  role_grant_never_to_oneself: conflict(
    '/person',
    'oneself',
    'Nobody gives themselves a role. Ask somebody else of your council.',
  ),
  role_grant_by_its_authority: conflict(
    '/role',
    'not-yours-to-give',
    'A role is given by the lead officer of the authority it belongs to; administrators name the first lead officer, and other administrators.',
  ),
  role_grant_approval_partnership_id_authority_id_fkey: notPartner,
  role_grant_approval_pkey: already('/grant', 'This has been approved already.'),
  role_grant_approval_by_another_council: conflict(
    '/grant',
    'same-council',
    'An auditor is approved by the lead officer of a council other than the one that named them.',
  ),
  role_grant_end_once: already('/grant', 'This has been ended already.'),
  role_grant_end_by_its_authority: conflict(
    '/grant',
    'not-yours-to-end',
    'A role is ended by the lead officer of the authority it belongs to, or by an administrator.',
  ),
};
