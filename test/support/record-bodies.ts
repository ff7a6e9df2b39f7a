import { idOf } from './row-of-each.js';

const days = { from: '2030-04-01', until: '2031-04-01' };

/** A body of each kind of record that fits beside the rows that `addRowOfEach` puts there, naming parents of that partnership. */
export function bodiesIn(partnership: string): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const authority = `${partnership}-a`;
  const parent = (table: string) => idOf(table, partnership);
  const [fundingSource, contribution] = [parent('funding_source'), parent('contribution')];
  const approved = { outcome: 'approved', approves: 'formula' };
  const version = { agreement: parent('agreement'), decision: parent('decision'), from: '2030-04-01', schedule: {} };
  return {
    participations: { authority, role: 'partner', from: '2001-04-01', until: '2002-04-01' },
    decisions: { authority, body: 'Cabinet', reference: 'new', takenOn: '2026-01-01', ...approved, title: 'It' },
    agreements: { title: 'Another agreement', ...days },
    'agreement-versions': version,
    calculations: { why: 'For the board', kind: 'shares', document: {} },
    contributions: { authority, dueOn: '2026-04-01', amount: '1.00', what: 'Bill' },
    receipts: { contribution, receivedOn: '2026-04-01', amount: '1.00', reference: 'BACS' },
    provisions: { authority, financialYear: '2026-27', amount: '1.00', decidedOn: '2026-01-01' },
    'funding-sources': {
      ...{ name: 'Another', funder: 'Trust', route: 'off-formula', paysFor: 'Therapy', from: '2020-01-01' },
    },
    'funding-amounts': { fundingSource, ...days, amount: '1.00', announcedOn: '2026-01-01' },
    'certainty-changes': { fundingSource, certainty: 'lost', happenedOn: '2026-01-02' },
    'planned-spends': { fundingSource, ...days, amount: '1.00', plannedOn: '2026-01-01', authority },
    'package-returns': { fundingSource, authority, countedOn: '2026-01-01', children: 1, costEach: '2.00' },
  };
}

/** The table that holds a kind of record. */
export function tableOf(kind: string): string {
  return kind.replaceAll('-', '_').replace(/s$/, '');
}

/** Fields of a body that name another record. */
export const parents = ['authority', 'agreement', 'decision', 'contribution', 'fundingSource'] as const;
