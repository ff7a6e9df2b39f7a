import { already, conflict, invalid, type Words } from './words.js';

/** What a broken rule of providers' subjects and the people they are means. */
export const identityWords: Words = {
  federated_identity_authority_id_fkey: invalid(
    '/provider',
    'not-there',
    'Expected a provider whose council is recorded. Add the authority that the configuration names first.',
  ),
  federated_identity_of_its_council: conflict(
    '/provider',
    'of-another-council',
    'A council’s provider signs in that council’s own people. Link the provider of the council that employs them.',
  ),
  federated_identity_issuer_of_one_council: conflict(
    '/provider',
    'of-another-council',
    'That issuer has signed in people of another council. End those identities before it signs in for this one.',
  ),
  federated_identity_linked_once: already(
    '/subject',
    'That subject is linked to somebody already. End that identity first, if it is wrong.',
  ),
  federated_identity_issuer_subject_number_key: already(
    '/subject',
    'That subject was linked at the same moment. Look who it is linked to.',
  ),
  federated_identity_never_ones_own_subject: conflict(
    '/subject',
    'oneself',
    'Nobody links their own sign-in to somebody else. Ask another administrator if it is right.',
  ),
  federated_identity_end_once: already('/identity', 'This has been ended already.'),
};
