import { describe, expect, it } from '@jest/globals';
import { recordPage } from './record.view-model.js';

const kept = {
  source: 'https://council.example',
  illustrative: true,
  recordedAt: '2026-11-22T01:02:03.000Z',
  recordedBy: 'Us',
};
const partnership = { id: 'aspire', name: 'Aspire Adoption' };
const dorset = {
  id: 'p',
  authority: 'dorset',
  authorityName: 'Dorset Council',
  role: 'partner',
  from: '2019-04-01',
  until: null,
};

describe('a record on a page', () => {
  const spend = {
    id: 'x',
    fundingSource: 'f',
    authority: 'dorset',
    from: '2026-04-01',
    until: '2027-04-01',
    amount: '1234.50',
    nothing: null,
  };
  const shown = recordPage({
    kind: 'planned-spends',
    partnership,
    record: { ...spend, ...kept },
    participations: [{ ...dorset, ...kept }],
  });

  it('shows every field that says something as people write it', () => {
    expect(shown.heading).toBe('Planned spend');
    expect(shown.rows.map(({ key, text }) => [key, text])).toEqual([
      ['Funding source', 'See the funding source'],
      ['Authority', 'Dorset Council'],
      ['First day', '1 April 2026'],
      ['Last day', '31 March 2027'],
      ['Amount', '£1,234.50'],
      ['Recorded on', '22 November 2026'],
      ['Recorded by', 'Us'],
    ]);
  });

  it('leads to the records that it names, to its source and to itself for programs', () => {
    expect(shown.rows[0]!.href).toBe('/partnerships/aspire/funding-sources/f');
    expect(shown.sourced).toMatchObject({
      pieces: [{ href: 'https://council.example' }],
      tag: { text: 'Illustrative' },
    });
    expect(shown.api).toBe('/api/v1/partnerships/aspire/planned-spends/x');
  });

  it('shows a document within it as it is kept', () => {
    const record = { id: 'v', schedule: { period: '2020-21' }, thresholds: {}, ...kept };
    const { documents } = recordPage({ kind: 'agreement-versions', partnership, record, participations: [] });
    expect(documents).toEqual([{ name: 'Schedule', text: '{\n  "period": "2020-21"\n}' }]);
  });
});
