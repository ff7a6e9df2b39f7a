import { readPounds } from '../money/pence.js';
import { type SharesAnswer } from '../shares/answer.js';

/** What each partner bears of each pot in pence, read from an answer as it is printed; nobody's part stands at `''`. */
export type Table = ReadonlyMap<string, ReadonlyMap<string, bigint>>;

const NOBODY = '';

export function tableOf({ partners, unallocated }: SharesAnswer): Table {
  const table = new Map<string, Map<string, bigint>>([[NOBODY, new Map()]]);
  for (const { partner, pots } of partners) {
    table.set(partner, new Map(pots.map(({ pot, amount }) => [pot, readPounds(amount) ?? 0n])));
  }
  const nobody = table.get(NOBODY);
  for (const { pot, amount } of unallocated) nobody?.set(pot, (nobody.get(pot) ?? 0n) + (readPounds(amount) ?? 0n));
  return table;
}

/** What a partner (`''` for nobody) bears of a pot. */
export function cellOf(table: Table, partner: string, pot: string): bigint {
  return table.get(partner)?.get(pot) ?? 0n;
}

/** Every pot of which a partner has a cell in any of the tables. */
export function potsOf(tables: readonly Table[], partner: string): readonly string[] {
  return [...new Set(tables.flatMap((table) => [...(table.get(partner)?.keys() ?? [])]))];
}
