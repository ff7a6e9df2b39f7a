import { createHash } from 'node:crypto';
import type pg from 'pg';
import { answerShares } from '../../src/engine/shares/calculate-shares.js';
import { exampleSchedule } from '../../src/features/shared/example-schedule.js';
import { serviceSecret, ticketIn } from './sessions.js';
import type { TestDatabase } from './test-database.js';

export type TableRow = Readonly<Record<string, string | number | boolean | null>>;

const answered = answerShares(exampleSchedule('2019-20'));
const answerOfExample = JSON.stringify(answered.ok ? answered.value : answered.faults);

/** The same id for the same table and partnership, always. */
export function idOf(table: string, partnership: string): string {
  const hash = createHash('sha256').update(`${table} of ${partnership}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

const digest = `sha256:${'0'.repeat(64)}`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
/** Of an import whose one part holds no rows. */
const digestOfParts = `sha256:${sha256(sha256('[]'))}`;

/** One row of every table that can be added to, in an order in which they go in. */
export const rowOfEach: Readonly<Record<string, (partnership: string) => TableRow>> = {
  authority: (p) => ({ id: `${p}-a`, name: `Council of ${p}`, kind: 'unitary', source: 'Test' }),
  partnership: (p) => ({
    id: p,
    name: `Partnership ${p}`,
    delivery_model: 'hosted',
    about: 'One council.',
    source: 'Test',
  }),
  partnership_authority: (p) => ({ partnership_id: p, authority_id: `${p}-a` }),
  participation: (p) => of(p, 'participation', { authority_id: `${p}-a`, role: 'host', starts_on: '2019-04-01' }),
  decision: (p) =>
    of(p, 'decision', {
      authority_id: `${p}-a`,
      body: 'Cabinet',
      reference: '1',
      taken_on: '2019-01-01',
      outcome: 'approved',
      approves: 'agreement',
      title: 'It',
    }),
  agreement: (p) => of(p, 'agreement', { title: 'Agreement', starts_on: '2019-04-01' }),
  agreement_version: (p) =>
    of(p, 'agreement_version', {
      agreement_id: idOf('agreement', p),
      number: 1,
      starts_on: '2019-04-01',
      decision_id: idOf('decision', p),
      schedule: JSON.stringify(exampleSchedule('2019-20')),
      schedule_digest: `sha256:${'0'.repeat(64)}`,
    }),
  calculation: (p) =>
    of(p, 'calculation', {
      kind: 'shares',
      why: 'For the board',
      document: JSON.stringify(exampleSchedule('2019-20')),
      engine: '1.0.0',
      digest: `sha256:${'0'.repeat(64)}`,
      answer: answerOfExample,
      figures_digest: `sha256:${'0'.repeat(64)}`,
    }),
  contribution: (p) =>
    of(p, 'contribution', { authority_id: `${p}-a`, due_on: '2026-04-01', amount_pence: 1, what: 'Bill' }),
  receipt: (p) =>
    of(p, 'receipt', {
      authority_id: `${p}-a`,
      contribution_id: idOf('contribution', p),
      received_on: '2026-04-01',
      amount_pence: 1,
      reference: 'BACS',
    }),
  ledger_draft: (p) => of(p, 'ledger_draft', { kind: 'contribution', authority_id: `${p}-a` }),
  ledger_draft_version: (p) =>
    of(p, 'ledger_draft_version', {
      draft_id: idOf('ledger_draft', p),
      authority_id: `${p}-a`,
      ...contentOfDraft(p),
    }),
  ledger_outcome: (p) =>
    of(p, 'ledger_outcome', {
      draft_id: idOf('ledger_draft', p),
      number: 1,
      ...digestOfDraft(p),
      outcome: 'rejected',
      reason: 'Not so',
      authority_id: `${p}-a`,
    }),
  ledger_closing: (p) => of(p, 'ledger_closing', { starts_on: '2019-03-01', why: 'The year is over' }),
  ledger_reopening: (p) =>
    of(p, 'ledger_reopening', {
      closing_id: idOf('ledger_closing', p),
      authority_id: `${p}-a`,
      why: 'A bill is missing',
    }),
  ledger_reopening_outcome: (p) =>
    of(p, 'ledger_reopening_outcome', {
      ...{ reopening_id: idOf('ledger_reopening', p), outcome: 'rejected', reason: 'Not so', authority_id: `${p}-a` },
    }),
  budget: (p) =>
    of(p, 'budget', {
      ...{ fund: 'pool', financial_year: '2019-20', kind: 'original', starts_on: '2019-04-01' },
      decision_id: idOf('decision', p),
      lines: '[{"line": "staffing", "name": "Staffing", "pence": "1"}]',
    }),
  forecast: (p) =>
    of(p, 'forecast', {
      ...{ fund: 'pool', financial_year: '2019-20', report: 'Month 1', made_on: '2019-05-01' },
      rows: '[{"line": "staffing", "month": "2019-05-01", "pence": "1"}]',
    }),
  ledger_year_closing: (p) => of(p, 'ledger_year_closing', { financial_year: '2018-19', why: 'The year is over' }),
  ledger_settlement: (p) =>
    of(p, 'ledger_settlement', {
      ...{
        kind: 'true-up',
        fund: 'pool',
        financial_year: '2019-20',
        effective_on: '2020-03-31',
        why: 'Nothing to settle',
      },
      decision_id: idOf('decision', p),
    }),
  ledger_bill_event: (p) =>
    of(p, 'ledger_bill_event', {
      ...{ bill_id: idOf('contribution', p), kind: 'invoiced', happened_on: '2026-04-01' },
      ...{ invoice: 'INV 1', authority_id: `${p}-a` },
    }),
  commitment: (p) =>
    of(p, 'commitment', {
      ...{ fund: 'pool', line: 'staffing', amount_pence: 1, supplier: 'Agency', reference: 'PO 1', what: 'Cover' },
      ...{ ordered_on: '2019-04-01', expected_in: '2019-05-01' },
    }),
  commitment_release: (p) =>
    of(p, 'commitment_release', {
      ...{ commitment_id: idOf('commitment', p), amount_pence: 1, released_on: '2019-05-01', reason: 'Not needed' },
    }),
  provision: (p) =>
    of(p, 'provision', {
      authority_id: `${p}-a`,
      financial_year: '2026-27',
      amount_pence: 0,
      decided_on: '2026-02-01',
    }),
  funding_source: (p) =>
    of(p, 'funding_source', {
      name: 'Fund',
      funder: 'Department',
      route: 'off-formula',
      pays_for: 'Therapy',
      starts_on: '2015-05-01',
    }),
  funding_amount: (p) =>
    of(p, 'funding_amount', {
      source_id: idOf('funding_source', p),
      starts_on: '2026-04-01',
      ends_before: '2027-04-01',
      amount_pence: 1,
      announced_on: '2026-02-01',
    }),
  certainty_change: (p) =>
    of(p, 'certainty_change', { source_id: idOf('funding_source', p), certainty: 'lost', happened_on: '2026-02-01' }),
  planned_spend: (p) =>
    of(p, 'planned_spend', {
      source_id: idOf('funding_source', p),
      authority_id: `${p}-a`,
      starts_on: '2026-04-01',
      ends_before: '2027-04-01',
      amount_pence: 1,
      planned_on: '2026-02-01',
    }),
  package_return: (p) =>
    of(p, 'package_return', {
      source_id: idOf('funding_source', p),
      authority_id: `${p}-a`,
      counted_on: '2026-03-31',
      children: 1,
      cost_each_pence: 1,
    }),
  publication: (p) =>
    of(p, 'publication', {
      partnership_name: `Partnership ${p}`,
      title: 'Share statement',
      financial_year: '2026-27',
      as_at: '2026-04-01',
      document: '{}',
    }),
  withdrawal: (p) => of(p, 'withdrawal', { publication_id: idOf('publication', p) }),
  person: (p) => ({ id: idOf('person', p), name: `Somebody of ${p}`, authority_id: `${p}-a`, source: 'Test' }),
  role_grant: (p) =>
    of(p, 'role_grant', {
      person_id: idOf('person', p),
      role: 'auditor',
      authority_id: null,
      starts_on: '2019-04-01',
      ends_before: '2020-04-01',
    }),
  role_grant_approval: (p) => ofGrant(p, { authority_id: `${p}-a` }),
  role_grant_end: (p) => ofGrant(p, {}),
  audit_key: (p) =>
    of(p, 'audit_key', { authority_id: `${p}-a`, key_id: idOf('audit_key', p).replaceAll('-', ''), pem: 'PEM' }),
  federated_identity: (p) => ({
    id: idOf('federated_identity', p),
    person_id: idOf('person', p),
    provider: `${p}-login`,
    issuer: `https://login.${p}.example`,
    subject: 'somebody',
    authority_id: `${p}-a`,
    source: 'Test',
  }),
  federated_identity_end: (p) => ({ id: idOf('federated_identity', p), source: 'Test' }),
  import: (p) => of(p, 'import', { kind: 'contributions', file_name: 'a.csv', file_digest: digest, file_bytes: 1 }),
  import_part: (p) => ({
    partnership_id: p,
    import_id: idOf('import', p),
    number: 1,
    many: 1,
    rows: '[]',
    source: 'Test',
  }),
  import_reading: (p) => ({
    ...{ partnership_id: p, id: idOf('import', p), sheet: '', many: 1, total_pence: 1, set_aside: '{}', faults: '[]' },
    ...{ fault_count: 0, parts: 1, digest: digestOfParts, source: 'Test' },
  }),
  import_confirmation: (p) => ({
    ...{ partnership_id: p, id: idOf('import', p), kind: 'contributions', file_digest: digest, source: 'Test' },
  }),
  import_submission: (p) => ({ partnership_id: p, id: idOf('import', p), digest: digestOfParts, source: 'Test' }),
  import_outcome: (p) => ({
    ...{ partnership_id: p, id: idOf('import', p), digest: digestOfParts, outcome: 'rejected', reason: 'Not so' },
    ...{ authority_id: `${p}-a`, source: 'Test' },
  }),
  measure_value: (p) =>
    of(p, 'measure_value', {
      ...{ measure: 'children', authority_id: `${p}-a`, financial_year: '2025-26', value: 7 },
      ...{ unit: 'children', status: 'final' },
    }),
  host_line: (p) =>
    of(p, 'host_line', { import_id: idOf('import', p), row_number: 2, on_day: '2026-04-01', amount_pence: 1 }),
  reconciliation: (p) =>
    of(p, 'reconciliation', {
      ...{ import_id: idOf('import', p), account: 'cash', fund: 'pool', starts_on: '2026-04-01', as_at: '2026-04-30' },
      ...{ opening_pence: 0, turned: false, days: 5 },
    }),
  host_match: (p) =>
    of(p, 'host_match', {
      ...{ reconciliation_id: idOf('reconciliation', p), kind: 'apart', host_lines: `{${idOf('host_line', p)}}` },
      ...{ entries: '{}', reason: 'Not the same' },
    }),
  host_match_undone: (p) => ({
    ...{ partnership_id: p, id: idOf('host_match', p), reason: 'The same after all', source: 'Test' },
  }),
};

