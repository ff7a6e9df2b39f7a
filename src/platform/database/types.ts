import pg from 'pg';

const { INT8, DATE } = pg.types.builtins;

/**
 * How PostgreSQL's values arrive: `bigint` as BigInt, so pence never pass through a float; `date` as its own text, so no
 * time zone can move it; `numeric` stays text.
 */
export function useExactTypes(): void {
  pg.types.setTypeParser(INT8, (text) => BigInt(text));
  pg.types.setTypeParser(DATE, (text) => text);
}
