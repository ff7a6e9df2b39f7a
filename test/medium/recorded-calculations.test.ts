import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calculationListing } from '../../src/features/calculations/calculation.reader.js';
import { answerShares } from '../../src/engine/shares/calculate-shares.js';
import { figuresDigest } from '../../src/features/calculations/figures-digest.js';
import { exampleTable } from '../../src/features/footing/example-table.js';
import { exampleComparison } from '../../src/features/shares/compare.example.js';
import { exampleTrueUp } from '../../src/features/shares/true-up.example.js';
import { exampleVariance } from '../../src/features/shares/variance.example.js';
import { type Json, startApp, type TestApp } from '../support/app.js';
import { added, made, smallPartnership } from '../support/partnership.js';
import { addAll, keepsTheRulesOfRecords, type RecordsUnderTest } from '../support/record-rules.js';

const base = '/api/v1/partnerships/one/calculations';
const schedule = (amount: string) => ({
  period: '2019-20',
  partners: [{ id: 'one-a', role: 'host' }, { id: 'one-b' }],
  pots: [{ id: 'pool', lines: [{ id: 'budget', amount }], basis: { kind: 'equal' } }],
});
const shares = (amount: string) => ({ kind: 'shares', why: 'For the board', document: schedule(amount), ...made });

let app: TestApp;
let calculations: RecordsUnderTest;

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  await smallPartnership(app, 'two');
  await keepOld();
  const under = await addAll(app, base, [
    { ...shares('100.01'), year: '2019-20', illustrative: false },
    { ...made, kind: 'variance', why: 'The outturn', document: exampleVariance },
    { ...shares('1.00'), agreementVersion: await versionOf('one') },
    { ...made, why: 'The auditor asked', repeats: old },
    { kind: 'footing', why: 'The paper', document: exampleTable, source: 'Board paper 7' },
  ]);
  calculations = { ...under, ofOneAlone: ['document', 'answer'] };
});
afterAll(() => app.stop());

/** One that an earlier version of the rules made, of the same figures. */
const old = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
async function keepOld(id = old, answeredFor = '5.00'): Promise<void> {
  const answered = answerShares(schedule(answeredFor));
  const answer = answered.ok ? answered.value : {};
  await app.database.sql(
    `insert into calculation (partnership_id, id, kind, why, document, engine, digest, answer, figures_digest, source, recorded_by)
     values ('one', $1, 'shares', 'Long ago', $2, '0.9.0', 'sha256:' || repeat('0', 64), $3, $4, 'Test', 'Demonstration')`,
    [id, JSON.stringify(schedule('5.00')), JSON.stringify(answer), figuresDigest(answer)],
  );
}

async function versionOf(partnership: string): Promise<unknown> {
  const at = `partnerships/${partnership}`;
  const decision = {
    body: 'Board',
    reference: '1',
    takenOn: '2019-02-12',
    outcome: 'approved',
    approves: 'formula',
    title: 'It',
  };
  const given = { agreement: (await added(app, `${at}/agreements`, { title: 'It', from: '2019-04-01' })).id };
  const { id } = await added(app, `${at}/decisions`, decision);
  const version = { ...given, decision: id, from: '2019-04-01', schedule: schedule('100.00') };
  return (await added(app, `${at}/agreement-versions`, version)).id;
}

const record = async (given: object): Promise<Json> => {
  const { status, body, text } = await app.http.post(base, { why: 'For a test', ...made, ...given });
  if (status !== 201) throw new Error(text);
  return body;
};
const whole = async (id: unknown): Promise<Json> => (await app.http.get(`${base}/${String(id)}`)).body;

