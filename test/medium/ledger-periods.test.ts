import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { type Answer, type Json, startApp, type TestApp } from '../support/app.js';
import { added, made, smallPartnership } from '../support/partnership.js';

type Person = Awaited<ReturnType<TestApp['as']>>;
let app: TestApp;
const people: Record<string, Person> = {};

beforeAll(async () => {
  app = await startApp();
  for (const partnership of ['one', 'two', 'three']) {
    await smallPartnership(app, partnership);
    const as = (role: 'finance-lead' | 'finance-officer' | 'lead-officer', council: string) =>
      app.as({ role, partnership, authority: `${partnership}-${council}` });
    people[`${partnership} lead`] = await as('finance-lead', 'a');
    people[`${partnership} host`] = await as('lead-officer', 'a');
    people[`${partnership} partner`] = await as('lead-officer', 'b');
    people[`${partnership} officer`] = await as('finance-officer', 'b');
  }
});
afterAll(() => app.stop());

const who = (name: string): Person => people[name]!;
const at = (partnership: string, part: string) => `/api/v1/partnerships/${partnership}/${part}`;
const close = (partnership: string, startsOn: string, by: Pick<Person, 'post'> = who(`${partnership} lead`)) =>
  by.post(at(partnership, 'ledger/closings'), { ...made, startsOn, why: 'Agreed with the host' });
const bill = (partnership: string, dueOn: string, amount = '100.00') => ({
  ...{ ...made, authority: `${partnership}-a`, dueOn, amount, what: 'Quarter' },
});
const billed = (partnership: string, dueOn: string, amount = '100.00') =>
  added(app, `partnerships/${partnership}/contributions`, bill(partnership, dueOn, amount));
const ask = (partnership: string, closing: string, by: Pick<Person, 'post'>) =>
  by.post(at(partnership, 'ledger/reopenings'), { ...made, closing, why: 'An invoice came late' });
const approve = (partnership: string, id: string, by: Pick<Person, 'post'>) =>
  by.post(at(partnership, `ledger/reopenings/${id}/approvals`), made);
const refusal = ({ status, body }: Answer) => [status, body.errors?.[0]?.code];
const sum = `select a.fund, a.kind as account, a.authority_id as authority, a.line, sum(l.amount_pence)::text as pence
  from ledger_line l join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id
  where l.partnership_id = $1 and l.effective_on < ($2::date + interval '1 month') group by 1, 2, 3, 4 order by 1, 2, 3, 4`;

/** That what stands frozen is what all lines come to now, and that its digest is of exactly that. */
async function frozenRight(partnership: string, { frozen, digest, startsOn }: Json): Promise<void> {
  expect(digest).toBe(`sha256:${createHash('sha256').update(frozen).digest('hex')}`);
  expect(JSON.parse(frozen).balances).toEqual(await app.database.sql(sum, [partnership, startsOn]));
}
const contents = () =>
  app.database.sql(`select (select count(*)::int from ledger_entry) as entries, (select count(*)::int from ledger_line) as lines,
    (select count(*)::int from contribution) as bills, (select count(*)::int from ledger_outcome) as outcomes,
    (select count(*)::int from audit_entry) as told, (select count(*)::int from ledger_period where closed) as closed`); // prettier-ignore

