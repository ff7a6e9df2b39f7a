const partners = [
  { id: 'kent', name: 'Kent County Council' },
  { id: 'medway', name: 'Medway Council' },
  { id: 'bexley', name: 'London Borough of Bexley' },
];
const rounding = { unit: '0.01', remainder: { rule: 'largest-remainder' } };
const manager = { kind: 'stated-percent', percent: { medway: '60', kent: '40' } };

/** The five months from going live, shared by placement orders of the two years before. */
export const partYear = {
  period: { from: '2020-11-01', until: '2021-04-01' },
  partners,
  measures: [
    {
      id: 'placement-orders',
      unit: 'children',
      source: 'illustrative',
      values: {
        '2018-19': { kent: '61', medway: '22', bexley: '9' },
        '2019-20': { kent: '58', medway: '25', bexley: '12' },
      },
    },
  ],
  pots: [
    {
      id: 'core',
      name: 'Core service',
      kind: 'pooled',
      lines: [
        { id: 'staffing', amount: '1035000.00' },
        { id: 'premises', amount: '25000.00', only: 'kent' },
        { id: 'manager', amount: '29000.00', basis: manager },
      ],
      less: [{ id: 'start-up-grant', amount: '100000.00' }],
      basis: { kind: 'measure', measure: 'placement-orders', over: ['2018-19', '2019-20'], average: 'mean' },
    },
  ],
  rounding,
};

/** A year shared by placement orders of the three years before. */
export const thisYear = {
  period: '2026-27',
  partners,
  measures: [
    {
      id: 'placement-orders',
      unit: 'children',
      source: 'illustrative',
      values: {
        '2023-24': { kent: '54', medway: '21', bexley: '10' },
        '2024-25': { kent: '57', medway: '24', bexley: '11' },
        '2025-26': { kent: '51', medway: '23', bexley: '9' },
      },
    },
  ],
  pots: [
    {
      id: 'core',
      name: 'Core service',
      kind: 'pooled',
      lines: [
        { id: 'staffing', amount: '2540000.00' },
        { id: 'training', amount: '120000.00' },
        { id: 'premises', amount: '60000.00', only: 'kent' },
        { id: 'manager', amount: '70000.00', basis: manager },
      ],
      less: [{ id: 'specialist-team-grant', amount: '60000.00' }],
      basis: { kind: 'measure', measure: 'placement-orders', over: ['2023-24', '2024-25', '2025-26'], average: 'mean' },
    },
  ],
  rounding,
};
