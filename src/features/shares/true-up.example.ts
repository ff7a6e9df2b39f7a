/** A year shared by placement orders, as billed on provisional figures and as it came out. */
const billed = {
  period: '2020-21',
  partners: [
    { id: 'kent', name: 'Kent County Council', role: 'host' },
    { id: 'medway', name: 'Medway Council' },
  ],
  measures: [
    {
      id: 'placement-orders',
      unit: 'children',
      status: 'provisional',
      values: { '2019-20': { kent: '58', medway: '22' } },
    },
  ],
  pots: [
    {
      id: 'core',
      name: 'Core service',
      lines: [{ id: 'staffing', amount: '2400000.00' }],
      less: [{ id: 'grant', amount: '100000.00' }],
      basis: { kind: 'measure', measure: 'placement-orders', over: ['2019-20'] },
      clause: 'Schedule 3, paragraph 2',
    },
  ],
};

export const exampleTrueUp = {
  recorded: billed,
  later: {
    ...billed,
    partners: [...billed.partners, { id: 'bexley', name: 'London Borough of Bexley', from: '2020-11-01' }],
    measures: [
      {
        id: 'placement-orders',
        unit: 'children',
        status: 'final',
        values: { '2019-20': { kent: '55', medway: '25', bexley: '10' } },
      },
    ],
    pots: billed.pots.map((pot) => ({ ...pot, lines: [{ id: 'staffing', amount: '2465120.40' }] })),
  },
};
