import { already, conflict, notPartner, type Words } from './words.js';

const otherRows = conflict(
  '/digest',
  'not-what-was-shown',
  'The rows of that import are not those that were shown. Send the file again, and submit that.',
);

/** What the rules of files that people send mean to whoever's request broke one. */
export const importWords: Words = {
  import_confirmation_once: conflict('/digest', 'already-imported', 'All of that file was added already.'),
  import_confirmation_once_a_file: conflict(
    '/digest',
    'already-imported',
    'All of that file was added by another import.',
  ),
  import_confirmation_without_faults: conflict(
    '/digest',
    'not-ready',
    'That import was not read to its end without faults.',
  ),
  import_submission_once: already('/digest', 'That import was submitted already. Read what became of it.'),
  import_submission_by_whoever_sent_it: conflict(
    '/digest',
    'not-yours',
    'Whoever sent a file submits it for approval. Send it yourself, or ask them to.',
  ),
  import_submission_of_money: conflict(
    '/digest',
    'needs-none',
    'Nobody else has to approve what that file holds: confirm it.',
  ),
  import_submission_of_own_rows: conflict(
    '/digest',
    'not-own',
    'That file holds rows of another authority than your own. Send one of your own rows alone.',
  ),
  import_decided_once: already('/digest', 'That import has been decided already. Read what became of it.'),
  import_outcome_by_another: conflict(
    '/digest',
    'sent-by-you',
    'Whoever sent a file does not approve it, nor does a service. Ask somebody else who may.',
  ),
  import_outcome_by_another_council: conflict(
    '/digest',
    'same-council',
    'All rows of that file together come to {}, up to which the agreement lets one authority approve alone. Ask somebody of another authority than the one that sent it.',
  ),
  import_outcome_posts_what_was_shown: otherRows,
  measure_value_partnership_id_authority_id_fkey: notPartner,
};
