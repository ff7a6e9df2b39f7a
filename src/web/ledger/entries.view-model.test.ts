import { describe, expect, it } from '@jest/globals';
import type { LedgerEntry } from '../../features/ledger/dto/entry.js';
import { readEntriesAsked } from './entries-asked.js';
import { entriesPage } from './entries.view-model.js';
import { entryPage } from './entry.view-model.js';

const place = {
  partnership: { id: 'aspire', name: 'Aspire Adoption' },
  names: new Map([['dorset', 'Dorset Council']]),
};
const line = (account: string, amount: string, authority: string | null = null, of: string | null = null) => ({
  ...{ account, amount, authority, line: of },
});
const receipt: LedgerEntry = {
  ...{ id: 'r', kind: 'receipt', fund: 'pool', effectiveOn: '2026-04-09', financialYear: '2026-27' },
  ...{ reason: 'Quarter 1', reference: 'BACS 1', decision: 'd', pays: 'c', reverses: null, reversedBy: null },
  ...{ checked: false, digest: 'sha256:1', source: 'A statement', illustrative: true },
  ...{ recordedAt: '2026-04-10T09:00:00.000Z', recordedBy: 'Finance lead of BCP' },
  lines: [line('cash', '40.00'), line('paid', '-40.00', 'dorset')],
};
const list = (query: Record<string, string>, items: LedgerEntry[] = [receipt], next: string | null = null) =>
  entriesPage(place, readEntriesAsked(query), ['pool'], { items, next });

describe('the list of entries', () => {
  it('says of each what happened, for which day, whom it concerns, how much, and who recorded it when', () => {
    expect(list({}).entries).toEqual([
      {
        ...{ href: '/partnerships/aspire/ledger/entries/r', when: '9 April 2026', kind: 'Receipt' },
        ...{ reason: 'Quarter 1', partners: 'Dorset Council', amount: '£40.00' },
        ...{ recorded: '10 April 2026', by: 'Finance lead of BCP' },
        tags: [
          { text: 'Illustrative', classes: 'govuk-tag--purple' },
          { text: 'Not checked', classes: 'govuk-tag--grey' },
        ],
      },
    ]);
    const turned = { ...receipt, reversedBy: 'x', checked: true, illustrative: false };
    const council = { ...turned, recordedBy: 'Lead officer of dorset' };
    expect(list({}, [council]).entries[0]!.by).toBe('Lead officer of Dorset Council');
    expect(list({}, [turned]).entries[0]!.tags.map(({ text }) => text)).toEqual(['Reversed']);
  });

  it('shows what each adds to the figure that led there, with its sign, and comes to that figure', () => {
    const shown = (query: Record<string, string>) => {
      const { amountHeading, entries, total } = list(query, [receipt, receipt]);
      return [amountHeading, entries[0]!.amount, total];
    };
    expect(shown({})).toEqual(['Amount', '£40.00', undefined]);
    expect(shown({ kind: 'receipt' })).toEqual(['Amount', '£40.00', '£80.00']);
    expect(shown({ account: 'paid:dorset', partner: 'dorset' })).toEqual(['Paid', '£40.00', '£80.00']);
    expect(shown({ account: 'cash' })).toEqual(['Held by the host', '£40.00', '£80.00']);
    expect(shown({ partner: 'dorset' })).toEqual(['Changes what it owes by', '−£40.00', '−£80.00']);
  });

  it('has no total where there are more pages, and leads to the next', () => {
    const more = list({ account: 'cash' }, [receipt], '?account=cash&cursor=x');
    expect([more.total, more.next]).toEqual([undefined, '/partnerships/aspire/ledger/entries?account=cash&cursor=x']);
    expect(list({ cursor: 'x' }).total).toBeUndefined();
  });

  it('says what it is narrowed down to, and keeps it when the form is sent', () => {
    const page = list({ account: 'paid:dorset', fund: 'pool', financialYear: '2026-27', line: 'fees', kind: ' ' });
    expect(page.only).toEqual(['Paid, Dorset Council', 'Line: Fees', 'Fund: Pool', 'Financial year 2026 to 2027']);
    expect(page.form).toMatchObject({
      kept: [
        { name: 'account', value: 'paid:dorset' },
        { name: 'line', value: 'fees' },
        { name: 'fund', value: 'pool' },
        { name: 'financialYear', value: '2026-27' },
      ],
    });
    expect(list({ account: 'budget-line:fees', line: 'fees' }).only).toEqual(['Spent, Fees']);
    const byForm = { kind: 'receipt', partner: 'dorset', from: '2026-04-01', knownAt: '2026-05-01' };
    expect(list(byForm).only).toEqual(['Receipt', 'Dorset Council', 'From 1 April 2026', 'As known at 1 May 2026']);
    expect(list({ account: 'paid:dorset', partner: 'dorset' }).only).toEqual(['Paid, Dorset Council']);
  });

  it('offers the funds where there are several, and is a file of what is shown, all pages of it', () => {
    const asked = readEntriesAsked({ fund: 'reserve', financialYear: '2026-27', cursor: 'x' });
    const { form, files } = entriesPage(place, asked, ['pool', 'reserve'], { items: [receipt], next: null });
    expect(form).toMatchObject({
      kept: [{ name: 'financialYear', value: '2026-27' }],
      funds: [
        { value: '', text: 'Every fund', selected: false },
        { value: 'pool', text: 'Pool', selected: false },
        { value: 'reserve', text: 'Reserve', selected: true },
      ],
    });
    expect(files.map(({ csv }) => csv)).toEqual([
      '/api/v1/partnerships/aspire/ledger/entries/all.csv?fund=reserve&financialYear=2026-27',
    ]);
    expect(list({ fund: 'pool' }).form).toMatchObject({ funds: [], kept: [{ name: 'fund', value: 'pool' }] });
  });

  it('tells what is wrong with a date beside it', () => {
    const page = entriesPage(place, readEntriesAsked({ from: '2026-02-30', asAt: '2026-04-01' }), ['pool']);
    expect([page.page.errors, page.entries, page.total]).toEqual([
      [{ text: 'The first day must be a real date', href: '#from-day' }],
      [],
      undefined,
    ]);
  });
});

