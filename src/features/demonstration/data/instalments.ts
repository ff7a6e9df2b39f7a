import { formatPounds, type Pence } from '../../../engine/money/pence.js';
import { toPence } from '../../shared/money.js';
import { recordId } from '../record-id.js';
import type { KeptContribution, KeptReceipt } from '../records.js';

/** What one authority owes for one year, the days on which a part of it falls due, and the days on which each was paid. */
export interface Bill {
  readonly partnership: string;
  readonly authority: string;
  readonly year: string;
  readonly total: string;
  readonly dueOn: readonly string[];
  /** One for each part that was paid, in the order in which they fell due. */
  readonly paidOn: readonly string[];
  readonly source: string;
}

/** The bill in equal instalments. Nobody publishes instalments, so every one of them is illustrative. */
export function instalments({ partnership, authority, year, total, dueOn, source }: Bill): readonly KeptContribution[] {
  const amount = part(total, dueOn.length);
  return dueOn.map((day, index) => ({
    id: instalmentId({ partnership, authority, year }, index),
    authority,
    dueOn: day,
    amount,
    what: `Instalment ${index + 1} of ${dueOn.length} for ${year}`,
    source,
    illustrative: true,
  }));
}

/** The payments of the instalments that were paid, each in full. */
export function payments({ partnership, authority, year, total, dueOn, paidOn, source }: Bill): readonly KeptReceipt[] {
  const amount = part(total, dueOn.length);
  return paidOn.map((day, index) => ({
    id: recordId(`${partnership}/receipt/${authority}/${year}/${index + 1}`),
    contribution: instalmentId({ partnership, authority, year }, index),
    receivedOn: day,
    amount,
    reference: `${authority} ${year} ${index + 1}/${dueOn.length}`,
    source,
    illustrative: true,
  }));
}

function instalmentId(
  { partnership, authority, year }: Pick<Bill, 'partnership' | 'authority' | 'year'>,
  index: number,
) {
  return recordId(`${partnership}/contribution/${authority}/${year}/${index + 1}`);
}

function part(total: string, parts: number): string {
  const whole = toPence(total);
  if (whole % BigInt(parts) !== 0n) throw new Error(`${total} does not come out even in ${parts} instalments.`);
  return formatPounds((whole / BigInt(parts)) as Pence);
}
