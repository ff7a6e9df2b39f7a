/** Which report it is for, where that is not one of a partnership `p` that counts every month until its day. */
interface Covering {
  /** Where the partnership's id stands. */
  readonly partnership?: string;
  /** Which months of those it counts, of a closing `c` of the month. */
  readonly which?: string;
}

const office = (row: string) => `json_build_object('authority', ${row}.authority_id,
          'authorityName', coalesce((select n.name from authority n where n.id = ${row}.authority_id), ${row}.authority_id),
          'recordedBy', ${row}.recorded_by)`;

/**
 * The months that were closed and opened again that a report as at a day and as known at a day covers: a JSON list of what
 * was asked, by whom, and who approved. Both days are places of the statement.
 */
export const reopenedMonths = (
  asAt: string,
  knownAt: string,
  { partnership = 'p.id', which = 'true' }: Covering = {},
): string => `coalesce((select json_agg(json_build_object(
        'startsOn', c.starts_on, 'why', r.why,
        'reopenedAt', to_char(o.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'asked', ${office('r')}, 'approved', ${office('o')}) order by o.recorded_at)
      from ledger_reopening_outcome o
      join ledger_reopening r on r.partnership_id = o.partnership_id and r.id = o.reopening_id
      join ledger_closing c on c.partnership_id = r.partnership_id and c.id = r.closing_id
      where o.partnership_id = ${partnership} and o.outcome = 'approved' and c.starts_on <= ${asAt}::date and (${which})
        and (${knownAt}::date is null or o.recorded_at < (${knownAt}::date + 1)::timestamp at time zone 'Europe/London')), '[]')`;
