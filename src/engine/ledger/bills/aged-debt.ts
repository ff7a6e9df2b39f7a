/** How long a debt is late, in days: the columns of aged debt, with the last day of each. */
export const ages = {
  notYetDue: 0,
  days1to30: 30,
  days31to60: 60,
  days61to90: 90,
  over90: Infinity,
} as const;
export type Age = keyof typeof ages;

/** What a partner owes on one bill as at a day, in pence; below nothing where more came in than the bill counts for. */
export interface Owed {
  readonly partner: string;
  readonly owed: bigint;
  readonly daysLate: number;
  readonly disputed: boolean;
}

/** What a partner owes, by how long it is late; what is disputed and what it has in credit stand apart. In pence. */
export interface AgedDebt extends Readonly<Record<Age, bigint>> {
  readonly partner: string;
  readonly disputed: bigint;
  /** Paid beyond what bills count for (below nothing). */
  readonly credit: bigint;
  /** On no bill: rebates, settled variances and the like. */
  readonly other: bigint;
  readonly total: bigint;
}

/** How late a debt is. */
export function ageOf(daysLate: number): Age {
  const found = (Object.entries(ages) as [Age, number][]).find(([, last]) => daysLate <= last);
  if (!found) throw new RangeError('Days late are a number');
  return found[0];
}

function sumWhere(all: readonly Owed[], wanted: (one: Owed) => boolean): bigint {
  return all.reduce((sum, one) => (wanted(one) ? sum + one.owed : sum), 0n);
}

/** One partner's debts by age. Every bill stands in one column, so the columns come to all that is owed. */
function ofPartner(partner: string, own: readonly Owed[], other: bigint): AgedDebt {
  const open = own.filter(({ owed, disputed }) => owed > 0n && !disputed);
  const aged = (age: Age) => sumWhere(open, ({ daysLate }) => ageOf(daysLate) === age);
  const debt = {
    ...{ notYetDue: aged('notYetDue'), days1to30: aged('days1to30'), days31to60: aged('days31to60') },
    ...{ days61to90: aged('days61to90'), over90: aged('over90') },
    disputed: sumWhere(own, ({ disputed }) => disputed),
    credit: sumWhere(own, ({ owed, disputed }) => owed < 0n && !disputed),
    other,
  };
  const total = Object.values(debt).reduce((sum, part) => sum + part, 0n);
  if (total !== sumWhere(own, () => true) + other) throw new Error('The columns do not come to what is owed');
  return { partner, ...debt, total };
}

/** What each partner owes by how long it is late (our decision: by the last day on which a bill is paid in time), by partner as text. */
export function agedDebt(bills: readonly Owed[], others: ReadonlyMap<string, bigint>): readonly AgedDebt[] {
  const partners = [...new Set([...bills.map(({ partner }) => partner), ...others.keys()])].sort();
  return partners.map((partner) =>
    ofPartner(
      partner,
      bills.filter((bill) => bill.partner === partner),
      others.get(partner) ?? 0n,
    ),
  );
}
