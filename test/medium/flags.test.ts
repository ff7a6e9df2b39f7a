import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { added, smallPartnership } from '../support/partnership.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

/** Two councils at 59 and 41 per cent of £2,103,700, decided on 12 February 2026, for 2026-27. */
async function agreed(id: string, more: object = {}) {
  const { host, partner } = await smallPartnership(app, id);
  const at = (route: string) => `partnerships/${id}/${route}`;
  const decision = await added(app, at('decisions'), {
    body: 'Joint committee',
    reference: 'Item 6',
    takenOn: '2026-02-12',
    outcome: 'approved',
    approves: 'formula',
    title: 'Budget and shares',
  });
  const agreement = await added(app, at('agreements'), { title: 'Partnership agreement', from: '2026-04-01' });
  const version = await added(app, at('agreement-versions'), {
    agreement: agreement.id,
    from: '2026-04-01',
    decision: decision.id,
    clause: 'Schedule 3',
    schedule: scheduleOf(host, partner),
    ...more,
  });
  return { id, host, partner, at, decision, version };
}

const scheduleOf = (host: string, partner: string) => ({
  period: '2026-27',
  partners: [{ id: host, role: 'host' }, { id: partner }],
  pots: [
    {
      id: 'pool',
      name: 'Net budget',
      lines: [{ id: 'budget', amount: '2103700.00' }],
      basis: { kind: 'stated-percent', percent: { [host]: '59', [partner]: '41' } },
    },
  ],
});

const year = { from: '2026-04-01', until: '2027-04-01' };

async function fund(at: (route: string) => string, given: object = {}) {
  const source = await added(app, at('funding-sources'), {
    name: 'Support fund',
    funder: 'Department for Education',
    route: 'off-formula',
    paysFor: 'Therapy',
    from: '2015-05-01',
    ...given,
  });
  return source.id as string;
}

async function flags(id: string, query = '') {
  const { status, body } = await app.http.get(`/api/v1/partnerships/${id}/flags${query}`);
  expect(status).toBe(200);
  for (const { total, partners, undetermined } of body.items) {
    const pence = (pounds: string) => BigInt(pounds.replace('.', ''));
    const parts = [undetermined, ...partners.map(({ amount }: { amount: string }) => amount)].map(pence);
    expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(pence(total));
  }
  return body.items;
}

/** Every record a flag names is there to be read, and is what the flag says. */
async function readsItsRecords(flag: { records: { id: string; href: string; illustrative: boolean }[] }) {
  for (const { id, href, illustrative } of flag.records) {
    expect((await app.http.get(href)).body).toMatchObject({ id, illustrative });
  }
}

