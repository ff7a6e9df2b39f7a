import { statement } from '../../platform/database/statement.js';

/** Pence come as text, so that none passes through a float. */
interface KeptRow {
  readonly id: string;
  readonly illustrative: boolean;
}

interface AmountRow extends KeptRow {
  readonly from: string;
  readonly until: string;
  readonly amount: string;
  readonly limitPerChild: string | null;
  readonly announcedOn: string;
}

interface ChangeRow extends KeptRow {
  readonly certainty: string;
  readonly happenedOn: string;
  readonly confirmedUntil: string | null;
}

interface PlannedRow extends KeptRow {
  readonly authority: string | null;
  readonly from: string;
  readonly until: string;
  readonly amount: string;
  readonly plannedOn: string;
}

interface ReturnRow extends KeptRow {
  readonly authority: string;
  readonly countedOn: string;
  readonly children: number;
  readonly costEach: string;
}

export interface SourceRow extends KeptRow {
  readonly name: string;
  readonly route: 'pooled' | 'off-formula';
  readonly pot: string | null;
  readonly line: string | null;
  readonly startsOn: string;
  readonly amounts: readonly AmountRow[];
  readonly changes: readonly ChangeRow[];
  readonly planned: readonly PlannedRow[];
  readonly returns: readonly ReturnRow[];
}

export interface OwedRow extends KeptRow {
  readonly authority: string;
  readonly dueOn: string;
  readonly amount: string;
  readonly what: string;
  readonly receipts: readonly (KeptRow & { readonly receivedOn: string; readonly amount: string })[];
}

export interface ProvidedRow extends KeptRow {
  readonly authority: string;
  readonly year: string;
  readonly amount: string;
  readonly decidedOn: string;
}

/** The version in force on the day, with the decision behind it. */
export interface VersionRow extends KeptRow {
  readonly number: number;
  readonly agreement: string;
  readonly clause: string | null;
  readonly startsOn: string;
  readonly schedule: object;
  readonly scheduleDigest: string;
  readonly thresholds: object;
  readonly ladders: object | null;
  readonly decision: KeptRow & { readonly takenOn: string };
}

/** All that the flags of one partnership rest on, save what each partner is asked for a year. */
export interface PositionRow {
  readonly partnership: string;
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly sources: readonly SourceRow[];
  readonly contributions: readonly OwedRow[];
  readonly provisions: readonly ProvidedRow[];
  readonly version: VersionRow | null;
}

const list = (fields: string, from: string) =>
  `coalesce((select json_agg(json_build_object('id', r.id, 'illustrative', r.illustrative, ${fields})) from ${from}), '[]')`;

const ofSource = (fields: string, table: string) =>
  list(fields, `${table} r where r.partnership_id = s.partnership_id and r.source_id = s.id`);

const amounts = ofSource(
  `'from', r.starts_on, 'until', r.ends_before, 'amount', r.amount_pence::text,
   'limitPerChild', r.limit_per_child_pence::text, 'announcedOn', r.announced_on`,
  'funding_amount',
);
const changes = ofSource(
  `'certainty', r.certainty, 'happenedOn', r.happened_on, 'confirmedUntil', r.confirmed_until`,
  'certainty_change',
);
const planned = ofSource(
  `'authority', r.authority_id, 'from', r.starts_on, 'until', r.ends_before, 'amount', r.amount_pence::text,
   'plannedOn', r.planned_on`,
  'planned_spend',
);
const returns = ofSource(
  `'authority', r.authority_id, 'countedOn', r.counted_on, 'children', r.children, 'costEach', r.cost_each_pence::text`,
  'package_return',
);
const sources = `coalesce((select json_agg(json_build_object('id', s.id, 'illustrative', s.illustrative, 'name', s.name,
    'route', s.route, 'pot', s.pot, 'line', s.line, 'startsOn', s.starts_on, 'amounts', ${amounts}, 'changes', ${changes},
    'planned', ${planned}, 'returns', ${returns}))
  from funding_source s where s.partnership_id = p.id), '[]')`;

/** Whether the ledger has reversed it by the day. */
const notReversed = (record: string) =>
  `not exists (select from ledger_entry v where v.partnership_id = ${record}.partnership_id
    and v.reversal_of = ${record}.id and v.effective_on <= $2::date)`;

const receipts = list(
  `'receivedOn', r.received_on, 'amount', r.amount_pence::text`,
  `receipt r where r.partnership_id = c.partnership_id and r.contribution_id = c.id and ${notReversed('r')}`,
);
/** Only what was due by the day and is not paid by then: nothing else can be overdue. */
const contributions = `coalesce((select json_agg(json_build_object('id', c.id, 'illustrative', c.illustrative,
    'authority', c.authority_id, 'dueOn', c.due_on, 'amount', c.amount_pence::text, 'what', c.what, 'receipts', ${receipts}))
  from contribution c where c.partnership_id = p.id and c.due_on < $2::date and c.amount_pence > coalesce((
    select sum(paid.amount_pence) from receipt paid where paid.partnership_id = c.partnership_id
      and paid.contribution_id = c.id and paid.received_on <= $2::date and ${notReversed('paid')}), 0)
    and ${notReversed('c')}), '[]')`;

/** Of the year that the day is in, and of every later one. */
const provisions = list(
  `'authority', r.authority_id, 'year', r.financial_year, 'amount', r.amount_pence::text, 'decidedOn', r.decided_on`,
  `provision r where r.partnership_id = p.id and r.decided_on <= $2::date and r.financial_year >= financial_year($2::date)`,
);

/** As the share statements have it: a version holds for its own days, less those of every later one decided by then. */
const version = `(select json_build_object('id', v.id, 'illustrative', v.illustrative, 'number', v.number,
    'agreement', a.title, 'clause', v.clause, 'startsOn', v.starts_on, 'schedule', v.schedule,
    'scheduleDigest', v.schedule_digest, 'thresholds', v.thresholds, 'ladders', v.ladders,
    'decision', json_build_object('id', d.id, 'illustrative', d.illustrative, 'takenOn', d.taken_on))
  from agreement_version v
  join agreement a on a.partnership_id = v.partnership_id and a.id = v.agreement_id
  join decision d on d.partnership_id = v.partnership_id and d.id = v.decision_id
  where v.partnership_id = p.id and d.taken_on <= $2::date and daterange(v.starts_on, v.ends_before) @> $2::date
    and not exists (select from agreement_version later
      join decision e on e.partnership_id = later.partnership_id and e.id = later.decision_id
      where later.partnership_id = v.partnership_id and e.taken_on <= $2::date
        and (v.id = any (later.supersedes) or (later.recorded_at, later.number) > (v.recorded_at, v.number))
        and daterange(later.starts_on, later.ends_before) @> $2::date)
  order by d.taken_on desc, v.id limit 1)`;

/** One row for each partnership asked: $1 its id, or none for all that may be seen; $2 as at. In one question. */
export const positionQuestion = statement(`
  select p.id::text as partnership,
    coalesce((select json_agg(json_build_object('id', n.id, 'name', n.name) order by n.id)
      from authority n join partnership_authority pa on pa.authority_id = n.id where pa.partnership_id = p.id), '[]') as partners,
    ${sources} as sources, ${contributions} as contributions, ${provisions} as provisions, ${version} as version
  from partnership p where $1::text is null or p.id = $1 order by p.id`);
