import { already, invalid, type Words } from './words.js';

/** What the rules of reconciliations mean to whoever's request broke one. */
export const reconciliationWords: Words = {
  reconciliation_of_some_days: invalid('/asAt', 'before-from', 'Expected a day that is not before the first one.'),
  host_match_of_its_reconciliation: invalid(
    '/reconciliation',
    'not-there',
    'Expected the id of a reconciliation of this partnership.',
  ),
  host_match_of_something: invalid('/lines', 'nothing-named', 'Expected ids of lines or of entries, or of both.'),
  host_match_lines_of_its_extract: invalid(
    '/lines',
    'not-there',
    'Expected ids of lines of the host’s ledger that the reconciliation has, each once.',
  ),
  host_match_entries_of_its_account: invalid(
    '/entries',
    'not-there',
    'Expected ids of entries on the account and the days that the reconciliation is about, each once.',
  ),
  host_match_of_no_line_twice: already(
    '/lines',
    'Something was said by hand of one of these already. Undo that first, or leave it out.',
  ),
  host_match_undone_once: already('/id', 'That was undone already. It stays on record.'),
};