/** What a draft proposes: a bill of a penny. */
const draftContent = (partnership: string, letter: string) => ({
  ...{ partnership, kind: 'contribution', fund: 'pool', effectiveOn: '2026-04-01', reason: 'Bill', source: 'Test' },
  illustrative: false,
  lines: [
    { account: 'receivable', authority: `${partnership}-${letter}`, pence: '1' },
    { account: 'contributed', pence: '-1' },
  ],
});

/** What the draft of an authority says, and what it is approved or rejected by. */
export const contentOfDraft = (partnership: string, letter = 'a'): TableRow => ({
  content: asStored(draftContent(partnership, letter)),
});
export const digestOfDraft = (partnership: string, letter = 'a'): TableRow => ({
  digest: `sha256:${createHash('sha256')
    .update(asStored(draftContent(partnership, letter)))
    .digest('hex')}`,
});

/** JSON as PostgreSQL writes `jsonb`: the shortest keys first, a space after each colon and comma. */
function asStored(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asStored).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const byLength = (a: string, b: string) => a.length - b.length || (a < b ? -1 : 1);
  const fields = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(fields).sort(byLength);
  return `{${keys.map((key) => `${JSON.stringify(key)}: ${asStored(fields[key])}`).join(', ')}}`;
}

function ofGrant(partnership: string, row: TableRow): TableRow {
  return { grant_id: idOf('role_grant', partnership), partnership_id: partnership, ...row, source: 'Test' };
}

function of(partnership: string, table: string, row: TableRow): TableRow {
  return { partnership_id: partnership, id: idOf(table, partnership), ...row, source: 'Test' };
}

/** Adds one row, as whoever the connection is. */
export async function insertRow(client: pg.Client, table: string, row: TableRow): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await client.query(`insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`, Object.values(row));
}

/** One transaction that carries a context; rolled back when the work throws. */
export async function within<T>(client: pg.Client, partnership: string, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query('select authz.open($1, $2, $3, $4)', [
      ticketIn(client),
      'partnership.read',
      partnership,
      'test',
    ]);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** A row of every table for a partnership, or of those as far as some of them, by direct SQL as the api role. */
export async function addRowOfEach(
  database: TestDatabase,
  partnership: string,
  until: readonly string[] = [],
): Promise<void> {
  await serviceSecret(database);
  await database.as('poolkeeper_api', (client) =>
    within(client, partnership, async () => {
      const last = Object.keys(rowOfEach).findLastIndex((table) => until.includes(table));
      const rows = Object.entries(rowOfEach).slice(0, last < 0 ? undefined : last + 1);
      for (const [table, row] of rows) await insertRow(client, table, row(partnership));
    }),
  );
}
