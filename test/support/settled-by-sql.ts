import type { TestDatabase } from './test-database.js';

export const people = [{ id: 'one-a', role: 'host' }, { id: 'one-b' }];

/** A year's shares by how many orders each of the two had. */
export const countedIn = (year: string, a: string, b: string) => ({
  ...{ period: year, partners: people },
  measures: [{ id: 'orders', values: { '2023-24': { 'one-a': a, 'one-b': b } } }],
  pots: [
    {
      ...{ id: 'pool', lines: [{ id: 'staffing', amount: '1000.00' }] },
      basis: { kind: 'measure', measure: 'orders', over: ['2023-24'] },
    },
  ],
});

interface Settled {
  readonly year: string;
  readonly calculation: unknown;
  readonly decision: string;
  /** What stands in its one draft's content otherwise than it was worked out; no draft at all where there is none. */
  readonly draft: object | undefined;
  readonly changed: object;
}

/** A variance settled by SQL, as whoever serves requests, in the name of the bearer of a ticket; undone at the end. */
export function settledBySql(
  database: Pick<TestDatabase, 'as'>,
  ticket: unknown,
  { year, calculation, decision, draft, changed }: Settled,
): Promise<void> {
  return database.as('poolkeeper_api', async (client) => {
    await client.query('begin');
    await client.query('select authz.open($1, $2, $3, $4)', [ticket, 'ledger-settlement.add', 'one', 'test']);
    const { rows } = await client.query<{ id: string; proposes: { lines: object[] }[]; source: string }>(
      `insert into ledger_settlement (partnership_id, id, kind, fund, financial_year, calculation_id, decision_id, effective_on, why, source)
       values ('one', gen_random_uuid(), 'variance', 'other', '${year}', $1, $2, '2025-03-31', 'It', 'Test')
       returning id, proposes, (select concat('Recorded calculation ', c.id, ', answer ', c.answer_digest) from calculation c where c.id = $1) as source`,
      [calculation, decision],
    );
    const [{ id: settlement, proposes, source }] = rows as [(typeof rows)[number]];
    if (draft) {
      const kept = await client.query<{ id: string }>(
        `insert into ledger_draft (partnership_id, id, kind, settlement_id, source, illustrative)
         values ('one', gen_random_uuid(), 'variance', $1, 'Test', true) returning id`,
        [settlement],
      );
      const content = {
        ...{ partnership: 'one', kind: 'variance', fund: 'other', effectiveOn: '2025-03-31', reason: 'It', decision },
        ...{ source, illustrative: true, lines: proposes[0]?.lines, ...changed },
      };
      await client.query(
        `insert into ledger_draft_version (partnership_id, id, draft_id, content, source, illustrative)
         values ('one', gen_random_uuid(), $1, $2, 'Test', true)`,
        [kept.rows[0]?.id, JSON.stringify(content)],
      );
    }
    await client.query('set constraints all immediate');
    await client.query('rollback');
  });
}
