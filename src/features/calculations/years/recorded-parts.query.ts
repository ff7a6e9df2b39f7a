import { statement } from '../../../platform/database/statement.js';

/** The latest calculation of shares recorded of one version and some of its days, with what its answer says of amounts. */
export interface RecordedPartRow {
  readonly id: string;
  readonly version: string;
  /** The days that its document names, else the document's period. */
  readonly days: unknown;
  readonly why: string;
  readonly engine: string;
  readonly digest: string;
  readonly answer_digest: string;
  readonly illustrative: boolean;
  readonly recorded_at: Date;
  readonly recorded_by: string;
  readonly total: string;
  readonly partners: readonly { readonly partner: string; readonly amount: string }[];
  readonly unallocated: readonly { readonly amount: string }[];
}

/**
 * What was recorded of a year from its share statement, the latest of each version and its days. What somebody typed, and only
 * says that it is about the year, is not the year's. $1 partnership, $2 the year.
 */
export const recordedPartsQuestion = statement(`
  with made as (
    select c.*, c.agreement_version_id as version, c.document::jsonb as asked, c.answer::jsonb as said from calculation c
    where c.partnership_id = $1 and c.financial_year = $2 and c.kind = 'shares' and c.agreement_version_id is not null
      and c.rests_on @> jsonb_build_array(jsonb_build_object('kind', 'share-statement', 'id', $2::text))
  )
  select distinct on (m.version, coalesce(m.asked -> 'within', m.asked -> 'period'))
    m.id, m.version, coalesce(m.asked -> 'within', m.asked -> 'period') as days, m.why, m.engine, m.digest, m.answer_digest,
    m.illustrative, m.recorded_at, m.recorded_by, m.said ->> 'total' as total, m.said -> 'unallocated' as unallocated,
    (select coalesce(jsonb_agg(jsonb_build_object('partner', p -> 'partner', 'amount', p -> 'amount') order by n), '[]')
      from jsonb_array_elements(m.said -> 'partners') with ordinality as of_partner(p, n)) as partners
  from made m order by m.version, coalesce(m.asked -> 'within', m.asked -> 'period'), m.recorded_at desc, m.id`);
