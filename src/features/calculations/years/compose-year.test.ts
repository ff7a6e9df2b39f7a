import { describe, expect, it } from '@jest/globals';
import { composeYear } from './compose-year.js';
import type { RecordedPartRow } from './recorded-parts.query.js';
import type { Statement } from './statement.js';
import { yearRows } from './year-rows.js';

const part = (id: string, from: string, until: string) => ({
  period: { from, until },
  agreementVersion: { id, number: 1, agreement: 'It' },
  calculation: { digest: `sha256:${id}` },
});
const statement = {
  ...{ partnership: 'one', year: '2020-21', asAt: '2021-04-01', illustrative: false },
  parts: [part('v', '2020-04-01', '2020-10-01'), part('w', '2020-10-01', '2021-04-01')],
  partners: [
    { partner: 'a', name: 'Ashford', share: '60.02' },
    { partner: 'b', name: 'Bexley', share: '39.98' },
  ],
} as unknown as Statement;

const row = (version: string, days: unknown, a: string, b: string, total: string): RecordedPartRow => ({
  ...{ id: `of-${version}`, version, days, why: 'It', engine: '1', digest: `sha256:${version}`, total },
  ...{ answer_digest: `sha256:answer-${version}`, illustrative: false, recorded_at: new Date(0), recorded_by: 'Us' },
  partners: [
    { partner: 'a', amount: a },
    { partner: 'b', amount: b },
  ],
  unallocated: [],
});
const half = row('v', { from: '2020-04-01', until: '2020-10-01' }, '30.01', '19.99', '50.00');
const other = row('w', { from: '2020-10-01', until: '2021-04-01' }, '30.01', '19.99', '50.00');

describe('a recorded year', () => {
  it('adds its parts up for each partner, and finds that they are what the share statement says', () => {
    const year = composeYear(statement, [half, other]);
    expect(year).toMatchObject({ complete: true, total: '100.00', unallocated: '0.00' });
    expect(year.partners.map(({ name, amount }) => [name, amount])).toEqual([
      ['Ashford', '60.02'],
      ['Bexley', '39.98'],
    ]);
    expect(year.checks.map(({ holds }) => holds)).toEqual([true, true, true, true, true]);
    const sums = (section: string) => yearRows(year).filter((one) => one.section === section && one.partner === 'a');
    expect(sums('part').map(({ amount }) => amount)).toEqual(['30.01', '30.01']);
    expect(sums('year').map(({ amount }) => amount)).toEqual(['60.02']);
  });

  it('is not whole where the days of a part, or its version, are others', () => {
    const days = { ...other, days: '2020-21' };
    const version = { ...other, version: 'x' };
    for (const rows of [[half], [half, days], [half, version]]) {
      const year = composeYear(statement, rows);
      expect([year.complete, year.total, year.parts[1]!.calculation]).toEqual([false, '50.00', null]);
      expect(year.checks.filter(({ holds }) => !holds).map(({ check }) => check)).toEqual([
        'every-day-is-recorded',
        'as-the-share-statement',
      ]);
    }
  });

  it('says when a part does not add up, and when the statement has moved', () => {
    const year = composeYear(statement, [half, { ...other, total: '50.01', digest: 'sha256:before' }]);
    expect(year.parts[1]!.calculation!.sameDigest).toBe(false);
    expect(year.checks.filter(({ holds }) => !holds).map(({ check }) => check)).toEqual(['part-foots', 'year-foots']);
    const later = { ...other, partners: [{ partner: 'c', amount: '50.00' }] };
    expect(composeYear(statement, [half, later]).checks.at(-1)!.says).toMatch(/^0 of 3 partners/);
  });

  it('has another digest with another answer of a part, and the same with the same', () => {
    const digestOf = (rows: readonly RecordedPartRow[]) => composeYear(statement, rows).digest;
    expect(digestOf([half, other])).toBe(digestOf([other, half]));
    expect(digestOf([half, { ...other, answer_digest: 'sha256:x' }])).not.toBe(digestOf([half, other]));
  });
});
