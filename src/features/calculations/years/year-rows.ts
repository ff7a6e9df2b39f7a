import type { RecordedPart, RecordedYear, RecordedYearRow } from '../dto/recorded-year.js';

const nothing: Omit<RecordedYearRow, 'section'> = {
  ...{ from: null, until: null, agreementVersion: null, calculation: null, partner: null, amount: null, says: null },
};

/** A recorded year as the rows of one sheet: its parts partner by partner, the totals, and the checks. */
export function yearRows({ parts, partners, total, unallocated, checks, digest }: RecordedYear): RecordedYearRow[] {
  return [
    ...parts.flatMap(partRows),
    ...sums('year', partners, unallocated),
    { ...nothing, section: 'year', amount: total, says: digest },
    ...checks.map(({ check, holds, says }) => ({
      ...{ ...nothing, section: 'check' },
      says: `${check}: ${holds ? 'Holds' : 'Does not hold'}: ${says}`,
    })),
  ];
}

function partRows({ from, until, agreementVersion, calculation }: RecordedPart): readonly RecordedYearRow[] {
  const of = { from, until, agreementVersion, calculation: calculation?.id ?? null };
  if (!calculation) return [{ ...nothing, section: 'part', ...of, says: 'Not recorded' }];
  const { partners, unallocated, total, digest } = calculation;
  const rows = [...sums('part', partners, unallocated), { ...nothing, section: 'part', amount: total, says: digest }];
  return rows.map((row) => ({ ...row, ...of }));
}

/** What each partner bears, and what nobody does. */
function sums(section: string, partners: RecordedYear['partners'], unallocated: string): readonly RecordedYearRow[] {
  return [
    ...partners.map(({ partner, name, amount }) => ({ ...nothing, section, partner, amount, says: name })),
    { ...nothing, section, amount: unallocated, says: 'Nobody' },
  ];
}
