import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Context } from '../../src/platform/database/context.js';
import { Database } from '../../src/platform/database/database.js';
import { statement, statementOfOne } from '../../src/platform/database/statement.js';
import { ticketOf } from '../../src/platform/database/ticket.js';
import { startApp, type TestApp } from '../support/app.js';
import { addRowOfEach } from '../support/row-of-each.js';

let app: TestApp;
let database: Database;
beforeAll(async () => {
  app = await startApp();
  await addRowOfEach(app.database, 'one');
  await addRowOfEach(app.database, 'two');
  database = app.app.get(Database);
});
afterAll(() => app.stop());

const when = statement('select now()::text as began, $1::text as said');
const broken = statement('select 1 / $1::int as never');
const authority = statement('select id from authority where id = $1');
const decision = statementOfOne('select id, partnership_id from decision where partnership_id = $1 and id = $2');

interface Told {
  readonly began: string;
  readonly said: string;
}

describe('what one session asks at one moment', () => {
  let context: Context;
  beforeEach(() => {
    context = { ticket: app.service.ticket, action: 'decision.read', partnership: 'one', request: 'test' };
  });
  const ask = (said: string, asks = context) => database.questions(asks).one<Told>(when, [said]);

  it('is asked in one transaction, and each gets its own answer', async () => {
    const told = await Promise.all(['a', 'b', 'a', 'c'].map((said) => ask(said)));
    expect(told.map((one) => one?.said)).toEqual(['a', 'b', 'a', 'c']);
    expect(new Set(told.map((one) => one?.began)).size).toBe(1);
    expect((await ask('later'))?.began).not.toBe(told[0]?.began);
  });

  it('is no more than 16 questions at once', async () => {
    const told = await Promise.all(Array.from({ length: 40 }, (_, at) => ask(String(at))));
    expect(told.map((one) => one?.said)).toEqual(Array.from({ length: 40 }, (_, at) => String(at)));
    expect(new Set(told.map((one) => one?.began)).size).toBe(3);
  });

  it('gives rows asked for by their ids to whoever asked for them, and nothing for what is not there', async () => {
    const rows = await app.database.sql<{ id: string; partnership_id: string }>(
      'select id, partnership_id from decision',
    );
    const [own, others] = ['one', 'two'].map((place) => rows.find(({ partnership_id }) => partnership_id === place));
    const find = (id = '') => database.questions(context).rows(decision, ['one', id]);
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const found = await Promise.all([own?.id, nowhere, others?.id, own?.id].map(find));
    expect(found).toEqual([[own], [], [], [own]]);
  });

  it('does not suffer for a question among it that fails', async () => {
    const questions = database.questions(context);
    for (let again = 0; again < 3; again += 1) {
      const asked = [ask('a'), questions.one(broken, [0]), questions.one(authority, ['one-a']), ask('b')];
      const [a, failed, found, b] = await Promise.allSettled(asked);
      expect(failed).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
      expect([a, found, b]).toMatchObject([
        { value: { said: 'a' } },
        { value: { id: 'one-a' } },
        { value: { said: 'b' } },
      ]);
    }
  });

  it('is never asked together with what is asked in another place, for another purpose or by somebody else', async () => {
    const { secret } = await app.as({ role: 'finance-officer', partnership: 'one', authority: 'one-a' });
    const others: readonly Context[] = [
      { ...context, partnership: 'two' },
      { ...context, action: 'agreement.read' },
      { ...context, ticket: ticketOf(secret) },
    ];
    const told = await Promise.all([context, ...others].map((each) => ask('who', each)));
    expect(new Set(told.map((one) => one?.began)).size).toBe(4);
  });

  it('is refused together where it may not be asked, each by itself', async () => {
    const refused = await Promise.allSettled(
      ['a', 'b'].map((said) => ask(said, { ...context, ticket: '0'.repeat(64) })),
    );
    expect(refused).toMatchObject([{ reason: { code: 'PK401' } }, { reason: { code: 'PK401' } }]);
    expect(await ask('still there')).toMatchObject({ said: 'still there' });
  });

  it('goes together with the ending of a connection no further than that', async () => {
    const answers = Promise.allSettled(['a', 'b'].map((said) => ask(said)));
    await answers;
    await app.database.sql(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'poolkeeper_api' and datname = current_database()",
    );
    await Promise.allSettled(['a', 'b'].map((said) => ask(said)));
    expect(await Promise.all(['c', 'd'].map((said) => ask(said)))).toMatchObject([{ said: 'c' }, { said: 'd' }]);
  });
});