describe('flags of the records', () => {
  it('says what falls on each partner when a fund ends before the spend planned from it, and clears when it is confirmed', async () => {
    const { id, host, partner, at } = await agreed('ends');
    const fundingSource = await fund(at);
    await added(app, at('certainty-changes'), {
      fundingSource,
      certainty: 'confirmed',
      happenedOn: '2026-02-10',
      confirmedUntil: '2026-09-30',
    });
    await added(app, at('planned-spends'), {
      fundingSource,
      authority: host,
      ...year,
      amount: '365000.00',
      plannedOn: '2026-02-24',
    });
    await added(app, at('planned-spends'), {
      fundingSource,
      authority: partner,
      ...year,
      amount: '182500.00',
      plannedOn: '2026-02-24',
    });

    const [flag, ...others] = await flags(id, '?asAt=2026-05-01');
    expect(others).toEqual([]);
    expect(flag).toMatchObject({
      id: `source-ends.${fundingSource}`,
      partnership: id,
      code: 'source-ends',
      severity: 'low',
      total: '273000.00',
      partners: [
        { partner: host, name: `Council ${host}`, amount: '182000.00' },
        { partner, name: `Council ${partner}`, amount: '91000.00' },
      ],
      undetermined: '0.00',
      bitesOn: '2026-10-01',
      firstStood: '2026-02-24',
      illustrative: true,
    });
    await readsItsRecords(flag);
    expect((await app.http.get(`/api/v1/partnerships/${id}/flags/${flag.id}?asAt=2026-05-01`)).body).toEqual(flag);

    await added(app, at('certainty-changes'), {
      fundingSource,
      certainty: 'confirmed',
      happenedOn: '2026-06-01',
      confirmedUntil: '2027-03-31',
    });
    expect(await flags(id, '?asAt=2026-06-01')).toEqual([]);
    expect(await flags(id, '?asAt=2026-05-31')).toHaveLength(1);
    expect((await app.http.get(`/api/v1/partnerships/${id}/flags/${flag.id}?asAt=2026-06-01`)).status).toBe(404);
  });

  it("spreads a pooled source by the shares of its pot, and says how concentrated it is, by the agreement's own threshold", async () => {
    const { id, host, partner, at, version } = await agreed('pooled', {
      thresholds: { sourceConcentrationPercent: '10' },
    });
    const fundingSource = await fund(at, { route: 'pooled', pot: 'pool', from: '2026-04-01' });
    await added(app, at('funding-amounts'), { fundingSource, ...year, amount: '210370.01', announcedOn: '2026-03-01' });

    const found = await flags(id, '?asAt=2026-04-01');
    expect(found.map(({ code }: { code: string }) => code)).toEqual(['source-unconfirmed', 'source-concentration']);
    for (const flag of found) {
      expect(flag.partners).toEqual([
        { partner: host, name: `Council ${host}`, amount: '124118.31' },
        { partner, name: `Council ${partner}`, amount: '86251.70' },
      ]);
      expect(flag.records).toContainEqual(expect.objectContaining({ kind: 'agreement-version', id: version.id }));
      await readsItsRecords(flag);
    }
    expect(found[1].rule).toContain('set by version 1 of "Partnership agreement", Schedule 3');
    expect(found[1].words).toContain('10.00%');
  });

  it('takes a loss down the overspend ladder that the version in force holds, and leaves the board what reaches it', async () => {
    const equally = { kind: 'share', basis: { kind: 'equal' }, limit: { amount: '1000.00' } };
    const ladders = { reserve: { floor: '5.00' }, overspend: [{ kind: 'reserve' }, equally, { kind: 'refer' }] };
    const { id, host, partner, at, version } = await agreed('ladder', { ladders });
    const fundingSource = await fund(at, { route: 'pooled', pot: 'pool', from: '2026-04-01' });
    await added(app, at('planned-spends'), { fundingSource, ...year, amount: '1200.01', plannedOn: '2026-01-01' });
    const [flag] = await flags(id, '?asAt=2026-04-01&code=source-ends');
    expect(flag.partners.map(({ partner, amount }: Record<string, string>) => [partner, amount])).toEqual([
      [host, '500.00'],
      [partner, '500.00'],
    ]);
    expect([flag.total, flag.undetermined]).toEqual(['1200.01', '200.01']);
    expect(flag.working.join(' ')).toContain('£1,200.01 goes down the overspend ladder in force');
    expect(flag.records).toContainEqual(expect.objectContaining({ kind: 'agreement-version', id: version.id }));
  });

  it('leaves a pooled source undetermined while no version is in force', async () => {
    const { id, at } = await agreed('undecided');
    await fund(at, { route: 'pooled', pot: 'pool' }).then((fundingSource) =>
      added(app, at('planned-spends'), { fundingSource, ...year, amount: '10.00', plannedOn: '2026-01-01' }),
    );
    const before = await flags(id, '?asAt=2026-03-31&code=source-ends');
    expect(before).toMatchObject([{ total: '10.00', partners: [], undetermined: '10.00' }]);
    const after = await flags(id, '?asAt=2026-04-01&code=source-ends');
    expect(after).toMatchObject([
      { total: '10.00', partners: [{ amount: '5.90' }, { amount: '4.10' }], undetermined: '0.00' },
    ]);
  });

  it('shares by the version that was in force and decided on the day, not by one decided later', async () => {
    const { id, host, partner, at, decision, version } = await agreed('amended');
    const fundingSource = await fund(at, { route: 'pooled', pot: 'pool' });
    await added(app, at('planned-spends'), { fundingSource, ...year, amount: '10.00', plannedOn: '2026-01-01' });
    const later = await added(app, at('decisions'), {
      ...{ body: decision.body, reference: 'Item 9', takenOn: '2026-09-01', outcome: 'approved', approves: 'formula' },
      title: 'Halves, from the start of the year',
    });
    const schedule = scheduleOf(host, partner);
    Object.assign(schedule.pots[0]!.basis.percent, { [host]: '50', [partner]: '50' });
    const second = await added(app, at('agreement-versions'), {
      ...{ agreement: version.agreement, from: '2026-04-01', supersedes: [version.id], decision: later.id, schedule },
      thresholds: { overdueDays: 7 },
    });
    const shares = async (asAt: string) => {
      const [flag] = await flags(id, `?asAt=${asAt}&code=source-ends`);
      return flag.partners.map(({ amount }: { amount: string }) => amount);
    };
    expect(await shares('2026-08-31')).toEqual(['5.90', '4.10']);
    expect(await shares('2026-09-01')).toEqual(['5.00', '5.00']);

    await added(app, at('contributions'), {
      authority: partner,
      dueOn: '2026-08-24',
      amount: '1.00',
      what: 'Quarter 2',
    });
    expect(await flags(id, '?asAt=2026-08-31&code=contribution-overdue')).toEqual([]);
    const [overdue] = await flags(id, '?asAt=2026-09-01&code=contribution-overdue');
    expect(overdue.rule).toContain('Overdue from 7 days past due (set by version 2');

    // A third version that supersedes the second stands in its place, whichever was decided first.

    await added(app, at('agreement-versions'), {
      ...{ agreement: version.agreement, from: '2026-04-01', supersedes: [second.id], decision: decision.id },
      schedule: scheduleOf(host, partner),
    });
    expect(await shares('2026-09-01')).toEqual(['5.90', '4.10']);
  });

  it('puts what packages cost above the limit on the authority whose they are', async () => {
    const { id, partner, at } = await agreed('limit');
    const fundingSource = await fund(at);
    await added(app, at('funding-amounts'), {
      fundingSource,
      ...year,
      amount: '55000000.00',
      limitPerChild: '3000.00',
      announcedOn: '2026-02-10',
    });
    await added(app, at('package-returns'), {
      fundingSource,
      authority: partner,
      countedOn: '2026-06-30',
      children: 12,
      costEach: '4250.00',
    });
    await added(app, at('package-returns'), {
      fundingSource,
      authority: partner,
      countedOn: '2026-06-30',
      children: 30,
      costEach: '3000.00',
    });
    const [flag] = await flags(id, '?asAt=2026-07-01&code=source-limit');
    expect(flag).toMatchObject({
      total: '15000.00',
      partners: [{ partner, amount: '15000.00' }],
      severity: 'high',
      firstStood: '2026-06-30',
    });
    await readsItsRecords(flag);
    expect(await flags(id, '?asAt=2026-06-29&code=source-limit')).toEqual([]);
  });

  it('raises an unpaid contribution from 30 days, higher from 90, and takes it down with the receipt', async () => {
    const { id, partner, at } = await agreed('overdue');
    const contribution = (
      await added(app, at('contributions'), {
        authority: partner,
        dueOn: '2026-07-01',
        amount: '215629.25',
        what: 'Quarter 2',
      })
    ).id;
    const first = await added(app, at('receipts'), {
      contribution,
      receivedOn: '2026-07-20',
      amount: '200000.00',
      reference: 'BACS 1',
    });
    expect(await flags(id, '?asAt=2026-07-30')).toEqual([]);
    const [flag] = await flags(id, '?asAt=2026-07-31');
    expect(flag).toMatchObject({
      id: `contribution-overdue.${contribution}`,
      severity: 'medium',
      total: '15629.25',
      bitesOn: '2026-07-31',
    });
    expect(flag.records.map(({ id: record }: { id: string }) => record)).toEqual([contribution, first.id]);
    await readsItsRecords(flag);
    expect(await flags(id, '?asAt=2026-09-29&severity=high')).toHaveLength(1);
    expect(await flags(id, '?asAt=2026-09-29&severity=medium')).toEqual([]);

    await added(app, at('receipts'), {
      contribution,
      receivedOn: '2026-10-01',
      amount: '15629.25',
      reference: 'BACS 2',
    });
    expect(await flags(id, '?asAt=2026-10-01')).toEqual([]);
    expect(await flags(id, '?asAt=2026-09-30')).toHaveLength(1);
  });

  it("sees a partner's budget provide less than its share statement asks", async () => {
    const { id, host, partner, at, version, decision } = await agreed('provision');
    const given = { authority: partner, financialYear: '2026-27', amount: '859807.00', decidedOn: '2026-02-24' };
    const provision = await added(app, at('provisions'), given);
    await added(app, at('provisions'), { ...given, authority: host, amount: '1241183.00' });
    // Nothing is asked for a year for which no version speaks, so nothing can be short of it.
    await added(app, at('provisions'), { ...given, financialYear: '2027-28', amount: '1.00' });
    const statement = await app.http.get(`/api/v1/partnerships/${id}/share-statements/2026-27?asAt=2026-03-01`);
    expect(statement.body.partners[1]).toMatchObject({ partner, share: '862517.00' });

    const [flag, ...others] = await flags(id, '?asAt=2026-03-01');
    expect(others).toEqual([]);
    expect(flag).toMatchObject({
      id: `provision-gap.${partner}.2026-27`,
      total: '2710.00',
      bitesOn: '2026-04-01',
      firstStood: '2026-02-24',
      severity: 'medium',
    });
    expect(flag.records.map((record: { id: string }) => record.id)).toEqual([provision.id, version.id, decision.id]);
    await readsItsRecords(flag);
    expect(await flags(id, '?asAt=2026-02-23')).toEqual([]);
    await added(app, at('provisions'), { ...given, amount: '862517.00', decidedOn: '2026-03-02' });
    expect(await flags(id, '?asAt=2026-03-02')).toEqual([]);
  });
});

