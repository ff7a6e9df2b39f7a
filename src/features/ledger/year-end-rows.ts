import type { YearEndRow, YearEndStatement } from './dto/year-end.js';

type Of = Partial<Pick<YearEndRow, 'fund' | 'partner' | 'line' | 'amount' | 'says'>>;

const row = (section: string, item: string, of: Of): YearEndRow => ({
  ...{ section, item, fund: null, partner: null, line: null, amount: null, says: null },
  ...of,
});

/** Every amount under its own name. */
const amounts = (section: string, figures: object, of: Of): readonly YearEndRow[] =>
  Object.entries(figures).map(([item, amount]) => row(section, item, { ...of, amount: amount as string | null }));

/** A statement as the rows of one sheet, figure by figure. */
export function yearEndRows({
  funds,
  settlements,
  months,
  reopened,
  checks,
  knownAt,
}: YearEndStatement): readonly YearEndRow[] {
  return [
    ...funds.flatMap(({ fund, account, opening, closing, partners, lines }) => [
      ...amounts('opening', opening, { fund }),
      ...amounts('account', account, { fund }),
      ...partners.flatMap(({ partner, ...figures }) => amounts('partner', figures, { fund, partner })),
      ...lines.flatMap(({ line, name, ...figures }) => amounts('line', figures, { fund, line, says: name })),
      ...amounts('closing', closing, { fund }),
    ]),
    ...settlements.flatMap(({ kind, fund, state, entries, decidedBy }) => [
      row('settlement', kind, { fund, says: [state, decidedBy].filter(Boolean).join('; ') }),
      ...entries.flatMap((entry) =>
        entry.lines.map(({ account, authority: partner, line, amount }) =>
          row('settlement', account, { fund, partner, line, amount, says: `${entry.kind}, ${entry.state}` }),
        ),
      ),
    ]),
    ...months.map(({ startsOn, digest }) => row('month', startsOn.slice(0, 7), { says: digest ?? 'open' })),
    ...reopened.map(({ startsOn, why }) => row('reopened', startsOn.slice(0, 7), { says: why })),
    ...checks.map(({ check, fund, holds, says }) =>
      row('check', check, { fund, says: `${holds ? 'Holds' : 'Does not hold'}: ${says}` }),
    ),
    ...(knownAt === null ? [] : [row('known-at', 'knownAt', { says: knownAt })]),
  ];
}
