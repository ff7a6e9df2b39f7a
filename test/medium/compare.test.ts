import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exampleComparison } from '../../src/features/shares/compare.example.js';
import { startApp, type TestApp } from '../support/app.js';

const url = '/api/v1/calculations/compare';

describe('a comparison', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.stop());

  it('lays each partner’s amounts side by side, with the gap to the named one', async () => {
    const { status, body } = await test.http.post(url, exampleComparison);
    expect(status).toBe(200);
    expect(body.partners.map(({ amounts }: { amounts: { amount: string; gap: string }[] }) => amounts)).toMatchObject([
      [
        { amount: '1241183.00', gap: '0.00' },
        { amount: '1051850.00', gap: '-189333.00', percent: '-15.25', exactGap: '-189333' },
      ],
      [
        { amount: '862517.00', gap: '0.00' },
        { amount: '1051850.00', gap: '189333.00', percent: '21.95', exactGap: '189333' },
      ],
    ]);
    expect(body.checks.filter(({ holds }: { holds: boolean }) => !holds)).toEqual([]);
  });

  it('stores nothing, and answers the same document the same', async () => {
    const before = await test.database.rowCounts();
    const [one, other] = [await test.http.post(url, exampleComparison), await test.http.post(url, exampleComparison)];
    expect(other.body).toEqual(one.body);
    expect(await test.database.rowCounts()).toEqual(before);
  });

  it('refuses the faults of all documents at once, each by where it stands', async () => {
    const { status, headers, body } = await test.http.post(url, {
      against: 'nothing',
      alternatives: [exampleComparison.alternatives[0], { id: 'empty', document: { period: '2020-21' } }],
    });
    expect(status).toBe(422);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual([
      ['/alternatives/1/document/partners', 'missing-field'],
      ['/alternatives/1/document/pots', 'missing-field'],
      ['/against', 'not-one-of'],
    ]);
  });
});
