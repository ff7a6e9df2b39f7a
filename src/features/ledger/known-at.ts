/** What was recorded by the end of a day; all that is known where none is given. `place` is that day's place: `$3`. */
export const knownAt = (row: string, place = '$3'): string =>
  `(${place}::date is null or ${row}.recorded_at < (${place}::date + 1)::timestamp at time zone 'Europe/London')`;
