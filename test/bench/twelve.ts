/** Twelve partners share £2.1m by a measure over three years, and nobody rises by more than 5 per cent: the split that is measured. */
const ids = Array.from({ length: 12 }, (_, i) => `partner-${i + 1}`);
const years = ['2017-18', '2018-19', '2019-20'];
const figure = (i: number, year: number) => String(61 + 17 * i + 5 * ((i * 7 + year * 3) % 11));

const values = Object.fromEntries(
  years.map((year, y) => [year, Object.fromEntries(ids.map((id, i) => [id, figure(i, y)]))]),
);

export const twelve = {
  period: '2020-21',
  partners: ids.map((id) => ({ id })),
  measures: [{ id: 'orders', unit: 'children', source: 'return', status: 'final', values }],
  pots: [
    {
      id: 'core',
      lines: [{ id: 'budget', amount: '2103700.01' }],
      basis: { kind: 'measure', measure: 'orders', over: years, average: 'mean' },
      adjust: [
        {
          kind: 'cap',
          base: Object.fromEntries(ids.map((id, i) => [id, `${70_000 + 21_000 * i}.00`])),
          maxRise: '5',
          excess: 'spread',
        },
      ],
      clause: 'Schedule 3, paragraph 2',
    },
  ],
};
