import { type Pence, formatPounds, pence, sumPence } from '../money/pence.js';
import { type LineShare, type PartnerShare, type PotShare } from './answer.js';
import { displayPercent } from './display-percent.js';
import { type Based, changeOf } from './change.js';
import { type SharesDocument } from './document.js';
import { type PotReport } from './report.js';

interface Row {
  readonly amounts: Pence[];
  readonly pots: PotShare[];
  readonly based: Based[];
}

interface Lines {
  sum: bigint;
  readonly lines: LineShare[];
}

/** The lines of a pot, by the position of the member that bears a part of them. */
function linesByMember({ pot, lines }: PotReport): readonly Lines[] {
  const all = pot.members.map((): Lines => ({ sum: 0n, lines: [] }));
  for (const { line, parts } of lines) {
    for (const { position, amount } of parts) {
      const ofMember = all[position];
      if (!ofMember) throw new Error('A line falls to nobody');
      ofMember.sum += amount;
      ofMember.lines.push({ line, amount: formatPounds(amount) });
    }
  }
  return all;
}

/** Adds a pot to the row of each of its members. */
function addPot(rows: ReadonlyMap<string, Row>, report: PotReport): void {
  const pot = report.pot.id;
  for (const [position, { sum, lines }] of linesByMember(report).entries()) {
    const row = rows.get(report.pot.members[position]?.id ?? '');
    if (!row) throw new Error('A pot has a member that is no partner');
    const shared = report.shared[position] ?? pence(0n);
    const amount = pence(shared + sum);
    const base = report.base[position] ?? null;
    if (base !== null) row.based.push({ base, shared });
    row.amounts.push(amount);
    const shown = formatPounds(shared);
    row.pots.push({ pot, amount: amount === shared ? shown : formatPounds(amount), shared: shown, lines });
  }
}

/** What each partner pays, in agreement order, pot by pot; also those that pay nothing. */
export function partnerShares(
  document: SharesDocument,
  reports: readonly PotReport[],
  total: Pence,
): readonly PartnerShare[] {
  const rows = new Map<string, Row>(document.partners.map(({ id }) => [id, { amounts: [], pots: [], based: [] }]));
  for (const report of reports) addPot(rows, report);
  return document.partners.map(({ id }) => {
    const { amounts, pots, based } = rows.get(id) ?? { amounts: [], pots: [], based: [] };
    const sum = sumPence(amounts);
    const [amount, percent, change] = [formatPounds(sum), displayPercent(sum, total), changeOf(based)];
    if (!change) return { partner: id, amount, displayPercent: percent, pots };
    return { partner: id, amount, displayPercent: percent, change, pots };
  });
}
