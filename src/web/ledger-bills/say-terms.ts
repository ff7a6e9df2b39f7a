import type { InstalmentSchedule } from '../../features/ledger/dto/instalments.js';
import { count } from '../shared/words.js';

const parts: Readonly<Record<string, string>> = {
  'quarters-in-advance': 'equal quarters in advance',
  'quarters-in-arrears': 'equal quarters in arrears',
  'months-in-advance': 'equal months in advance',
  'months-in-arrears': 'equal months in arrears',
  'stated-dates': 'parts on the dates that it states',
};

const pennies: Readonly<Record<string, string>> = {
  'largest-remainder': 'the part that rounding cut most, and of equal ones the earliest',
  'first-listed': 'the earliest',
  'largest-share': 'the largest part',
};

/** What the agreement states of instalments, in a sentence or two. */
export function sayTerms({ agreed, profile }: Pick<InstalmentSchedule, 'agreed' | 'profile'>): string {
  const shown = parts[profile] ?? profile;
  if (agreed === null)
    return `What the agreement says of instalments is not recorded. Shown are ${shown}, each paid on the day it falls due.`;
  const { number, clause, daysToPay, oddPennies } = agreed;
  const where = `Version ${number} of the agreement${clause === null ? '' : `, ${clause}`}`;
  const pay = daysToPay === 0 ? 'each paid on the day it falls due' : `with ${count(daysToPay, 'day')} to pay`;
  return `${where}: ${shown}, ${pay}. A penny left over goes to ${pennies[oddPennies] ?? oddPennies}.`;
}
