import { type Download, downloads } from '../shared/downloads.js';

/** A year's outturn, variance, budgets, forecasts and orders as files. */
export function budgetFiles(partnership: string, year: string): readonly Download[] {
  const report = (text: string, action: Download['action'], kind: string): Download => {
    const file = (form: string) => `/api/v1/partnerships/${partnership}/ledger/${kind}/${year}/all.${form}`;
    return { text, action, csv: file('csv'), xlsx: file('xlsx') };
  };
  return [
    report('Budget and outturn', 'ledger.read', 'outturn'),
    report('Projected variance', 'ledger-variance.read', 'variance'),
    ...downloads(
      partnership,
      ['ledger/budget-lines', 'ledger/forecast-rows', 'ledger/commitments'],
      `?financialYear=${year}`,
    ),
  ];
}
