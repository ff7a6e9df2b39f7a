/**
 * The months that were closed and opened again, of a partnership `p.id`, that a report as at a day and as known at a day
 * covers: a JSON list of what was asked, by whom, and who approved. Both days are places of the statement.
 */
export const reopenedMonths = (asAt: string, knownAt: string): string => `coalesce((select json_agg(json_build_object(
        'startsOn', c.starts_on, 'why', r.why,
        'reopenedAt', to_char(o.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'asked', json_build_object('authority', r.authority_id, 'recordedBy', r.recorded_by),
        'approved', json_build_object('authority', o.authority_id, 'recordedBy', o.recorded_by)) order by o.recorded_at)
      from ledger_reopening_outcome o
      join ledger_reopening r on r.partnership_id = o.partnership_id and r.id = o.reopening_id
      join ledger_closing c on c.partnership_id = r.partnership_id and c.id = r.closing_id
      where o.partnership_id = p.id and o.outcome = 'approved' and c.starts_on <= ${asAt}::date
        and (${knownAt}::date is null or o.recorded_at < (${knownAt}::date + 1)::timestamp at time zone 'Europe/London')), '[]')`;
