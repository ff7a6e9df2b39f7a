import pg from 'pg';

const BIGINT = 20;
const DATE = 1082;

/**
 * How PostgreSQL's values arrive: `bigint` as BigInt, so pence never pass through a float; `date` as its own text, so no
 * time zone can move it; `numeric` stays text.
 */
export function useExactTypes(): void {
  pg.types.setTypeParser(BIGINT, (text) => BigInt(text));
  pg.types.setTypeParser(DATE, (text) => text);
}
