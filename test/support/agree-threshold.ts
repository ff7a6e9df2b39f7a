import { exampleSchedule } from '../../src/features/shared/example-schedule.js';
import type { TestApp } from './app.js';
import { added } from './partnership.js';

/** An agreement of the small partnership `one`, in force from a day, until another one, under which one council may approve up to an amount alone. */
export async function agreeThreshold(
  app: TestApp,
  twoCouncilsAbove: string,
  from: string,
  until?: string,
): Promise<void> {
  const { id } = await added(app, 'partnerships/one/decisions', {
    ...{ authority: 'one-a', body: 'Cabinet', reference: from, takenOn: '2026-01-01', title: 'It' },
    ...{ outcome: 'approved', approves: 'agreement' },
  });
  const agreement = await added(app, 'partnerships/one/agreements', { title: `Agreement of ${from}`, from });
  const schedule = exampleSchedule(`${from.slice(0, 4)}-${Number(from.slice(2, 4)) + 1}`);
  const [first, second] = schedule.partners;
  const percent = { 'one-a': '59', 'one-b': '41' };
  await added(app, 'partnerships/one/agreement-versions', {
    ...{ agreement: agreement.id, decision: id, from, ...(until ? { until } : {}), thresholds: { twoCouncilsAbove } },
    schedule: {
      ...schedule,
      partners: [
        { ...first, id: 'one-a' },
        { ...second, id: 'one-b' },
      ],
      pots: schedule.pots.map((pot) => ({ ...pot, basis: { ...pot.basis, percent } })),
    },
  });
}
