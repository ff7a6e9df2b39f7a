import { expect, it } from '@jest/globals';
import { aloneInSchedule } from './alone-in-schedule.js';

it('finds whose alone a line of a funding schedule is, and nobody’s where pots differ', () => {
  const pots = [
    { lines: [{ id: 'premises', only: 'kent' }, { id: 'staffing' }, { id: 'it', only: 'kent' }] },
    { lines: [{ id: 'it', only: 'bexley' }, { id: 'staffing', only: 'bexley' }, 'strange'] },
    { id: 'without lines' },
    null,
  ];
  expect([...aloneInSchedule({ pots })]).toEqual([['premises', 'kent']]);
  expect([...aloneInSchedule({ pots: 'strange' })]).toEqual([]);
});
