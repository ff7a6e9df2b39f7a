import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';

const url = '/api/v1/calculations/variance';
const read = (name: string) => JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url), 'utf8'));
const names = ['dorset-waste-partnership-2017-18-underspend', 'telford-better-care-fund-2019-20'];

describe('who bears a variance', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.stop());

  it.each(names)('%s comes to what was published', async (name) => {
    const { document, expect: published } = read(name);
    const { status, body } = await test.http.post(url, document);
    expect(status).toBe(200);
    expect(body.steps.map(({ kind, took }: { kind: string; took: string }) => ({ kind, took }))).toEqual(
      published.steps,
    );
    expect(body.partners).toEqual(published.partners);
    expect(body.undetermined).toBe(published.undetermined);
    expect(body.flags).toEqual([]);
    expect(body.checks.filter(({ holds }: { holds: boolean }) => !holds)).toEqual([]);
    expect(body.working.length).toBeGreaterThan(published.steps.length);
  });

  it('stores nothing, and answers the same document the same', async () => {
    const before = await test.database.rowCounts();
    const { document } = read(names[0]!);
    const [one, other] = [await test.http.post(url, document), await test.http.post(url, document)];
    expect(other.body).toEqual(one.body);
    expect(await test.database.rowCounts()).toEqual(before);
  });

  it('flags what nobody bears, and shares none of it', async () => {
    const { document } = read(names[1]!);
    const { body } = await test.http.post(url, { ...document, overspend: [{ kind: 'refer' }] });
    expect(body).toMatchObject({
      undetermined: '680000.00',
      flags: ['needs-board-decision'],
      partners: { council: '0.00', ccg: '0.00' },
    });
  });

  it('refuses a document with all its faults at once, each by where it stands', async () => {
    const { document } = read(names[1]!);
    const { status, body, headers } = await test.http.post(url, {
      ...document,
      forecast: 24447912,
      tolerance: '1',
      overspend: [
        { kind: 'bearer', partner: 'nobody' },
        { kind: 'carry-forward' },
        { kind: 'cut', limit: { percentOfBudget: '-1' } },
        { kind: 'reserve' },
      ],
    });
    expect(status).toBe(422);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    const faults: { pointer: string; code: string }[] = body.errors;
    expect(faults.map(({ pointer, code }) => [pointer, code]).sort()).toEqual([
      ['/forecast', 'not-money'],
      ['/overspend/0/partner', 'unknown-partner'],
      ['/overspend/1/kind', 'unknown-kind'],
      ['/overspend/2/limit/percentOfBudget', 'negative-driver'],
      ['/tolerance', 'unknown-field'],
    ]);
  });

  it('answers a document at the limit, or refuses one beyond it, within a second', async () => {
    const steps = (count: number) =>
      Array.from({ length: 100 }, () => ({ kind: 'share', basis: { kind: 'equal' }, limit: { amount: '1.00' } })).slice(
        0,
        count,
      );
    const document = (count: number) => ({
      ...{ period: '2019-20', budget: '0.00', forecast: '1000000.00', overspend: steps(count) },
      partners: Array.from({ length: 1000 }, (_, i) => ({ id: `p${i}` })),
    });
    expect((await test.http.post(url, document(6))).status).toBe(200);
    const { status, body } = await test.http.post(url, { ...document(100), members: undefined, partners: manyJoins() });
    expect(status).toBe(422);
    expect(body.errors[0].code).toBe('over-limit');
  });
});

/** A thousand partners that join on different days. */
function manyJoins() {
  const day = (i: number) => new Date(Date.UTC(2019, 3, 1 + (i % 366))).toISOString().slice(0, 10);
  return Array.from({ length: 1000 }, (_, i) => ({ id: `p${i}`, from: day(i) }));
}
