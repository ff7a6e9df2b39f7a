import { randomUUID } from 'node:crypto';
import type { Connection } from './connections.js';
import type { Ground, Person } from './ground.js';

/** What a draft would post, as its versions keep it. */
export interface Content {
  readonly kind: string;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly reverses?: string;
  /** "pool" when left out. */
  readonly fund?: string;
  readonly lines: readonly {
    readonly account: string;
    readonly line?: string;
    readonly authority?: string;
    readonly pence: string;
  }[];
}

export const spending = (effectiveOn: string, pence: number, reason = 'Spent'): Content => ({
  ...{ kind: 'spending', effectiveOn, reason },
  lines: [
    { account: 'budget-line', line: 'staffing', pence: String(pence) },
    { account: 'cash', pence: String(-pence) },
  ],
});

export const reversalOf = (id: string, { effectiveOn, lines }: Content): Content => ({
  ...{ kind: 'reversal', effectiveOn, reason: 'Entered twice', reverses: id },
  lines: lines.map((line) => ({ ...line, pence: String(-Number(line.pence)) })),
});

/** The whole of it, as the product composes it. */
export const whole = (partnership: string, content: Content) => ({
  ...{ partnership, fund: 'pool', source: 'Campaign', illustrative: false },
  ...content,
});

const addDrafts = `insert into ledger_draft (partnership_id, id, kind, authority_id, source)
  select $1, id, content ->> 'kind', null, 'Campaign' from jsonb_to_recordset($2::jsonb) as d(id uuid, content jsonb)`;
const addVersions = `insert into ledger_draft_version (partnership_id, id, draft_id, number, authority_id, content, source)
  select $1, gen_random_uuid(), id, 1, null, content, 'Campaign'
  from jsonb_to_recordset($2::jsonb) as d(id uuid, content jsonb) returning draft_id as id, digest`;

export interface Proposed {
  readonly id: string;
  readonly digest: string;
}

/** Several drafts in one transaction, in the lead's name. In the order of their contents. */
export async function proposeAll(
  connection: Connection,
  { id, lead }: Ground,
  contents: readonly Content[],
): Promise<readonly Proposed[]> {
  const drafts = contents.map((content) => ({ id: randomUUID(), content: whole(id, content) }));
  await connection.begin(lead, 'ledger-draft.add', id);
  const given = [id, JSON.stringify(drafts)];
  await connection.ask(addDrafts, given);
  const ended = await connection.ask(addVersions, given);
  if ('refused' in ended) throw new Error(`Nothing could be proposed: ${ended.refused}`);
  await connection.commit();
  const digests = new Map(ended.rows.map((row) => [row['id'] as string, row['digest'] as string]));
  return drafts.map((draft) => ({ id: draft.id, digest: digests.get(draft.id)! }));
}

export const insertOutcome = `insert into ledger_outcome (partnership_id, id, draft_id, number, digest, outcome, reason, source, authority_id)
  values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, 'Campaign', $7) returning id`;

/** What approves one version of a draft, in somebody's name. */
export const approving = ({ id: partnership }: Ground, { id, digest }: Proposed, { authority }: Person, number = 1) => [
  ...[partnership, id, number, digest, 'approved', null, authority],
];
