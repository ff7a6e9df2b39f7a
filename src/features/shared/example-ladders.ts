/** Ladders for the partners of the example schedule: £50,000 of an overspend is theirs, the board decides on the rest. */
export const exampleLadders = {
  overspend: [
    {
      kind: 'share',
      basis: { kind: 'stated-percent', percent: { bcp: '59', dorset: '41' } },
      limit: { amount: '50000.00' },
      clause: 'Schedule 3, paragraph 7',
    },
    { kind: 'refer' },
  ],
  underspend: [{ kind: 'return', basis: { kind: 'stated-percent', percent: { bcp: '59', dorset: '41' } } }],
};
