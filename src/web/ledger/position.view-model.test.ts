import { describe, expect, it } from '@jest/globals';
import type { LedgerPosition } from '../../features/ledger/dto/position.js';
import { readAsAt, readDay } from '../as-at/read-as-at.js';
import { positionPage } from './position.view-model.js';

const place = {
  partnership: { id: 'aspire', name: 'Aspire Adoption' },
  names: new Map([['dorset', 'Dorset Council']]),
};
const nothing = { rebated: '0.00', inKind: '0.00' };
const position: LedgerPosition = {
  ...{ partnership: 'aspire', asAt: '2026-03-31', knownAt: null, illustrative: true, checked: false },
  everyFund: ['pool'],
  reopened: [
    {
      ...{ startsOn: '2026-02-01', reopenedAt: '2026-05-31T23:30:00.000Z', why: 'A late invoice' },
      asked: { authority: 'bcp', authorityName: 'BCP Council', recordedBy: 'Finance lead' },
      approved: { authority: 'dorset', authorityName: 'Dorset Council', recordedBy: 'Lead officer' },
    },
  ],
  partners: [
    { partner: 'dorset', billed: '100.00', paid: '60.00', outstanding: '30.00', ...nothing, rebated: '10.00' },
    { partner: 'bcp', billed: '50.00', paid: '75.00', outstanding: '-25.00', ...nothing },
    { partner: 'kent', billed: '0.00', paid: '0.00', outstanding: '0.00', ...nothing },
  ],
  funds: [
    {
      ...{ fund: 'pool', contributed: '140.00', granted: '0.00', spent: '20.00', cash: '115.00' },
      ...{ reserve: '0.00', variance: '0.00', carriedForward: '0.00' },
    },
  ],
  lines: [{ fund: 'pool', line: 'social-workers', spent: '20.00', granted: '0.00', inKind: '0.00' }],
  checks: [
    { check: 'bills-foot', fund: 'pool', holds: true, says: 'Bills foot.' },
    { check: 'cash-foots', fund: 'pool', holds: false, says: 'Cash foots. It is 1.00 off.' },
  ],
};
const asked = (query: Record<string, string> = {}, fund?: string) => ({
  ...{ asAt: readAsAt(query), knownAt: readDay(query, 'knownAt', 'The date it was known at'), fund },
});

describe('the position of a ledger', () => {
  const shown = positionPage(place, asked(), position).position!;
  const [partners, funds, lines] = shown.tables;

  it('has each partner by name with what it owes, the total, and the check', () => {
    expect(partners!.rows.map(({ name, cells }) => [name, ...cells.map(({ text }) => text)])).toEqual([
      ['Dorset Council', '£100.00', '£10.00', '£60.00', '£30.00', '£0.00'],
      ['bcp', '£50.00', '£0.00', '£75.00', '−£25.00', '£0.00'],
      ['kent', '£0.00', '£0.00', '£0.00', '£0.00', '£0.00'],
    ]);
    expect(partners!.total).toEqual(['£150.00', '£10.00', '£135.00', '£5.00', '£0.00']);
    expect(partners!.checks).toEqual([{ says: 'Bills foot.', tag: { text: 'Holds', classes: 'govuk-tag--green' } }]);
  });

  it('has the fund and the line by themselves, without a total of one, and says what does not hold', () => {
    expect([funds!.rows[0]!.name, funds!.total, lines!.rows[0]!.name]).toEqual(['Pool', undefined, 'Social workers']);
    expect(funds!.checks[0]!.tag.text).toBe('Does not hold');
  });

  it('says which months were opened again: when, why, and by which two offices', () => {
    expect(shown.reopened).toEqual([
      'February 2026 was closed, and opened again on 1 June 2026: “A late invoice”. Asked for by Finance lead of BCP Council, approved by Lead officer of Dorset Council.',
    ]);
  });

  it('leads from each figure to the entries behind it, known at the same day', () => {
    const href = (cell: number) => partners!.rows[0]!.cells[cell]!.href;
    const entries = '/partnerships/aspire/ledger/entries';
    expect(href(2)).toBe(`${entries}?partner=dorset&account=paid%3Adorset&asAt=2026-03-31`);
    expect(href(3)).toBe(`${entries}?partner=dorset&asAt=2026-03-31`);
    expect(href(4)).toBeUndefined();
    expect(lines!.rows[0]!.cells[0]!.href).toBe(
      `${entries}?fund=pool&line=social-workers&account=budget-line%3Asocial-workers&asAt=2026-03-31`,
    );
    const later = positionPage(place, asked({}, 'pool'), { ...position, knownAt: '2026-04-09' }).position!;
    expect(later.when).toBe('As at 31 March 2026, as known at 9 April 2026');
    expect(later.tables[0]!.rows[0]!.cells[2]!.href).toContain('fund=pool&partner=dorset');
    expect(later.tables[0]!.rows[0]!.cells[2]!.href).toContain('knownAt=2026-04-09');
  });

  it('is a picture too: paid, let off and owed to one scale, with words for whoever cannot see it', () => {
    expect(shown.bars).toEqual([
      {
        ...{ name: 'Dorset Council', says: '£60.00 of £100.00 paid, £30.00 still owed' },
        alt: 'Dorset Council: 60% paid, 10% let off, 30% still owed',
        parts: [
          { kind: 'paid', x: '0', width: '60' },
          { kind: 'rebated', x: '60', width: '10' },
          { kind: 'owed', x: '70', width: '30' },
        ],
      },
      {
        ...{ name: 'bcp', says: '£75.00 of £50.00 paid, £25.00 more than it owed' },
        ...{ alt: 'bcp: 100% paid', parts: [{ kind: 'paid', x: '0', width: '75' }] },
      },
    ]);
  });

  it('marks what was made up and what nobody else approved', () => {
    expect([shown.tag?.text, shown.checked]).toEqual(['Illustrative', false]);
  });

  it('lets one choose a fund where there are several, and takes away what it shows', () => {
    expect(positionPage(place, asked(), position).form.funds).toEqual([]);
    const several = { ...position, knownAt: '2026-04-09', everyFund: ['pool', 'therapy'] };
    const { form, files } = positionPage(place, asked({}, 'therapy'), several);
    expect(form.funds).toEqual([
      { value: '', text: 'Every fund', selected: false },
      { value: 'pool', text: 'Pool', selected: false },
      { value: 'therapy', text: 'Therapy', selected: true },
    ]);
    const query = 'asAt=2026-03-31&knownAt=2026-04-09&fund=therapy';
    expect(files[0]!.csv).toBe(`/api/v1/partnerships/aspire/ledger/position/all.csv?${query}`);
  });

  it('asks again, kindly, where a date is none', () => {
    const { page, position: none, form } = positionPage(place, asked({ asAt: 'x', 'knownAt-day': '3' }));
    expect([none, form.open]).toEqual([undefined, true]);
    expect(page.errors).toEqual([
      { text: 'The date must be a real date', href: '#asAt-day' },
      { text: 'The date it was known at must include a month and a year', href: '#knownAt-month' },
    ]);
  });

  it('says so where nothing was posted', () => {
    const nothingPosted = { ...position, partners: [], funds: [], lines: [], checks: [] };
    const { tables, bars } = positionPage(place, asked(), nothingPosted).position!;
    expect([bars, tables.map(({ rows, empty }) => [rows.length, empty.length > 0])]).toEqual([
      [],
      [
        [0, true],
        [0, true],
        [0, true],
      ],
    ]);
  });
});
