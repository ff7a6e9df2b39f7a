import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { positionQuestion, type PositionRow } from '../../src/features/flags/position.query.js';
import { statementQuestion } from '../../src/features/shares/statement.query.js';
import { startApp, type TestApp } from '../support/app.js';
import { added, smallPartnership } from '../support/partnership.js';

interface Shared {
  readonly versions: readonly {
    readonly id: string;
    readonly days: { readonly from: string; readonly until: string };
  }[];
}

const schedule = {
  period: '2019-20',
  partners: [{ id: 'chain-a', role: 'host' }, { id: 'chain-b' }],
  pots: [{ id: 'pool', lines: [{ id: 'budget', amount: '100.00' }], basis: { kind: 'equal' } }],
};

/** Each takes days of those before; the last was recorded last, though decided before the second: decided when, from, until. */
const chain = [
  { takenOn: '2019-02-12', from: '2019-04-01', until: '2020-04-01' },
  { takenOn: '2019-07-09', from: '2019-08-01', until: '2020-02-01' },
  { takenOn: '2019-06-04', from: '2019-10-01', until: '2020-04-01' },
];
const between = (from: string, until: string, day: string) => from <= day && day < until;
const months = Array.from({ length: 14 }, (_, n) => new Date(Date.UTC(2019, 2 + n, 15)).toISOString().slice(0, 10));

describe('a version that supersedes one that superseded another', () => {
  let app: TestApp;
  const ids: string[] = [];

  beforeAll(async () => {
    app = await startApp();
    await smallPartnership(app, 'chain');
    const { id: agreement } = await added(app, 'partnerships/chain/agreements', { title: 'It', from: '2019-04-01' });
    for (const { takenOn, from, until } of chain) {
      const said = { body: 'Board', reference: takenOn, outcome: 'approved', approves: 'formula', title: 'Formula' };
      const { id: decision } = await added(app, 'partnerships/chain/decisions', { ...said, takenOn });
      const given = { agreement, decision, from, until, schedule, supersedes: [...ids] };
      ids.push(String((await added(app, 'partnerships/chain/agreement-versions', given)).id));
    }
  });
  afterAll(() => app.stop());

  /** The last that was decided by then and has the day; this file's own reckoning. */
  const expected = (asAt: string, day: string) =>
    ids.filter((_, n) => chain[n]!.takenOn <= asAt && between(chain[n]!.from, chain[n]!.until, day)).at(-1) ?? null;

  it.each(months)('is in force on the same days for flags and for share statements, as at %s', async (asAt) => {
    const [flags] = await app.database.sql<PositionRow>(positionQuestion.text, ['chain', asAt]);
    expect(flags?.version?.id ?? null).toBe(expected(asAt, asAt));
    const asked = ['chain', '2019-20', asAt, '2019-04-01', '2020-04-01'];
    const [row] = await app.database.sql<{ position: string }>(statementQuestion.text, asked);
    const { versions } = JSON.parse(row?.position ?? '{}') as Shared;
    for (const day of months.slice(1, 13))
      expect([day, versions.find(({ days }) => between(days.from, days.until, day))?.id ?? null]).toEqual([
        ...[day, expected(asAt, day)],
      ]);
  });
});
