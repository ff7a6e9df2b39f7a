import { type Pence } from '../../engine/money/pence.js';
import { toPence, toPounds } from '../shared/money.js';
import type { StatementTotals } from './dto/share-statement.js';
import type { MoneyInYear } from './statement.query.js';
import type { YearCalculation } from './year-calculations.js';

/** One line of a statement in whole pence. A sum may pass what a single amount may be, so these are plain whole numbers. */
export type Amounts = Readonly<Record<keyof StatementTotals, bigint>>;

export interface PartnerAmounts {
  readonly partner: string;
  readonly amounts: Amounts;
}

/** In the order in which the agreement lists the partners; then whoever was billed without a share. */
export function partnerAmounts(
  calculations: readonly YearCalculation[],
  money: readonly MoneyInYear[],
): readonly PartnerAmounts[] {
  const shares = new Map<string, bigint>();
  for (const { partner, amount } of calculations.flatMap(({ answer }) => answer.partners)) {
    shares.set(partner, (shares.get(partner) ?? 0n) + toPence(amount));
  }
  for (const { partner } of money) if (!shares.has(partner)) shares.set(partner, 0n);
  const billedTo = new Map(money.map((line) => [line.partner, line]));
  return [...shares].map(([partner, share]) => ({ partner, amounts: amountsOf(share, billedTo.get(partner)) }));
}

function amountsOf(share: bigint, money: MoneyInYear | undefined): Amounts {
  if (!money) return { share, billed: 0n, due: 0n, paid: 0n, outstanding: share };
  const paid = BigInt(money.paid);
  return { share, billed: BigInt(money.billed), due: BigInt(money.due), paid, outstanding: share - paid };
}

export function addUp(rows: readonly PartnerAmounts[]): Amounts {
  const total = (name: keyof Amounts) => rows.reduce((sum, { amounts }) => sum + amounts[name], 0n);
  return {
    share: total('share'),
    billed: total('billed'),
    due: total('due'),
    paid: total('paid'),
    outstanding: total('outstanding'),
  };
}

export function showAmounts({ share, billed, due, paid, outstanding }: Amounts): StatementTotals {
  return {
    share: toPounds(share),
    billed: toPounds(billed),
    due: toPounds(due),
    paid: toPounds(paid),
    outstanding: toPounds(outstanding),
  };
}

/** For the display of a percentage, which works on any whole number of pence. */
export const asPence = (amount: bigint) => amount as Pence;
