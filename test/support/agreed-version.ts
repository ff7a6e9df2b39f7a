import { exampleSchedule } from '../../src/features/shared/example-schedule.js';
import { financialYearOf } from '../../src/engine/calendar/financial-year.js';
import type { LocalDate } from '../../src/engine/calendar/local-date.js';
import type { Json, TestApp } from './app.js';
import { added } from './partnership.js';

interface Agreed {
  readonly from: string;
  readonly until: string;
  readonly instalments?: object;
  readonly ladders?: object;
  readonly thresholds?: object;
}

/** An agreement version of a small partnership that shares 59 and 41 per cent. */
export async function agreeOn(app: TestApp, id: string, { from, until, ...states }: Agreed): Promise<Json> {
  const place = `partnerships/${id}`;
  const decision = await added(app, `${place}/decisions`, {
    ...{ authority: `${id}-a`, body: 'Cabinet', reference: from, takenOn: '2026-01-01', title: 'The agreement' },
    ...{ outcome: 'approved', approves: 'agreement' },
  });
  const agreement = await added(app, `${place}/agreements`, { title: `Agreement from ${from}`, from });
  const schedule = exampleSchedule(financialYearOf(from as LocalDate));
  const [host, partner] = schedule.partners;
  const percent = { [`${id}-a`]: '59', [`${id}-b`]: '41' };
  return added(app, `${place}/agreement-versions`, {
    ...{ agreement: agreement.id as string, decision: decision.id as string, from, until, ...states },
    schedule: {
      ...schedule,
      partners: [
        { ...host, id: `${id}-a` },
        { ...partner, id: `${id}-b` },
      ],
      pots: schedule.pots.map((pot) => ({ ...pot, basis: { ...pot.basis, percent } })),
    },
  });
}
