import type { Listing } from '../../platform/database/listing.js';

const filters = (of: 'b' | 'f') =>
  ({
    fund: { sql: `${of}.fund`, type: 'text' },
    financialYear: { sql: `${of}.financial_year`, type: 'text' },
    line: { sql: 'l.line', type: 'text' },
  }) as const;

/** Every line of every budget, a row each. */
export const budgetLineListing: Listing = {
  select: `select b.*, l.line, l.name, l.pence
    from budget b cross join lateral jsonb_to_recordset(b.lines) as l(line text, name text, pence bigint) where b.partnership_id = $1`,
  key: { sql: `b.id || ' ' || l.line`, type: 'text' },
  filters: { ...filters('b'), budget: { sql: 'b.id', type: 'uuid' } },
  sorts: { from: { sql: 'b.starts_on', type: 'date' } },
};

/** Every row of every forecast. */
export const forecastRowListing: Listing = {
  select: `select f.*, l.line, l.month, l.pence
    from forecast f cross join lateral jsonb_to_recordset(f.rows) as l(line text, month date, pence bigint) where f.partnership_id = $1`,
  key: { sql: `f.id || ' ' || l.line || ' ' || l.month`, type: 'text' },
  filters: { ...filters('f'), forecast: { sql: 'f.id', type: 'uuid' } },
  sorts: { madeOn: { sql: 'f.made_on', type: 'date' } },
};