describe('an entry', () => {
  it('shows what it says, what it rests on, who recorded it, and lines that come to nothing', () => {
    const page = entryPage(place, receipt);
    expect([page.heading, page.total]).toEqual(['Receipt: £40.00', '£0.00']);
    expect(page.lines).toEqual([
      { name: 'Held by the host', whose: 'The fund', amount: '£40.00' },
      { name: 'Paid', whose: 'Dorset Council', amount: '−£40.00' },
    ]);
    const ledger = '/partnerships/aspire/ledger/entries';
    expect(page.facts.map(({ key, text, href }) => [key, href ?? text])).toEqual([
      ['Counts for', '9 April 2026, in the financial year 2026 to 2027'],
      ['Fund', 'Pool'],
      ['Reference in the host’s ledger', 'BACS 1'],
      ['Decided by', '/partnerships/aspire/decisions/d'],
      ['Pays', `${ledger}/c`],
      ['Recorded', '10 April 2026 at 10:00am, by Finance lead of BCP'],
      ['Approved', 'By nobody: it was recorded without a second person'],
      ['Recorded as', '/partnerships/aspire/receipts/r'],
    ]);
  });

  it('is offered to be reversed once, to whoever may propose it', () => {
    const offered = (given: object, own?: string) =>
      entryPage(place, { ...receipt, ...given }, own).reverse !== undefined;
    expect([offered({}), offered({}, 'dorset'), offered({}, 'bcp')]).toEqual([true, true, false]);
    expect([offered({ reversedBy: 'x' }), offered({ kind: 'reversal' })]).toEqual([false, false]);
  });

  it('leads to what it reverses and to what reversed it', () => {
    const spent = { ...receipt, kind: 'spending', lines: [line('budget-line', '1.00', null, 'fees')], checked: true };
    const { facts, lines } = entryPage(place, { ...spent, reverses: 'a', reversedBy: 'b', reference: null });
    expect(lines[0]!.whose).toBe('Fees');
    expect(facts.filter(({ key }) => /evers/.test(key)).map(({ href }) => href)).toEqual([
      '/partnerships/aspire/ledger/entries/a',
      '/partnerships/aspire/ledger/entries/b',
    ]);
    expect(facts.at(-1)!.text).toBe('By somebody other than who entered it');
  });
});
