import { budgetWords } from './budget-words.js';
import { billWords } from './bill-words.js';
import { grantWords } from './grant-words.js';
import { importWords } from './import-words.js';
import { identityWords } from './identity-words.js';
import { ledgerWords } from './ledger-words.js';
import { reconciliationWords } from './reconciliation-words.js';
import { already, conflict, invalid, notAfterFrom, notPartner, type Words } from './words.js';

const noSuchSource = invalid('/fundingSource', 'not-there', 'Expected the id of a funding source of this partnership.');

const authorities: Words = {
  authority_pkey: already('/id', 'An authority already has that id. Choose another, or use the one that is there.'),
  authority_name_key: already('/name', 'An authority already has that name. Use the one that is there.'),
  authority_code_key: already('/code', 'An authority already has that code. Use the one that is there.'),
};

const partnerships: Words = {
  partnership_pkey: already('/id', 'A partnership already has that id. Choose another.'),
  partnership_name_key: already('/name', 'A partnership already has that name. Choose another.'),
  partnership_check: invalid('/fullyOperationalOn', 'before-live', 'Expected the day it went live or a later one.'),
  partnership_authority_authority_id_fkey: invalid(
    '/authority',
    'not-there',
    'Expected the id of an authority that is recorded. Add the authority first.',
  ),
  participation_check: notAfterFrom,
  participation_one_role_at_a_time: conflict(
    '/from',
    'overlaps',
    'That authority has a role on some of those days already. Give days on which it has none.',
  ),
  participation_one_host_at_a_time: conflict(
    '/role',
    'overlaps',
    'Another authority is host on some of those days. Give days on which there is no host, or another role.',
  ),
};

const decisions: Words = {
  decision_partnership_id_authority_id_fkey: notPartner,
  decision_reference_once: already(
    '/reference',
    'That body already took a decision under that reference on that day. Read that one, or give this one its own.',
  ),
};

const agreements: Words = {
  agreement_check: notAfterFrom,
  agreement_partnership_id_title_key: already('/title', 'An agreement of this partnership already has that title.'),
  agreement_version_check: notAfterFrom,
  agreement_version_partnership_id_agreement_id_fkey: invalid(
    '/agreement',
    'not-there',
    'Expected the id of an agreement of this partnership.',
  ),
  agreement_version_needs_its_decision: invalid(
    '/decision',
    'not-approved',
    'Expected the id of a decision of this partnership that approved an agreement, a formula or a budget.',
  ),
  agreement_version_within_its_agreement: invalid(
    '/until',
    'outside-agreement',
    'Expected days on which its agreement runs, an end among them when the agreement has one.',
  ),
  agreement_version_supersedes_its_own: invalid(
    '/supersedes',
    'not-there',
    'Expected ids of versions of this partnership.',
  ),
  agreement_version_number_once: conflict(
    '/agreement',
    'added-at-once',
    'Another version of that agreement was added at the same moment. Send this one again.',
  ),
  version_in_force_one_at_a_time: conflict(
    '/from',
    'overlaps',
    'Another version is in force on some of those days. Name it in "supersedes", or give days on which none is in force.',
  ),
};

const contributions: Words = {
  contribution_partnership_id_authority_id_fkey: notPartner,
  provision_partnership_id_authority_id_fkey: notPartner,
  provision_once_a_day: already(
    '/decidedOn',
    'That authority already decided a provision for that year on that day. Give the day of the later decision.',
  ),
};

const funding: Words = {
  funding_source_partnership_id_name_key: already(
    '/name',
    'A funding source of this partnership already has that name.',
  ),
  funding_source_check: invalid('/pot', 'missing-field', 'Expected the pot to which that line belongs.'),
  funding_source_check1: invalid(
    '/pot',
    'missing-field',
    'Expected the pot that it pays towards, because it comes through the pool.',
  ),
  funding_amount_check: notAfterFrom,
  funding_amount_partnership_id_source_id_fkey: noSuchSource,
  funding_amount_once_a_day: already(
    '/announcedOn',
    'An amount from that day on was already announced on that day. Give the day of the later announcement.',
  ),
  certainty_change_partnership_id_source_id_fkey: noSuchSource,
  certainty_change_confirmed_until_when: invalid(
    '/confirmedUntil',
    'missing-field',
    'Expected the last day for which the money is confirmed.',
  ),
  certainty_change_once_a_day: already(
    '/happenedOn',
    'The certainty of that source already changed on that day. Give the day of the later change.',
  ),
  planned_spend_check: notAfterFrom,
  planned_spend_partnership_id_source_id_fkey: noSuchSource,
  planned_spend_partnership_id_authority_id_fkey: notPartner,
  planned_spend_once_a_day: already(
    '/plannedOn',
    'Spending from that day on was already planned on that day. Give the day of the later plan.',
  ),
  package_return_partnership_id_source_id_fkey: noSuchSource,
  package_return_partnership_id_authority_id_fkey: notPartner,
  package_return_once_a_day: already(
    '/countedOn',
    'Packages of that authority at that cost were already counted on that day. Give the day of the later count.',
  ),
};

const audit: Words = {
  audit_key_once: already('/pem', 'That authority has recorded that public key already.'),
  audit_key_partnership_id_authority_id_fkey: notPartner,
  audit_cosignature_by_its_own_key: invalid(
    '/key',
    'not-there',
    'Expected the id of a public key that the authority has recorded in this partnership.',
  ),
};

const publications: Words = {
  withdrawal_partnership_id_publication_id_fkey: invalid(
    '/publication',
    'not-there',
    'Expected the id of a publication of this partnership.',
  ),
  withdrawal_once: already('/publication', 'That publication has been withdrawn already.'),
};

const accounts: Words = {
  local_account_person_id_fkey: invalid('/person', 'not-there', 'Expected the id of a person who is registered.'),
  local_account_name_key: already('/name', 'Somebody else signs in with that name. Choose another.'),
  local_account_name_check: invalid(
    '/name',
    'not-a-sign-in-name',
    'Expected 3 to 100 small letters, digits or . _ @ + -, a letter or digit first and last.',
  ),
};

/** What each constraint of the database means to the person whose request broke it. A test keeps the list complete. */
export const constraintWords: Words = {
  ...accounts,
  ...authorities,
  ...partnerships,
  ...decisions,
  ...agreements,
  ...contributions,
  ...funding,
  ...importWords,
  ...publications,
  ...grantWords,
  ...audit,
  ...identityWords,
  ...ledgerWords,
  ...reconciliationWords,
  ...budgetWords,
  ...billWords,
};
