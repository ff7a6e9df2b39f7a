/** Aspire's published budget of 2020-21, £2,103,700 at 59 and 41 per cent, for any year. */
export const exampleSchedule = (period: string) => ({
  period,
  partners: [
    { id: 'bcp', name: 'BCP', role: 'host' },
    { id: 'dorset', name: 'Dorset' },
  ],
  pots: [
    {
      id: 'pool',
      name: 'Net budget',
      kind: 'pooled',
      lines: [{ id: 'budget', amount: '2103700.00' }],
      basis: { kind: 'stated-percent', percent: { bcp: '59', dorset: '41' } },
      clause: 'Schedule 3, paragraph 2',
    },
  ],
  rounding: { unit: '0.01', remainder: { rule: 'largest-remainder' } },
});
