import { authorityChecks } from '../shared/check-imports.js';
import type { CheckedRow, ImportKind, RowsAsked } from '../shared/import-kind.js';
import { MeasureValue, NewMeasureValue } from './dto/measure-value.js';

const twice = {
  ...{ field: 'value', code: 'twice' },
  detail: 'Expected this partner’s figure of this measure, year and status once in the file.',
};

async function check(asked: RowsAsked): Promise<readonly CheckedRow[]> {
  const wrongIn = await authorityChecks(asked, 'measure.add');
  const seen = new Set<string>();
  return (asked.rows as readonly unknown[] as readonly NewMeasureValue[]).map((given) => {
    const key = `${given.measure} ${given.authority} ${given.financialYear} ${given.status}`;
    const again = seen.has(key);
    seen.add(key);
    return { faults: [...wrongIn(given.authority), ...(again ? [twice] : [])], staged: stage(given) };
  });
}

const stage = (given: NewMeasureValue) => ({
  measure: given.measure,
  authority_id: given.authority,
  financial_year: given.financialYear,
  value: given.value,
  unit: given.unit,
  status: given.status,
  source: given.source,
  illustrative: given.illustrative ?? false,
});

export const measureKind: ImportKind = {
  name: 'measures',
  add: NewMeasureValue,
  view: MeasureValue,
  columns: { authority: 'authority_id', financialYear: 'financial_year' },
  check,
  known: 'select id from measure_value where partnership_id = $1 and id = any ($2::uuid[])',
  direct: {
    action: 'measure.add',
    adds: `insert into measure_value (partnership_id, id, measure, authority_id, financial_year, value, unit, status, source, illustrative)
    select :partnership, r.id, r.measure, r.authority_id, r.financial_year, r.value, r.unit, r.status, r.source, r.illustrative
    from :rows as r(id uuid, measure text, authority_id text, financial_year text, value numeric, unit text, status text,
      source text, illustrative boolean)`,
  },
};
