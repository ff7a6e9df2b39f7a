import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exampleTrueUp } from '../../src/features/shares/true-up.example.js';
import { startApp, type TestApp } from '../support/app.js';

const url = '/api/v1/calculations/true-up';
const pence = (text: string) => Number(text.replace('.', ''));

describe('a true-up', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.stop());

  it('is the two calculations one less the other, partner by partner, and says why', async () => {
    const [recorded, later] = await Promise.all(
      [exampleTrueUp.recorded, exampleTrueUp.later].map((document) =>
        test.http.post('/api/v1/calculations/shares', document),
      ),
    );
    const { status, body } = await test.http.post(url, exampleTrueUp);
    expect(status).toBe(200);
    expect([body.recorded.digest, body.later.digest]).toEqual([recorded!.body.digest, later!.body.digest]);
    expect(body.partners.map(({ partner }: { partner: string }) => partner)).toEqual(['kent', 'medway', 'bexley']);
    for (const { partner, difference, because } of body.partners) {
      const of = (answer: typeof recorded) =>
        answer!.body.partners.find((one: { partner: string }) => one.partner === partner)?.amount ?? '0.00';
      expect(pence(difference)).toBe(pence(of(later)) - pence(of(recorded)));
      const parts = because.map(({ amount }: { amount: string }) => pence(amount));
      expect(parts.reduce((sum: number, n: number) => sum + n, 0)).toBe(pence(difference));
    }
    expect(body.because).toEqual([{ causes: ['spend'], amount: '65120.40' }]);
    expect(body.checks.filter(({ holds }: { holds: boolean }) => !holds)).toEqual([]);
  });

  it('stores nothing, and answers the same document the same', async () => {
    const before = await test.database.rowCounts();
    const [one, other] = [await test.http.post(url, exampleTrueUp), await test.http.post(url, exampleTrueUp)];
    expect(other.body).toEqual(one.body);
    expect(await test.database.rowCounts()).toEqual(before);
  });

  it('refuses the faults of both documents at once, each by where it stands', async () => {
    const { status, headers, body } = await test.http.post(url, {
      recorded: { ...exampleTrueUp.recorded, rounding: { unit: '5' } },
      later: { ...exampleTrueUp.later, period: '2020' },
    });
    expect(status).toBe(422);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual([
      ['/recorded/rounding/unit', 'not-one-of'],
      ['/later/period', 'not-a-year'],
    ]);
  });
});
