import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Json, startApp, type TestApp } from '../support/app.js';
import { added, made, smallPartnership } from '../support/partnership.js';

const at = 'partnerships/one';
const base = `/api/v1/${at}/calculations`;
const pence = (text: string) => Number(text.replace('.', ''));
const sum = (texts: readonly string[]) => texts.reduce((so, text) => so + pence(text), 0);

const schedule = (amount: string, basis: object = { kind: 'measure', measure: 'orders', over: ['2018-19'] }) => ({
  period: '2019-20',
  partners: [{ id: 'one-a', name: 'A', role: 'host' }, { id: 'one-b' }],
  measures: [{ id: 'orders', values: { '2018-19': { 'one-a': '3', 'one-b': '2' } } }],
  pots: [{ id: 'pool', lines: [{ id: 'staff', amount }], basis }],
});
const ladders = {
  reserve: { floor: '10.00' },
  overspend: [
    { kind: 'reserve', clause: 'Schedule 4, paragraph 1' },
    { kind: 'bearer', partner: 'one-a', limit: { percentOfBudget: '1' } },
    { kind: 'share', basis: { kind: 'measure', measure: 'orders', over: ['2018-19'] }, limit: { amount: '50.00' } },
    { kind: 'refer' },
  ],
  underspend: [{ kind: 'return', basis: { kind: 'equal' } }],
};

let app: TestApp;
/** Ids of versions: with ladders, without, and of the later year. */
const ids: Record<'withLadders' | 'without' | 'split', string> = { withLadders: '', without: '', split: '' };

async function makeVersions(): Promise<void> {
  const agreement = (await added(app, `${at}/agreements`, { title: 'It', from: '2019-04-01' })).id;
  const approved = { body: 'Board', takenOn: '2019-02-12', outcome: 'approved', approves: 'formula', title: 'It' };
  const decision = (await added(app, `${at}/decisions`, { ...approved, reference: '1' })).id;
  const version = async (more: object) =>
    (await added(app, `${at}/agreement-versions`, { agreement, decision, ...more })).id as string;
  const days = (from: string, until: string) => ({ from, until });
  const next = { ...schedule('2000.00', { kind: 'equal' }), period: '2020-21' };
  ids.withLadders = await version({ ...days('2019-04-01', '2020-04-01'), schedule: schedule('1000.00'), ladders });
  ids.without = await version({ ...days('2020-04-01', '2020-10-01'), schedule: next });
  ids.split = await version({ ...days('2020-10-01', '2021-04-01'), schedule: { ...next, period: '2020-21' } });
}

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  await smallPartnership(app, 'two');
  await makeVersions();
});
afterAll(() => app.stop());

const post = (given: object) => app.http.post(base, { why: 'For a test', source: 'Test', ...given });
const record = async (given: object): Promise<Json> => {
  const { status, body, text } = await post(given);
  if (status !== 201) throw new Error(text);
  return (await app.http.get(`${base}/${String(body.id)}`)).body;
};
const faults = ({ body }: { body: Json }) => body.errors.map(({ pointer, code }: Json) => [pointer, code]);

describe('the ladders of an agreement version', () => {
  it('are kept with its schedule, under the decision that puts both in force', async () => {
    const { body } = await app.http.get(`/api/v1/${at}/agreement-versions/${ids.withLadders}`);
    expect(body).toMatchObject({ ladders, schedule: schedule('1000.00'), decision: expect.any(String) });
    const { body: without } = await app.http.get(`/api/v1/${at}/agreement-versions/${ids.without}`);
    expect(without.ladders).toBeNull();
  });

  it('are never edited', async () => {
    await expect(app.database.sql(`update agreement_version set ladders = '{}'`)).rejects.toThrow(/only ever added to/);
  });

  it('are refused with the schedule and the thresholds, every fault of all at once', async () => {
    const version = (await app.http.get(`/api/v1/${at}/agreement-versions/${ids.withLadders}`)).body;
    const before = await app.database.rowCounts();
    const refused = await app.http.post(`/api/v1/${at}/agreement-versions`, {
      ...{ agreement: version.agreement, decision: version.decision, from: '2030-04-01', source: 'Test' },
      schedule: { ...schedule('1000.00'), rounding: { unit: '5' } },
      thresholds: { luck: '1' },
      ladders: { overspend: [{ kind: 'bearer', partner: 'nobody' }], underspend: [{ kind: 'cut' }] },
    });
    expect(refused.status).toBe(422);
    expect(faults(refused)).toEqual([
      ['/schedule/rounding/unit', 'not-one-of'],
      ['/thresholds/luck', 'unknown-field'],
      ['/ladders/overspend/0/partner', 'unknown-partner'],
      ['/ladders/underspend/0/kind', 'unknown-kind'],
    ]);
    expect(await app.database.rowCounts()).toEqual(before);
  });
});

