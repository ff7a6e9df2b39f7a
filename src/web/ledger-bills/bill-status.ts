import type { BillStatus } from '../../engine/ledger/bills/status.js';
import type { Tag } from '../shared/illustrative.js';

const tag = (text: string, colour: string): Tag => ({ text, classes: `govuk-tag--${colour}` });

/** Where a bill stands, in words and colour. A status without a tag does not compile. */
const tags: Readonly<Record<BillStatus, Tag>> = {
  budgeted: tag('Budgeted', 'grey'),
  approved: tag('Approved', 'light-blue'),
  invoiced: tag('Invoiced', 'blue'),
  'part-paid': tag('Part paid', 'yellow'),
  paid: tag('Paid', 'green'),
  overdue: tag('Overdue', 'orange'),
  disputed: tag('Disputed', 'pink'),
  resolved: tag('Resolved', 'turquoise'),
  defaulted: tag('In default', 'red'),
  reversed: tag('Reversed', 'grey'),
};

export const statusTag = (status: string): Tag => tags[status as BillStatus];

/** Every status to choose from, and what to say of no choice. */
export function statusChoices(chosen = ''): readonly object[] {
  const all = [['', 'Any'] as const, ...Object.entries(tags).map(([value, { text }]) => [value, text] as const)];
  return all.map(([value, text]) => ({ value, text, selected: value === chosen }));
}
