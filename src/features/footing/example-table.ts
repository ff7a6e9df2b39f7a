/** A made-up table in which one figure lost a digit: 5000 is printed as 500. */
export const exampleTable = {
  display: 'rounded',
  columns: [{ id: 'previous', unit: '1' }, { id: 'increase', unit: '1' }, { id: 'amount' }, { id: 'risePercent' }],
  rows: [
    { partner: 'a', cells: { previous: '100000', increase: '3000', amount: '103000', risePercent: '3.0' } },
    { partner: 'b', cells: { previous: '250000', increase: '500', amount: '255000', risePercent: '2.0' } },
  ],
  totals: { amount: '358000' },
  relations: [],
};
