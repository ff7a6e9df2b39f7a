import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';

const folder = new URL('../cases/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  .filter(({ calculator }) => calculator === 'footing');

describe('POST /api/v1/calculations/footing', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.stop());

  const post = (document: unknown) => test.http.post('/api/v1/calculations/footing', document);

  it('answers every published case as it is known, and stores nothing', async () => {
    const before = await test.database.rowCounts();
    expect(cases.length).toBeGreaterThanOrEqual(4);
    for (const { case: name, document, expect: known } of cases) {
      const { status, body } = await post(document);
      expect({ name, status, holds: body.holds }).toEqual({ name, status: 200, holds: known.holds });
      if (known.smallest) expect(body.smallest).toEqual(known.smallest);
      if (known.row) expect(body.contradictions.map(({ row }: { row: string }) => row)).toEqual([known.row]);
      expect(body).toMatchObject({ engine: expect.any(String), digest: expect.stringMatching(/^sha256:/) });
    }
    expect(await test.database.rowCounts()).toEqual(before);
  });

  it('refuses with every fault at once, each by JSON pointer', async () => {
    const { status, headers, body } = await post({
      display: 'printed',
      columns: [{ id: 'amount', unit: '0' }],
      rows: [{ partner: 'a', cells: { amount: '1,000', other: '1' }, note: '' }],
      totals: { amount: 12 },
      relations: [{ kind: 'sum', column: 'amount', of: ['amount'] }],
      more: true,
    });
    expect(status).toBe(422);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body.errors.map((error: { pointer: string; code: string }) => `${error.pointer} ${error.code}`)).toEqual([
      '/more unknown-field',
      '/display not-one-of',
      '/columns/0/unit not-a-decimal',
      '/rows/0/note unknown-field',
      '/rows/0/cells/amount not-a-decimal',
      '/rows/0/cells/other unknown-field',
      '/totals/amount not-a-decimal',
      '/relations/0/of/0 duplicate-id',
    ]);
  });
});