describe('a variance that names an agreement version', () => {
  it('goes down that version’s ladders, and its steps add up', async () => {
    const figures = { budget: '1000.00', forecast: '1100.00', reserve: { balance: '15.00' } };
    const made = await record({ kind: 'variance', document: { agreementVersion: ids.withLadders, ...figures } });
    expect(made).toMatchObject({
      ...{ agreementVersion: ids.withLadders, illustrative: true },
      restsOn: [{ at: '', kind: 'agreement-version', id: ids.withLadders }],
      document: { ...figures, period: '2019-20', reserve: { balance: '15.00', floor: '10.00' } },
    });
    const { steps, partners, undetermined } = made['answer'];
    expect(steps.map(({ took }: Json) => took)).toEqual(['5.00', '10.00', '50.00', '0.00']);
    expect(partners).toEqual({ 'one-a': '40.00', 'one-b': '20.00' });
    expect(sum([...Object.values<string>(partners as Readonly<Record<string, string>>), undetermined, '5.00'])).toBe(
      100_00,
    );
  });

  it('takes lines, each with its own', async () => {
    const lines = [
      { id: 'staff', budget: '500.00', forecast: '400.00' },
      { id: 'rent', budget: '100.00', forecast: '110.00', profile: 'fixed' },
    ];
    const document = { agreementVersion: ids.withLadders, lines, reserve: { balance: '0.00' } };
    const { answer } = await record({ kind: 'variance', document });
    expect(answer.partners).toEqual({ 'one-a': '-40.00', 'one-b': '-50.00' });
  });

  it('is undetermined, and flagged, where the version holds no ladder: nothing is shared by default', async () => {
    const document = { agreementVersion: ids.without, budget: '1.00', forecast: '3.00' };
    const { answer } = await record({ kind: 'variance', document });
    expect(answer).toMatchObject({ undetermined: '2.00', flags: ['needs-board-decision'] });
  });

  it.each([
    [{ agreementVersion: '99999999-9999-4999-8999-999999999999' }, ['/document/agreementVersion', 'not-there']],
    [{ agreementVersion: 'that one' }, ['/document/agreementVersion', 'not-an-id']],
    [{ overspend: [] }, ['/document/overspend', 'unknown-field']],
    [{ reserve: { balance: '1.00', floor: '0.00' } }, ['/document/reserve/floor', 'unknown-field']],
    [{ forecast: 'much' }, ['/document/forecast', 'not-money']],
    [{ reserve: undefined }, ['/document/reserve', 'missing-field']],
  ])('is refused with %j', async (change, fault) => {
    const figures = { budget: '1.00', forecast: '3.00', reserve: { balance: '1.00' } };
    const document = { agreementVersion: ids.withLadders, ...figures, ...change };
    expect(faults(await post({ kind: 'variance', document }))).toEqual([fault]);
  });
});

