import type pg from 'pg';
import { positionQuestion } from '../../../src/features/ledger/position.query.js';
import { statementQuestion } from '../../../src/features/shares/statement.query.js';
import type { Statement } from '../../../src/platform/database/statement.js';
import { type Ratio, summarise } from '../measure.js';
import type { Ground } from './ground.js';

interface Asked {
  readonly action: string;
  readonly question: Statement;
  readonly values: (partnership: string) => readonly unknown[];
}

/** What has to cost the same however many entries there are. */
const asked: Readonly<Record<string, Asked>> = {
  'a position': {
    action: 'ledger.read',
    question: positionQuestion,
    values: (partnership) => [partnership, '2026-02-17', null, null],
  },
  'a position as known earlier': {
    action: 'ledger.read',
    question: positionQuestion,
    values: (partnership) => [partnership, '2026-02-17', '2026-01-20', null],
  },
  'the rows of a share statement': {
    action: 'share-statement.read',
    question: statementQuestion,
    values: (partnership) => [partnership, '2025-26', '2026-01-01', '2025-04-01', '2026-04-01'],
  },
};

/** The time of each question in the partnership with many entries over that in the one with few, one after the other in turn. */
export async function compareFlatness(
  { api, loader }: Ground,
  [few, many]: readonly [string, string],
  rounds: number,
): Promise<Record<string, Ratio>> {
  const found: Record<string, Ratio> = {};
  for (const [name, one] of Object.entries(asked)) {
    const ratios: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      ratios.push((await tookFor(api, loader, one, many)) / (await tookFor(api, loader, one, few)));
    found[name] = summarise(ratios);
  }
  return found;
}

/** The median of twenty answers in one transaction, by the named statement that the application keeps. */
async function tookFor(api: pg.Client, ticket: string, { action, question, values }: Asked, partnership: string) {
  await api.query('begin transaction read only');
  await api.query('select authz.open_to_read($1, $2, $3, $4)', [ticket, action, partnership, 'bench']);
  const times: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const start = performance.now();
    await api.query({ name: question.name, text: question.text, values: [...values(partnership)] });
    times.push(performance.now() - start);
  }
  await api.query('commit');
  return summarise(times).median;
}
