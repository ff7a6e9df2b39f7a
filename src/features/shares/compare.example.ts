import { exampleSchedule } from '../shared/example-schedule.js';

const schedule = exampleSchedule('2020-21');

/** Aspire's published budget of 2020-21, at its percentages and in equal parts. */
export const exampleComparison = {
  against: 'agreed',
  alternatives: [
    { id: 'agreed', name: 'As agreed', document: schedule },
    {
      id: 'equal',
      name: 'In equal parts',
      document: { ...schedule, pots: schedule.pots.map((pot) => ({ ...pot, basis: { kind: 'equal' } })) },
    },
  ],
};
