/** A better care fund's forecast of 2019-20 on a ladder of every step: £680,000 over a budget of £23,767,912. */
export const exampleVariance = {
  period: '2019-20',
  partners: [
    { id: 'council', name: 'Council', role: 'host' },
    { id: 'health', name: 'Health body' },
  ],
  budget: '23767912.00',
  forecast: '24447912.00',
  reserve: { balance: '150000.00', floor: '100000.00' },
  overspend: [
    { kind: 'offset', amount: '80000.00', from: 'learning disability underspend' },
    { kind: 'reserve', limit: { amount: '50000.00' } },
    { kind: 'cut', limit: { amount: '20000.00' }, from: 'uncommitted schemes' },
    { kind: 'bearer', partner: 'council', limit: { percentOfBudget: '1' } },
    { kind: 'share', basis: { kind: 'equal' }, limit: { percentOfBudget: '1' }, clause: 'Schedule 3, paragraph 7' },
    { kind: 'refer' },
  ],
  underspend: {
    'management-action': [
      { kind: 'carry-forward', limit: { amount: '75000.00' }, for: 'winter pressures' },
      { kind: 'refer' },
    ],
    windfall: [{ kind: 'return', basis: { kind: 'stated-percent', percent: { council: '55', health: '45' } } }],
  },
  rounding: { unit: '0.01', remainder: { rule: 'largest-remainder' } },
};