describe('closing a month', () => {
  it('freezes what every account comes to, with a digest of it', async () => {
    await billed('one', '2026-04-01');
    await billed('one', '2026-05-20', '7.01');
    const { status, body } = await close('one', '2026-04-01');
    expect([status, body.number, body.follows]).toEqual([201, 1, null]);
    expect(body.balances).toContainEqual({
      ...{ fund: 'pool', account: 'receivable', authority: 'one-a', line: null, amount: '100.00' },
    });
    await frozenRight('one', body);
    expect((await who('one officer').get(at('one', `ledger/closings/${body.id}`))).body).toEqual(body);
  });

  it('refuses one that is closed, one that is not over, one after a month that is open, and a day in a month', async () => {
    const before = await contents();
    const again = await close('one', '2026-04-01');
    expect(refusal(again)).toEqual([409, 'already-recorded']);
    expect(again.body.detail).toContain('April 2026');
    expect(refusal(await close('one', '2026-03-01'))).toEqual([409, 'already-recorded']);
    expect(refusal(await close('one', '2199-03-01'))).toEqual([409, 'not-over']);
    const skipping = await close('one', '2026-06-01');
    expect(refusal(skipping)).toEqual([409, 'earlier-open']);
    expect(skipping.body.detail).toContain('May 2026 is open');
    expect(refusal(await close('one', '2026-05-02'))).toEqual([422, 'not-a-month']);
    expect(await contents()).toEqual(before);
  });

  it('is for the finance lead of the host', async () => {
    for (const name of ['one host', 'one partner', 'one officer'])
      expect((await close('one', '2026-05-01', who(name))).status).toBe(403);
    expect((await close('one', '2026-05-01', who('two lead'))).status).toBe(404);
  });
});