describe('a recorded true-up', () => {
  it('is the recorded calculation made again on later data, put down to its causes and adding up exactly', async () => {
    const first = await record({ kind: 'shares', document: { agreementVersion: ids.withLadders } });
    const measures = [{ id: 'orders', values: { '2018-19': { 'one-a': '1', 'one-b': '1' } } }];
    const later = { ...schedule('1200.01'), measures };
    const made = await record({ kind: 'true-up', document: { recorded: { calculation: first.id }, later } });
    expect(made['restsOn']).toEqual([{ at: '/recorded', kind: 'calculation', id: first.id }]);
    const { partners, recorded, because, difference } = made['answer'];
    expect(recorded.digest).toBe(first['digest']);
    expect(because).toEqual([{ causes: ['spend'], amount: '200.01' }]);
    for (const partner of partners as Json[]) {
      expect(sum(partner.because.map(({ amount }: Json) => amount))).toBe(pence(partner.difference));
      expect(partner.because.map(({ causes }: Json) => causes)).toEqual([['data'], ['spend']]);
    }
    expect(sum(partners.map((one: Json) => one.difference))).toBe(pence(difference));
  });

  it('takes the share statement of a year, as at a day, for what was recorded', async () => {
    const statement = (await app.http.get(`/api/v1/${at}/share-statements/2019-20?asAt=2020-01-01`)).body;
    const document = { recorded: { shareStatement: '2019-20', asAt: '2020-01-01' }, later: schedule('1000.00') };
    const made = await record({ kind: 'true-up', document });
    expect(made['answer'].recorded).toMatchObject({ total: statement.totals.share });
    expect(made).toMatchObject({
      ...{ year: '2019-20', agreementVersion: ids.withLadders, illustrative: true },
      restsOn: [
        { at: '/recorded', kind: 'share-statement', id: '2019-20', asAt: '2020-01-01' },
        { at: '/recorded', kind: 'agreement-version', id: ids.withLadders },
      ],
    });
  });

  it('takes a part of a year that several versions share, by the version, and all parts make the statement', async () => {
    const statement = (await app.http.get(`/api/v1/${at}/share-statements/2020-21`)).body;
    const named = (agreementVersion: string) => ({ shareStatement: '2020-21', agreementVersion });
    const parts: Json[] = [];
    for (const id of [ids.without, ids.split]) parts.push(await record({ kind: 'shares', document: named(id) }));
    expect(sum(parts.map(({ answer }) => answer.total))).toBe(pence(statement.totals.share));
    expect(parts.map(({ document }) => document.within)).toEqual([
      { from: '2020-04-01', until: '2020-10-01' },
      { from: '2020-10-01', until: '2021-04-01' },
    ]);
    expect(parts[1]).toMatchObject({ year: '2020-21', agreementVersion: ids.split });
    const later = { ...parts[1]!['document'], pots: schedule('2400.00', { kind: 'equal' }).pots };
    const made = await record({ kind: 'true-up', document: { recorded: named(ids.split), later } });
    expect(made['answer'].recorded.total).toBe(parts[1]!['answer'].total);
    expect(made['answer'].because.map(({ causes }: Json) => causes)).toEqual([['spend']]);
    const refused = await post({ kind: 'true-up', document: { recorded: named(ids.withLadders), later } });
    expect(faults(refused)).toEqual([['/document/recorded/agreementVersion', 'not-there']]);
    expect(refused.body.errors[0].detail).toContain(`${ids.split} (2020-10-01 until 2021-04-01)`);
    const notOne = await post({ kind: 'true-up', document: { recorded: named('x'), later } });
    expect(faults(notOne)).toEqual([['/document/recorded/agreementVersion', 'not-an-id']]);
  });

  it('is refused with the faults of both references at once', async () => {
    const nothing = '99999999-9999-4999-8999-999999999999';
    const variance = await record({
      kind: 'variance',
      document: { agreementVersion: ids.without, budget: '1.00', forecast: '1.00' },
    });
    const refused = (recorded: object, later: object) => post({ kind: 'true-up', document: { recorded, later } });
    expect(faults(await refused({ calculation: nothing }, { calculation: variance['id'] }))).toEqual([
      ['/document/recorded/calculation', 'not-there'],
      ['/document/later/calculation', 'not-there'],
    ]);
    expect(
      faults(await refused({ shareStatement: '2020-21' }, { shareStatement: 'now', asAt: 'today', period: 1 })),
    ).toEqual([
      ['/document/recorded/shareStatement', 'several-versions'],
      ['/document/later/period', 'unknown-field'],
      ['/document/later/shareStatement', 'not-a-financial-year'],
      ['/document/later/asAt', 'not-a-date'],
    ]);
    expect(faults(await refused({ shareStatement: '1999-00' }, { agreementVersion: 'x', calculation: 'y' }))).toEqual([
      ['/document/recorded/shareStatement', 'not-there'],
      ['/document/later/agreementVersion', 'unknown-field'],
      ['/document/later/calculation', 'not-an-id'],
    ]);
  });
});

