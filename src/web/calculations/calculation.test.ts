import { describe, expect, it } from '@jest/globals';
import { type CalculationKind, calculators } from '../../features/calculations/kinds.js';
import type { WholeCalculation } from '../../features/calculations/dto/calculation.js';
import { calculationPage } from './calculation.view-model.js';
import { calculationsPage } from './calculations.view-model.js';

const partnership = { id: 'aspire', name: 'Aspire Adoption' };

function recorded(kind: CalculationKind, document: object, more: Partial<WholeCalculation> = {}): WholeCalculation {
  const outcome = calculators[kind](document);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  const answer = outcome.value;
  return {
    ...{ id: 'c', kind, why: 'For the board', agreementVersion: null, year: null, repeats: null, restsOn: [] },
    ...{ sameDigest: null, sameFigures: null, engine: answer.engine, digest: answer.digest, answerDigest: 'sha256:1' },
    ...{
      source: 'Paper 7',
      illustrative: false,
      recordedAt: '2026-11-22T10:04:00.000Z',
      recordedBy: 'Finance officer',
    },
    ...{ document, answer, ...more },
  };
}
const page = (kind: CalculationKind, document: object, more?: Partial<WholeCalculation>) =>
  calculationPage(partnership, recorded(kind, document, more));

const partners = [{ id: 'a', name: 'Council A', role: 'host' }, { id: 'b' }];
const shares = (amount: string, only?: string) => ({
  ...{ period: '2020-21', partners: [partners[0], { id: 'b', from: '2020-10-01' }] },
  pots: [
    {
      ...{ id: 'pool', basis: { kind: 'equal' }, clause: 'Schedule 3' },
      lines: [{ id: 'staff', amount }, ...(only === undefined ? [] : [{ id: 'rent', amount: '365.00', only }])],
    },
  ],
});