describe('asking for flags', () => {
  it('answers for today in London when no day is given', async () => {
    app.setClock('2026-06-30T23:30:00Z');
    await smallPartnership(app, 'quiet');
    expect((await app.http.get('/api/v1/partnerships/quiet/flags')).body).toEqual({ asAt: '2026-07-01', items: [] });
  });

  it('lists those of every partnership, each with its own', async () => {
    const { body } = await app.http.get('/api/v1/flags?asAt=2026-07-31&code=contribution-overdue');
    expect(body.asAt).toBe('2026-07-31');
    expect(body.items.map((flag: { partnership: string }) => flag.partnership)).toEqual(['overdue']);
  });

  it('says that a partnership or a flag is not there', async () => {
    for (const path of ['nobody/flags', 'nobody/flags/x', 'quiet/flags/source-ends.x', 'No-Body/flags']) {
      const { status, body } = await app.http.get(`/api/v1/partnerships/${path}`);
      expect([path, status, body.type]).toEqual([path, 404, '/api/problems/not-found']);
    }
  });

  it.each([
    ['asAt=2026-02-30', 'asAt'],
    ['asAt=today', 'asAt'],
    ['code=source-end', 'code'],
    ['severity=HIGH', 'severity'],
    ['code=source-ends&code=source-limit', 'code'],
    ['sort=total', 'sort'],
    ['__proto__=1', '__proto__'],
  ])('refuses ?%s by name', async (query, parameter) => {
    for (const path of ['/api/v1/flags', '/api/v1/partnerships/quiet/flags']) {
      const { status, body } = await app.http.get(`${path}?${query}`);
      expect([status, body.errors?.[0].parameter]).toEqual([422, parameter]);
    }
  });

  it.each(['1900-01-01', '1900-04-01', '2199-12-31'])('answers at the ends of the calendar: %s', async (asAt) => {
    expect((await app.http.get(`/api/v1/flags?asAt=${asAt}`)).status).toBe(200);
  });
});
