import { conflict, type Words } from './words.js';

/** What the rules of the ledger mean to whoever's request broke one. */
export const ledgerWords: Words = {
  ledger_period_takes_no_entry: conflict(
    '/effectiveOn',
    'period-closed',
    'The books of {} are closed and take no entry. Give a day in a month that is open, or have the month re-opened by two councils.',
  ),
};
