import { describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '../../features/audit/dto/audit-entry.js';
import { auditPage } from './audit.view-model.js';

const aspire = { id: 'aspire', name: 'Aspire' };
const entry: AuditEntry = {
  ...{
    position: 7,
    at: '2026-07-01T22:30:15.000Z',
    event: 'added',
    subject: 'funding_source',
    record: 'x',
    action: 'y',
  },
  ...{ person: null, office: 'Finance lead of bcp', capacity: 'finance-lead', authority: 'bcp', request: null },
  ...{ hash: '00', detail: { added: [{ name: 'Fund' }] }, erasedBy: null },
};
const listed = (...items: AuditEntry[]) => auditPage(aspire, {}, { items, next: null });

describe('the page of the audit trail', () => {
  it('says who did what when, at London time', () => {
    expect(listed(entry).entries).toEqual([
      {
        ...{ position: 7, who: 'Finance lead of bcp', what: 'Added funding source', record: 'x' },
        ...{ when: '1 July 2026 at 23:30:15', detail: JSON.stringify(entry.detail, null, 2), erasedBy: undefined },
      },
    ]);
  });

  it('says so where a detail was erased, and shows none where there is none', () => {
    const [erased, read] = listed(
      { ...entry, detail: null, erasedBy: 9 },
      { ...entry, event: 'read', detail: {} },
    ).entries;
    expect(erased).toMatchObject({ detail: undefined, erasedBy: 9 });
    expect(read).toMatchObject({ detail: undefined, what: 'Read funding source' });
  });

  it('keeps what was asked, and leads from each fault to its field', () => {
    const faults = [{ parameter: 'from', code: 'bad-parameter', detail: 'Expected a date, YYYY-MM-DD.' }];
    const page = auditPage(aspire, { event: 'read', from: 'soon' }, faults);
    expect(page.events.filter(({ selected }) => selected)).toEqual([{ value: 'read', text: 'Read', selected: true }]);
    expect(page.fields.find(({ name }) => name === 'from')).toMatchObject({ value: 'soon', error: faults[0]?.detail });
    expect(page.page.errors).toEqual([{ text: faults[0]?.detail, href: '#from' }]);
  });
});