describe('a closed month takes no entry:', () => {
  const closedIn = (answer: Answer) => {
    expect(refusal(answer)).toEqual([409, 'period-closed']);
    expect(answer.body.detail).toMatch(/^The books of (April|January) 2026 are closed .* re-opened by two councils\.$/);
  };
  /** Something proposed for a month that is open while it is, approved when it no longer is. */
  const proposed = async (given: object): Promise<Json> => {
    const draft = { ...made, kind: 'spending', line: 'staffing', amount: '5.00', reason: 'May', ...given };
    const answer = await who('two lead').post(at('two', 'ledger/drafts'), draft);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const approved = ({ id, digest }: Json) =>
    who('two officer').post(at('two', `ledger/drafts/${id}/approvals`), { ...made, digest });

  it('not by a contribution, a draft or a reversal that is approved, nor in a month before it', async () => {
    const owed = await billed('two', '2026-04-03');
    const draft = await proposed({ effectiveOn: '2026-04-12' });
    const turning = { kind: 'reversal', reverses: owed.id, effectiveOn: '2026-04-30', line: null, amount: null };
    const reversal = await proposed(turning);
    expect((await close('two', '2026-04-01')).status).toBe(201);
    const before = await contents();
    closedIn(await app.http.post(at('two', 'contributions'), bill('two', '2026-04-30')));
    const early = await app.http.post(at('two', 'contributions'), bill('two', '2026-01-31'));
    closedIn(early);
    expect(early.body.errors[0].pointer).toBe('/dueOn');
    closedIn(await approved(draft));
    closedIn(await approved(reversal));
    expect(await contents()).toEqual(before);
    expect((await app.http.post(at('two', 'contributions'), bill('two', '2026-05-01'))).status).toBe(201);
  });

  it('not by direct SQL, as whoever serves requests; and not even the owner opens it', async () => {
    const before = await contents();
    const adding = inTransaction('contribution.add', async (client) => {
      await client.query(insertBill('two', '2026-04-09'));
    });
    await expect(adding).rejects.toMatchObject({ constraint: 'ledger_period_takes_no_entry' });
    const opening = app.database.as('poolkeeper_owner', (client) =>
      client.query(`update ledger_period set closed = false where partnership_id = 'two' and closed`),
    );
    await expect(opening).rejects.toMatchObject({ constraint: 'ledger_period_follows_its_closings' });
    expect(await contents()).toEqual(before);
  });
});

const insertBill = (partnership: string, on: string) => `
  insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source)
    values ('${partnership}', gen_random_uuid(), '${partnership}-a', '${on}', 100, 'Bill', 'Test')`;
const insertClosing = (partnership: string, on: string) => `
  insert into ledger_closing (partnership_id, id, starts_on, why, source)
    values ('${partnership}', gen_random_uuid(), '${on}', 'Agreed', 'Test') returning frozen, digest, starts_on::text as "startsOn"`;

async function inTransaction<T>(
  action: string,
  work: (client: pg.Client) => Promise<T>,
  partnership = 'two',
): Promise<T> {
  return app.database.as('poolkeeper_api', async (client) => {
    await open(client, action, partnership);
    return work(client);
  });
}
async function open(client: pg.Client, action: string, partnership: string): Promise<void> {
  await client.query('begin');
  await client.query('select authz.open($1, $2, $3, $4)', [app.service.ticket, action, partnership, 'test']);
}

describe('opening a month again', () => {
  const newest = async () => (await app.http.get(at('one', 'ledger/closings?sort=-startsOn'))).body.items[0];

  it('takes two people of two councils; until then it stays closed', async () => {
    const { body: asked } = await ask('one', (await newest()).id, who('one lead'));
    expect(asked).toMatchObject({ state: 'asked', authority: 'one-a', startsOn: '2026-04-01', outcome: null });
    expect(refusal(await approve('one', asked.id, who('one lead')))).toEqual([409, 'asked-by-you']);
    expect(refusal(await approve('one', asked.id, who('one host')))).toEqual([409, 'same-council']);
    expect(refusal(await approve('one', asked.id, app.http))).toEqual([409, 'asked-by-you']);
    expect((await approve('one', asked.id, who('one officer'))).status).toBe(403);
    expect((await app.http.post(at('one', 'contributions'), bill('one', '2026-04-30'))).status).toBe(409);
    const { status, body } = await approve('one', asked.id, who('one partner'));
    expect([status, body.state, body.outcome.authority]).toEqual([200, 'approved', 'one-b']);
    expect(refusal(await approve('one', asked.id, who('one partner')))).toEqual([409, 'already-recorded']);
    await billed('one', '2026-04-30', '3.00');
  });

  it('is said by every later position that covers the month: when, why and by which two offices', async () => {
    const position = async (query: string) => (await app.http.get(at('one', `ledger/position${query}`))).body.reopened;
    const [told, ...others] = await position('?asAt=2026-05-31');
    expect(others).toEqual([]);
    expect(told).toMatchObject({ startsOn: '2026-04-01', why: 'An invoice came late' });
    expect([told.asked.authority, told.approved.authority]).toEqual(['one-a', 'one-b']);
    expect(told.reopenedAt).toMatch(/^\d{4}-.*Z$/);
    expect(await position('?asAt=2026-03-31')).toEqual([]);
    expect(await position('?asAt=2026-05-31&knownAt=2000-01-01')).toEqual([]);
  });

  it('leaves what was frozen as it was; the next closing of the month names the one before', async () => {
    const first = await newest();
    const { body: second } = await close('one', '2026-04-01');
    expect(second).toMatchObject({ number: 2, follows: first.id });
    await frozenRight('one', second);
    expect(second.digest).not.toBe(first.digest);
    expect((await app.http.get(at('one', `ledger/closings/${first.id}`))).body).toEqual(first);
    expect(refusal(await ask('one', first.id, who('one lead')))).toEqual([409, 'not-the-latest']);
  });

  it('goes from the latest back, and a rejection is kept with its reason', async () => {
    const april = (await app.http.get(at('one', 'ledger/closings'))).body.items.find(
      ({ number }: Json) => number === 2,
    );
    const { body: early } = await ask('one', april.id, who('one lead'));
    const { body: may } = await close('one', '2026-05-01');
    const late = await approve('one', early.id, who('one partner'));
    expect(refusal(late)).toEqual([409, 'not-the-latest']);
    expect(late.body.detail).toContain('May 2026');
    const { body: asked } = await ask('one', may.id, who('one officer'));
    const url = at('one', `ledger/reopenings/${asked.id}/rejections`);
    const { body } = await who('one host').post(url, { ...made, reason: 'Enter it in June' });
    expect(body).toMatchObject({ state: 'rejected', outcome: { reason: 'Enter it in June', authority: 'one-a' } });
    expect((await app.http.post(at('one', 'contributions'), bill('one', '2026-05-30'))).status).toBe(409);
    expect(refusal(await ask('one', asked.id, who('one lead')))).toEqual([422, 'not-there']);
  });

  it('is tried by direct SQL in vain: in nobody’s name, in another’s, or by the one who asked', async () => {
    const may = await newest();
    const { body: asked } = await ask('one', may.id, who('one lead'));
    const approving = (person: Person, more: string, values: string) =>
      app.database.as('poolkeeper_api', async (client) => {
        await client.query('begin');
        await client.query('select authz.open($1, $2, $3, $4)', [person.ticket, 'ledger-reopening.decide', 'one', 'x']);
        await client.query(`insert into ledger_reopening_outcome (partnership_id, id, reopening_id, outcome, source, authority_id${more})
          values ('one', gen_random_uuid(), '${asked.id}', 'approved', 'Test'${values})`);
      });
    const same = { constraint: 'ledger_reopening_by_another_council' };
    await expect(approving(who('one host'), '', `, 'one-a'`)).rejects.toMatchObject(same);
    await expect(approving(who('one host'), '', `, 'one-b'`)).rejects.toMatchObject({ code: '42501' });
    const forged = approving(who('one host'), ', decided_by', `, 'one-a', '${who('one partner').person}'`);
    await expect(forged).rejects.toMatchObject({ code: '42501' });
    await expect(approving(who('one lead'), '', `, 'one-a'`)).rejects.toMatchObject({
      constraint: 'ledger_reopening_by_another',
    });
  });
});

describe('closing while somebody posts', () => {
  const wait = () => new Promise((resolve) => setTimeout(resolve, 300));
  const ended = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error as { constraint?: string }).constraint ?? (error as { code: string }).code,
    );
  const both = <T>(work: (poster: pg.Client, closer: pg.Client) => Promise<T>): Promise<T> =>
    app.database.as('poolkeeper_api', (one) => app.database.as('poolkeeper_api', (two) => work(one, two)));
  const on = (month: string) => month.replace(/01$/, '15');

  /** One posts and stays; the other closes; then the first ends. What was frozen, once both are committed. */
  const postedFirst = (month: string) =>
    both(async (poster, closer) => {
      await open(poster, 'contribution.add', 'three');
      await poster.query(insertBill('three', on(month)));
      await open(closer, 'ledger-closing.add', 'three');
      const closing = closer.query<Json>(insertClosing('three', month));
      await wait();
      await poster.query('commit');
      const { rows } = await closing;
      await closer.query('commit');
      return rows[0];
    });
  /** One closes and stays; the other posts; then the first ends. How the posting ended. */
  const closedFirst = (month: string) =>
    both(async (poster, closer) => {
      await open(closer, 'ledger-closing.add', 'three');
      const { rows } = await closer.query<Json>(insertClosing('three', month));
      await open(poster, 'contribution.add', 'three');
      const posting = ended(poster.query(insertBill('three', on(month))));
      await wait();
      await closer.query('commit');
      const how = await posting;
      await poster.query('commit');
      return { how, closing: rows[0] };
    });

  it('has the entry in what is frozen when it was first, in a month with entries and in one without', async () => {
    await billed('three', '2025-04-02');
    for (const month of ['2025-04-01', '2025-05-01']) await frozenRight('three', await postedFirst(month));
  });

  it('refuses the entry when it came second, in a month with entries and in one without', async () => {
    await billed('three', '2025-06-02');
    for (const month of ['2025-06-01', '2025-07-01']) {
      const { how, closing } = await closedFirst(month);
      expect(how).toBe('ledger_period_takes_no_entry');
      await frozenRight('three', closing);
    }
    expect(await app.database.sql(`select * from ledger.faults('three')`)).toEqual([]);
  });

  /** The functions that make one wait for the other, written anew without what is left out; and as they were, afterwards. */
  const without = async <T>(leftOut: readonly (RegExp | string)[], work: () => Promise<T>): Promise<T> => {
    const found = await app.database.sql<{ text: string }>(
      `select pg_get_functiondef(f) as text from unnest(array['ledger.await_postings', 'ledger.hold']::regproc[]) f`,
    );
    const trail = /perform ledger.await_trail.*\n/;
    for (const { text } of found) {
      const less = [trail, ...leftOut].reduce<string>((left, part) => left.replace(part, ''), text);
      await app.database.sql(less);
    }
    try {
      return await work();
    } finally {
      for (const { text } of found) await app.database.sql(text);
    }
  };

  it('is seen to freeze less than is there once it does not wait', async () => {
    await billed('three', '2025-08-02');
    const frozen = await without([' for update'], () => postedFirst('2025-08-01'));
    await expect(frozenRight('three', frozen)).rejects.toThrow();
    const later = await without([/perform pg_advisory_xact_lock.*\n/], () => postedFirst('2025-09-01'));
    await expect(frozenRight('three', later)).rejects.toThrow();
    await billed('three', '2025-10-02');
    await frozenRight('three', await postedFirst('2025-10-01'));
  });

  /** One begins; the other closes a month; then the first goes on with what it posts. How both ended. */
  const crossed = (first: string, month: string, then: string) =>
    both(async (poster, closer) => {
      await open(poster, 'contribution.add', 'three');
      await poster.query(first);
      await open(closer, 'ledger-closing.add', 'three');
      const closing = ended(closer.query(insertClosing('three', month)));
      await wait();
      const posting = await ended(poster.query(then));
      await poster.query('commit');
      const how = [posting, await closing];
      await closer.query('commit');
      return how;
    });
  const noted = `insert into funding_source (partnership_id, id, name, funder, route, pays_for, starts_on, source)
    select 'three', gen_random_uuid(), gen_random_uuid()::text, 'Department', 'off-formula', 'Adoption support', '2025-04-01', 'Test'`;

  it('never waits for one who waits for it, whatever else that one posts or notes', async () => {
    await billed('three', '2025-11-02');
    expect(await crossed(insertBill('three', '2025-11-15'), '2025-11-01', insertBill('three', '2031-03-01'))).toEqual([
      'done',
      'done',
    ]);
    await billed('three', '2025-12-02');
    expect(await crossed(noted, '2025-12-01', insertBill('three', '2025-12-15'))).toEqual(['done', 'done']);
    expect(await app.database.sql(`select * from ledger.faults('three')`)).toEqual([]);
  });

  it('is seen to once the trail does not come first', async () => {
    await billed('three', '2026-01-02');
    const posted = () => crossed(insertBill('three', '2026-01-15'), '2026-01-01', insertBill('three', '2031-05-01'));
    expect(await without([], posted)).toContain('40P01');
    const [{ month }] = (await app.database.sql<{
      month: string;
    }>(`select (max(starts_on) + interval '1 month')::date::text as month
      from ledger_period where partnership_id = 'three' and closed`)) as [{ month: string }];
    await billed('three', on(month));
    expect(await without([], () => crossed(noted, month, insertBill('three', on(month))))).toContain('40P01');
  });

  it('lets two budgets of one transaction and the closing of the second one’s year wait in the same order', async () => {
    const decision = await added(app, 'partnerships/three/decisions', {
      ...{
        body: 'Board',
        reference: 'B 1',
        title: 'Budgets',
        takenOn: '2025-03-01',
        approves: 'budget',
        outcome: 'approved',
      },
    });
    const columns = 'partnership_id, id, fund, financial_year, kind, starts_on, decision_id, lines, source';
    const budget = (year: string) => `insert into budget (${columns})
      values ('three', gen_random_uuid(), 'capital', '${year}', 'original', '${year.slice(0, 4)}-04-01', '${decision.id}',
        '[{"line": "vans", "name": "Vans", "pence": "1"}]', 'Test')`;
    const how = await both(async (budgeting, closer) => {
      await open(budgeting, 'ledger-budget.add', 'three');
      await budgeting.query(budget('2030-31'));
      await open(closer, 'ledger-closing.add', 'three');
      const closing = ended(
        closer.query(`insert into ledger_year_closing (partnership_id, id, financial_year, why, source)
          values ('three', gen_random_uuid(), '2031-32', 'It is over', 'Test')`),
      );
      await wait();
      const second = await ended(budgeting.query(budget('2031-32')));
      await budgeting.query('commit');
      return [second, await closing];
    });
    expect(how).toEqual(['done', 'ledger_year_closing_after_its_months']);
  });
});
