import { describe, expect, it } from '@jest/globals';
import { readAsAt } from '../as-at/read-as-at.js';
import { flagsPage } from './flags.view-model.js';

const partnership = { id: 'aspire', name: 'Aspire Adoption' };
const flag = {
  id: 'source-ends.1',
  partnership: 'aspire',
  code: 'source-ends' as const,
  severity: 'high' as const,
  title: 'The fund ends',
  words: 'Spend is planned past its end.',
  total: '730525.60',
  partners: [
    { partner: 'bcp', name: 'BCP Council', amount: '407408.51' },
    { partner: 'dorset', name: 'Dorset Council', amount: '323117.09' },
  ],
  undetermined: '0.00',
  bitesOn: '2028-04-01',
  firstStood: '2026-02-24',
  rule: 'Ours',
  records: [
    { kind: 'planned-spend' as const, id: 'a', href: '/a', illustrative: true },
    { kind: 'funding-source' as const, id: 'b', href: '/b', illustrative: false },
    { kind: 'planned-spend' as const, id: 'c', href: '/c', illustrative: false },
  ],
  couldDecide: ['Draw on the reserve'],
  working: ['One.'],
  illustrative: true,
};

describe('flags on a page', () => {
  const shown = flagsPage(partnership, readAsAt({}), { asAt: '2026-11-22', items: [flag] }).flags!;

  it('say how grave, how much, for whom and from when', () => {
    expect(shown.says).toBe('1 flag: 1 high.');
    expect(shown.items[0]).toMatchObject({
      severity: { text: 'High severity', classes: 'govuk-tag--red' },
      total: '£730,525.60',
      partners: [{ name: 'BCP Council', amount: '£407,408.51' }, { amount: '£323,117.09' }],
      undetermined: undefined,
    });
    expect(JSON.stringify(shown.items[0]!.rows)).toContain('1 April 2028');
  });

  it('come gravest first, and of those the soonest', () => {
    const [low, late, soon] = [
      { ...flag, id: 'low', severity: 'low' as const },
      { ...flag, id: 'late', bitesOn: '2030-04-01' },
      { ...flag, id: 'soon' },
    ];
    const { items } = flagsPage(partnership, readAsAt({}), { asAt: '2026-11-22', items: [low, late, soon] }).flags!;
    expect(items.map(({ id }) => id)).toEqual(['soon', 'late', 'low']);
  });

  it('tell the records they rest on apart by name', () => {
    expect(shown.items[0]!.records.map(({ text, tag }) => [text, tag?.text])).toEqual([
      ['Planned spend 1 of 2', 'Illustrative'],
      ['Funding source', undefined],
      ['Planned spend 2 of 2', undefined],
    ]);
  });

  it('show what nobody is known to bear only where there is some', () => {
    const [first] = flagsPage(partnership, readAsAt({}), {
      asAt: '2026-11-22',
      items: [{ ...flag, undetermined: '5.00' }],
    }).flags!.items;
    expect(first!.undetermined).toBe('£5.00');
  });

  it('say so when there are none', () => {
    const none = flagsPage(partnership, readAsAt({}), { asAt: '2026-11-22', items: [] });
    expect(none.flags).toEqual({ says: 'Nothing in the records raises a flag at this date.', items: [] });
  });
});