describe('a recorded calculation', () => {
  keepsTheRulesOfRecords(calculationListing, () => calculations, [
    { says: 'a kind that there is none of', change: { kind: 'guess' }, pointer: '/kind', code: 'not-a-choice' },
    {
      says: 'a document that does not calculate',
      change: { document: { ...schedule('1.00'), pots: [] } },
      pointer: '/document/pots',
      code: 'nothing-to-share',
    },
    {
      says: 'a version that is not there',
      change: { agreementVersion: '99999999-9999-4999-8999-999999999999' },
      pointer: '/agreementVersion',
      code: 'not-there',
    },
    {
      says: 'one to repeat beside a document',
      change: { repeats: '99999999-9999-4999-8999-999999999999', year: undefined },
      pointer: '/kind',
      code: 'unknown-field',
    },
  ]);

  it.each([
    ['shares', exampleTrueUp.recorded],
    ['variance', exampleVariance],
    ['footing', exampleTable],
    ['true-up', exampleTrueUp],
    ['compare', exampleComparison],
  ])('of %s keeps the document and the whole answer that the calculator gives', async (kind, document) => {
    const { body: answered } = await app.http.post(`/api/v1/calculations/${kind}`, document);
    const { id } = await record({ kind, document });
    const kept = await whole(id);
    expect(kept['answer']).toEqual(answered);
    expect(kept['document']).toEqual(document);
    expect([kept['digest'], kept['engine']]).toEqual([answered.digest, answered.engine]);
    const [row] = await app.database.sql<{ answer: string }>('select answer from calculation where id = $1', [id]);
    expect(kept['answerDigest']).toBe(`sha256:${createHash('sha256').update(row!.answer).digest('hex')}`);
  });

  it('keeps every byte of what people wrote, backslashes and quotation marks too', async () => {
    const why = 'C:\\papers, "final" £ – 1\u2028';
    const pots = [{ ...schedule('1.00').pots[0], name: why }];
    const kept = await whole((await record({ ...shares('1.00'), why, document: { ...schedule('1.00'), pots } })).id);
    expect(kept).toMatchObject({ why, document: { pots: [{ name: why }] } });
  });

  it.each(['2026-02-30 10:00:00+00', '2026-11-22 24:00:00+00', '2026-11-22', 'now', "2026-11-22 10:00:00+00'"])(
    'is not listed from %s on, which no page ended with',
    async (instant) => {
      const cursor = Buffer.from(JSON.stringify(['recordedAt', instant, old])).toString('base64url');
      const { status, body } = await app.http.get(`${base}?cursor=${cursor}`);
      expect([status, body.errors[0].parameter]).toEqual([422, 'cursor']);
    },
  );

  it('is listed without its document and its answer, which may be long', async () => {
    const { body } = await app.http.get(base);
    expect(Object.keys(body.items[0] as object)).not.toEqual(expect.arrayContaining(['document', 'answer']));
  });

  it('is made again as a record of its own that names it and says whether it came to the same', async () => {
    const first = await record(shares('77.77'));
    const before = await whole(first.id);
    const {
      status,
      body: again,
      headers,
    } = await app.http.post(base, {
      ...{ repeats: first.id, why: 'The auditor asked', source: 'Audit query 4' },
    });
    expect(status).toBe(201);
    expect(again).toMatchObject({ repeats: first.id, sameDigest: true, sameFigures: true, digest: first.digest });
    expect(again.id).not.toBe(first.id);
    expect((await app.http.get(String(headers['location']))).body.answer).toEqual(before['answer']);
    expect(await whole(first.id)).toEqual(before);
    expect(first).toMatchObject({ repeats: null, sameDigest: null, sameFigures: null });
    const { body: listed } = await app.http.get(`${base}?repeats=${String(first.id)}`);
    expect(listed.items).toEqual([again]);
  });

  it('that other rules made says so, and whether its figures are the same', async () => {
    const again = await record({ repeats: old });
    expect(again).toMatchObject({ repeats: old, sameDigest: false, sameFigures: true });
    const wrong = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb';
    await keepOld(wrong, '5.02');
    expect(await record({ repeats: wrong })).toMatchObject({ sameDigest: false, sameFigures: false });
  });

  it('is refused where neither a document nor one to repeat is given, with both faults', async () => {
    const { status, body } = await app.http.post(base, { why: 'For the board', ...made });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer, code }: Json) => [pointer, code])).toEqual([
      ['/kind', 'missing-field'],
      ['/document', 'missing-field'],
    ]);
  });

  it('is answered once for each key, and a refusal changes nothing', async () => {
    const key = { 'idempotency-key': 'the-board-of-3-march' };
    const first = await app.http.post(base, shares('9.00'), key);
    const before = await app.database.rowCounts();
    const again = await app.http.post(base, shares('9.00'), key);
    expect([again.status, again.headers['idempotent-replayed'], again.body]).toEqual([201, 'true', first.body]);
    const refused = await app.http.post(base, { ...shares('9.00'), document: {} }, { 'idempotency-key': 'another' });
    expect(refused.status).toBe(422);
    expect(await app.database.rowCounts()).toEqual(before);
  });

  it('is not there for another partnership, neither to read nor to repeat nor to rest on', async () => {
    const { id } = await record(shares('3.00'));
    const elsewhere = base.replace('/one/', '/two/');
    expect((await app.http.get(`${elsewhere}/${String(id)}`)).status).toBe(404);
    const repeat = await app.http.post(elsewhere, { repeats: id, why: 'Curious', ...made });
    expect(repeat.body.errors).toEqual([expect.objectContaining({ pointer: '/repeats', code: 'not-there' })]);
    const rest = await app.http.post(elsewhere, { ...shares('3.00'), document: { calculation: id } });
    expect(rest.body.errors).toEqual([
      expect.objectContaining({ pointer: '/document/calculation', code: 'not-there' }),
    ]);
  });

  it('is noted in the audit trail by its digests, without its document and its answer', async () => {
    const { id, answerDigest } = await record(shares('4.00'));
    const { body } = await app.http.get(`/api/v1/partnerships/one/audit?record=${String(id)}`);
    const [added] = body.items[0].detail.added as Json[];
    expect(added).toMatchObject({ id, why: 'For the board', answer_digest: answerDigest });
    expect(Object.keys(added)).not.toEqual(expect.arrayContaining(['document', 'answer']));
  });

  it('is a table for a spreadsheet too, that adds up to its total, for those who may see it', async () => {
    const { id } = await record(shares('100.01'));
    const { status, headers, text } = await app.http.get(`${base}/${String(id)}/table.csv`);
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers['content-disposition']).toBe(`attachment; filename="one-shares-${String(id)}.csv"`);
    expect(text).toBe('\ufeffpartner,pot,line,amount\r\none-a,pool,,50.01\r\none-b,pool,,50\r\n');
    const xlsx = await app.http.get(`${base}/${String(id)}/table.xlsx`);
    expect([xlsx.status, xlsx.text.startsWith('PK')]).toEqual([200, true]);
    for (const form of ['csv', 'xlsx']) {
      expect((await app.http.get(`${base.replace('/one/', '/two/')}/${String(id)}/table.${form}`)).status).toBe(404);
    }
    const { text: all } = await app.http.get(`${base}/all.csv?kind=footing`);
    expect(all.split('\r\n')).toHaveLength(4);
  });

  it('that would be too long to keep is refused with the limit', async () => {
    const partners = Array.from({ length: 1000 }, (_, i) => ({ id: `p${i}`, name: 'Council '.repeat(12) }));
    const members = partners.map(({ id }) => id);
    const pot = (id: number) => ({
      id: `pot-${id}`,
      members,
      lines: [{ id: 'a', amount: '1.00' }],
      basis: { kind: 'equal' },
    });
    const document = { period: '2019-20', partners, pots: Array.from({ length: 40 }, (_, i) => pot(i)) };
    const { status, body } = await app.http.post(base, { ...shares('1.00'), document });
    expect([status, body.errors]).toEqual([
      422,
      [
        expect.objectContaining({
          pointer: '/document',
          code: 'over-limit',
          detail: expect.stringContaining('4000000'),
        }),
      ],
    ]);
  });
});