describe('a recorded calculation on a page', () => {
  it('of shares has each partner, what nobody bears, the steps with each one’s exact share, and the checks', () => {
    const shown = page('shares', shares('100.00', 'b'));
    expect(shown.table!.rows.map(({ name }) => name)).toEqual(['Council A', 'b']);
    expect(shown.table!.total!.cells[0]).toBe('£465.00');
    expect(shown.warnings).toEqual([expect.stringMatching(/^£183\.00 of pool is borne by nobody: /)]);
    expect(shown.steps[0]).toMatchObject({ clause: 'Schedule 3' });
    expect(shown.steps.some(({ details }) => details.some((line) => /^Council A: \d+\/\d+/.test(line)))).toBe(true);
    expect(shown.checks.map(({ tag }) => (tag as { text: string }).text)).toContain('Does not hold');
  });

  it('of a variance adds up to it, with what falls on no partner and what the board decides', () => {
    const document = {
      ...{ period: '2020-21', partners, budget: '100.00', forecast: '200.00' },
      overspend: [
        { kind: 'cut', limit: { amount: '10.00' } },
        { kind: 'bearer', partner: 'a', limit: { amount: '20.00' } },
      ],
    };
    const over = page('variance', document);
    expect(over.table!.rows.map(({ name, cells }) => [name, cells[0]])).toEqual([
      ['Council A', '£20.00'],
      ['b', '£0.00'],
      ['On no partner: cut', '£10.00'],
      ['Nobody, until the board decides', '£70.00'],
    ]);
    expect(over.warnings[0]).toMatch(/^£70\.00 of the overspend is undetermined\. It is left/);
    const under = page('variance', { ...document, forecast: '90.00' });
    expect(under.table!.rows.at(-1)!.cells).toEqual(['−£10.00']);
  });

  it('of a true-up says what each difference is put down to', () => {
    const shown = page('true-up', { recorded: shares('100.00'), later: shares('160.00') });
    expect(shown.table!.total).toEqual({ name: 'Total', cells: ['£100.00', '£160.00', '£60.00', 'Spend £60.00'] });
    const same = page('true-up', { recorded: shares('100.00'), later: shares('100.00') });
    expect(same.table!.rows[0]!.cells.at(-1)).toBe('Nothing');
    expect(page('true-up', { recorded: shares('1.00'), later: shares('1.00', 'b') }).warnings).toHaveLength(1);
  });

  it('of a comparison says how far each partner’s amount is from the named one', () => {
    const alternatives = [
      { id: 'now', name: 'As agreed', document: shares('100.00') },
      { id: 'more', document: shares('160.00', 'b') },
      { id: 'less', document: shares('99.00') },
    ];
    const shown = page('compare', { against: 'now', alternatives });
    expect(shown.table!.head).toEqual(['Partner', 'As agreed', 'more', 'less']);
    expect(shown.table!.total!.cells).toEqual(['£100.00', '£525.00: £425.00 more', '£99.00: £1.00 less']);
    expect(shown.table!.rows[0]!.name).toBe('Council A');
    expect(shown.warnings).toEqual(['£183.00 of “more” is borne by nobody']);
  });

  it('of a table says what cannot be', () => {
    const rows = [{ partner: 'b', cells: { previous: '250000', increase: '500', amount: '255000' } }];
    const columns = ['previous', 'increase', 'amount'].map((id) => ({ id }));
    const shown = page('footing', { display: 'rounded', columns, rows });
    expect([shown.table, shown.warnings.length > 0]).toEqual([undefined, true]);
    expect(shown.steps.length).toBeGreaterThan(0);
  });

  it('leads to what it rests on and to what it makes again, and says whether that came to the same', () => {
    const restsOn = [
      { at: '/recorded', kind: 'share-statement', id: '2020-21', asAt: '2020-08-01' },
      { at: '/recorded', kind: 'agreement-version', id: 'v' },
      { at: '/later', kind: 'calculation', id: 'd' },
    ] as const;
    const more = {
      restsOn: [...restsOn],
      repeats: 'e',
      sameDigest: false,
      sameFigures: true,
      year: '2020-21',
      agreementVersion: 'v',
    };
    const { facts } = page('shares', shares('1.00'), more);
    expect(facts.map(({ key, text, href }) => [key, text, href])).toEqual([
      ['Recorded', '22 November 2026 at 10:04am, by Finance officer', undefined],
      ['Rules', expect.stringMatching(/^Version /), undefined],
      ['Financial year', '2020 to 2021', '/partnerships/aspire/calculations/years/2020-21'],
      ['About', 'An agreement version', '/partnerships/aspire/agreement-versions/v'],
      [
        'Makes again',
        'An earlier calculation: another digest, the same figures',
        '/partnerships/aspire/calculations/e',
      ],
      [
        'Rests on',
        'The share statement for 2020 to 2021 as at 1 August 2020',
        '/partnerships/aspire/share-statements/2020-21?asAt=2020-08-01',
      ],
      ['Rests on', 'An agreement version', '/partnerships/aspire/agreement-versions/v'],
      ['Rests on', 'A recorded calculation', '/partnerships/aspire/calculations/d'],
    ]);
    const said = (sameDigest: boolean) =>
      page('shares', shares('1.00'), { ...more, sameDigest, sameFigures: false }).facts[4]!.text;
    expect([said(true), said(false)]).toEqual([
      'An earlier calculation: the same digest',
      'An earlier calculation: another digest, other figures',
    ]);
  });
});

describe('the list of recorded calculations', () => {
  it('says what each was for, leads to it, and to the next page', () => {
    const { items, next } = calculationsPage(partnership, {
      items: [recorded('shares', shares('1.00'))],
      next: '?cursor=x',
    });
    expect(items).toEqual([
      {
        ...{ href: '/partnerships/aspire/calculations/c', kind: 'Shares', why: 'For the board', tag: undefined },
        ...{ when: '22 November 2026 at 10:04am', who: 'Finance officer' },
      },
    ]);
    expect(next).toBe('/partnerships/aspire/calculations?cursor=x');
    expect(calculationsPage(partnership, { items: [], next: null }).next).toBeUndefined();
  });
});