describe('a recorded comparison', () => {
  it('lays versions and vintages side by side, each partner with its gap in pounds', async () => {
    const vintage = await record({ kind: 'shares', document: schedule('900.00') });
    const document = {
      against: 'agreed',
      alternatives: [
        { id: 'agreed', document: { agreementVersion: ids.withLadders } },
        { id: 'next', document: { agreementVersion: ids.without } },
        { id: 'vintage', document: { calculation: vintage.id } },
        { id: 'asked', document: schedule('1000.00', { kind: 'equal' }) },
      ],
    };
    const made = await record({ kind: 'compare', document });
    const { alternatives, partners } = made['answer'];
    expect(alternatives.map(({ gap }: Json) => gap)).toEqual(['0.00', '1000.00', '-100.00', '0.00']);
    expect(partners.map(({ amounts }: Json) => amounts.map(({ gap }: Json) => gap))).toEqual([
      ['0.00', '400.00', '-60.00', '-100.00'],
      ['0.00', '600.00', '-40.00', '100.00'],
    ]);
    expect(made).toMatchObject({
      agreementVersion: null,
      restsOn: [{ at: '/alternatives/0/document' }, {}, { id: vintage.id }],
    });
    const again = await record({ repeats: made['id'] });
    expect(again).toMatchObject({ sameDigest: true, document: made['document'], restsOn: made['restsOn'] });
  });

  it('leaves a document that is none to the calculator to refuse', async () => {
    expect((await post({ kind: 'compare', document: { against: 'a', alternatives: {} } })).status).toBe(422);
    expect((await post({ kind: 'compare', document: { against: 'a', alternatives: [null, 'x'] } })).status).toBe(422);
    expect((await post({ kind: 'true-up', document: { recorded: [{ calculation: 'x' }] } })).status).toBe(422);
  });
});

describe('what another partnership has', () => {
  it('is not there to be named, to whoever is in another, nor may those record who only read', async () => {
    const lead = await app.as({ role: 'finance-officer', partnership: 'two', authority: 'two-a' });
    const elsewhere = base.replace('/one/', '/two/');
    const given = { kind: 'shares', why: 'Curious', document: { agreementVersion: ids.withLadders }, source: 'Test' };
    const before = await app.database.rowCounts();
    expect(faults(await lead.post(elsewhere, given))).toEqual([['/document/agreementVersion', 'not-there']]);
    expect((await lead.post(base, given)).status).toBe(404);
    const chair = await app.as({ role: 'chair', partnership: 'one', authority: 'one-a' });
    expect((await chair.post(base, given)).status).toBe(403);
    expect((await chair.get(base)).status).toBe(200);
    const after = await app.database.rowCounts();
    expect(after['calculation']).toBe(before['calculation']);
  });

  it('is recorded by the office that acts', async () => {
    const officer = await app.as({ role: 'finance-officer', partnership: 'one', authority: 'one-b' });
    const given = { kind: 'shares', why: 'Ours', document: { agreementVersion: ids.without }, ...made };
    const { status, body } = await officer.post(base, given);
    expect([status, body.recordedBy]).toEqual([201, expect.not.stringMatching('Demonstration')]);
  });
});
