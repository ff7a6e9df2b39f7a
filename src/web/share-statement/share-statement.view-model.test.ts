import { describe, expect, it } from '@jest/globals';
import type { ShareStatement } from '../../features/shares/dto/share-statement.js';
import { readAsAt } from '../as-at/read-as-at.js';
import type { Bills } from './instalments.js';
import { shareStatementPage } from './share-statement.view-model.js';

const recorded = { source: 'Minutes, https://council.example/1', illustrative: false };
const kept = { ...recorded, recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: 'Local operator' };

const statement: ShareStatement = {
  partnership: 'aspire',
  year: '2020-21',
  asAt: '2020-11-01',
  illustrative: true,
  reopened: [
    {
      ...{ startsOn: '2020-05-01', reopenedAt: '2020-07-01T09:00:00.000Z', why: 'A late invoice' },
      asked: { authority: 'bcp', authorityName: 'BCP Council', recordedBy: 'Finance lead of bcp' },
      approved: { authority: 'dorset', authorityName: 'Dorset Council', recordedBy: 'Lead officer' },
    },
  ],
  period: { from: '2020-04-01', until: '2021-04-01' },
  parts: [
    {
      period: { from: '2020-04-01', until: '2021-04-01' },
      agreementVersion: {
        id: 'v',
        number: 2,
        agreement: 'The agreement',
        from: '2020-04-01',
        until: null,
        clause: 'Schedule 3',
        ...recorded,
      },
      decision: {
        id: 'd',
        authority: 'dorset',
        authorityName: 'Dorset Council',
        reference: 'D1',
        body: 'Cabinet',
        takenOn: '2020-02-12',
        title: 'Budget',
        ...recorded,
        illustrative: true,
      },
      calculation: {
        total: '2103700.00',
        partners: [
          {
            partner: 'bcp',
            amount: '1241183.00',
            displayPercent: '59.00',
            pots: [{ pot: 'pool', amount: '1241183.00', shared: '1241183.00', lines: [] }],
          },
          {
            partner: 'dorset',
            amount: '862517.00',
            displayPercent: '41.00',
            pots: [
              { pot: 'other', amount: '862517.00', shared: '862517.00', lines: [{ line: 'premises', amount: '1.00' }] },
            ],
          },
        ],
        unallocated: [],
        working: [
          { step: 1, pot: 'pool', rule: 'net', clause: 'Schedule 3', words: 'Net budget: £2,103,700.00 to share.' },
          {
            step: 2,
            pot: 'pool',
            rule: 'stated-percent',
            words: 'Each bears its percentage.',
            exact: { bcp: '59/100' },
            rounded: { bcp: '1241183.00' },
          },
          { step: 3, pot: 'other', rule: 'only', words: 'Another pot.' },
        ],
        checks: [],
        digest: 'sha256:00',
        engine: '1.0.0',
      },
    },
  ],
  partners: [
    {
      partner: 'bcp',
      name: 'BCP Council',
      displayPercent: '59.00',
      share: '1241183.00',
      billed: '1241183.00',
      due: '620591.50',
      paid: '310295.75',
      outstanding: '930887.25',
    },
    {
      partner: 'dorset',
      name: 'Dorset Council',
      displayPercent: '41.00',
      share: '862517.00',
      billed: '0.00',
      due: '0.00',
      paid: '0.00',
      outstanding: '862517.00',
    },
  ],
  totals: { share: '2103700.00', billed: '1241183.00', due: '620591.50', paid: '310295.75', outstanding: '1793404.25' },
  unallocated: [
    { pot: 'pool', amount: '0.00', why: 'nothing' },
    { pot: 'pool', amount: '12.00', why: 'its partner left' },
  ],
  checks: [
    { check: 'total-foots', holds: true, says: 'It adds up.' },
    { check: 'billed', holds: false, says: 'It does not.' },
  ],
  digest: 'sha256:11',
};

const bills: Bills = {
  contributions: [
    {
      id: 'c2',
      authority: 'bcp',
      dueOn: '2020-12-01',
      amount: '620591.50',
      what: 'Second',
      financialYear: '2020-21',
      ...kept,
      illustrative: true,
    },
    {
      id: 'c1',
      authority: 'bcp',
      dueOn: '2020-06-01',
      amount: '620591.50',
      what: 'First',
      financialYear: '2020-21',
      ...kept,
    },
  ],
  receipts: [
    {
      id: 'r1',
      contribution: 'c1',
      authority: 'bcp',
      receivedOn: '2020-06-03',
      amount: '310295.75',
      reference: 'BACS 1',
      ...kept,
    },
    {
      id: 'r2',
      contribution: 'c1',
      authority: 'bcp',
      receivedOn: '2020-11-02',
      amount: '310295.75',
      reference: 'BACS 2',
      ...kept,
    },
  ],
  cutOff: false,
};

const partnership = { id: 'aspire', name: 'Aspire Adoption' };
const ask = (asAt: string) => ({ partnership, year: '2020-21', asAt: readAsAt({ asAt }) });
const shown = shareStatementPage(ask('2020-11-01'), { statement, bills }).statement!;

describe('a share statement on a page', () => {
  it('gives every figure as people write it, and the totals below', () => {
    expect(shown.lines[0]).toEqual({
      name: 'BCP Council',
      share: '£1,241,183.00',
      percent: '59.00%',
      href: '#worked-out-bcp',
      cells: ['£1,241,183.00', '£620,591.50', '£310,295.75', '£930,887.25'],
    });
    expect(shown.totals.share).toBe('£2,103,700.00');
    expect(shown.bars[1]).toEqual({ name: 'Dorset Council', says: '£862,517.00, 41.00%', width: '41.00' });
  });

  it('walks one partner through the steps of its own pots, with its exact share', () => {
    const [bcp, dorset] = shown.workedOut;
    expect(bcp!.parts[0]!.steps).toEqual([
      { words: 'Net budget: £2,103,700.00 to share.', clause: 'Schedule 3', exact: undefined, rounded: undefined },
      { words: 'Each bears its percentage.', clause: undefined, exact: '59/100', rounded: '£1,241,183.00' },
    ]);
    expect(dorset!.parts[0]!.steps.map(({ words }) => words)).toEqual(['Another pot.']);
    expect(dorset!.parts[0]!.pots).toEqual([{ name: 'Other', amount: '£862,517.00', lines: ['Premises: £1.00'] }]);
    expect(bcp!.outstanding).toBe(
      'The share of £1,241,183.00 less the £310,295.75 paid leaves £930,887.25 outstanding.',
    );
  });

  it('lists the instalments as they fall due, with what had come in by the date', () => {
    expect(shown.workedOut[0]!.instalments).toEqual([
      {
        what: 'First',
        due: '1 June 2020',
        amount: '£620,591.50',
        payments: ['£310,295.75 on 3 June 2020, BACS 1'],
        tag: undefined,
      },
      {
        what: 'Second',
        due: '1 December 2020 (not due yet)',
        amount: '£620,591.50',
        payments: [],
        tag: { text: 'Illustrative', classes: 'govuk-tag--purple' },
      },
    ]);
  });

  it('names the agreement and the decision, each with its source and its tag', () => {
    expect(shown.restsOn[0]).toMatchObject({
      version: 'The agreement, version 2',
      versionHref: '/partnerships/aspire/agreement-versions/v',
      decisionHref: '/partnerships/aspire/decisions/d',
      decision: 'Budget. Dorset Council, Cabinet, 12 February 2020, reference D1',
      versionSourced: { pieces: [{ text: 'Minutes, ' }, { href: 'https://council.example/1' }], tag: undefined },
      decisionSourced: { tag: { text: 'Illustrative' } },
    });
    expect(shown.tag).toEqual({ text: 'Illustrative', classes: 'govuk-tag--purple' });
  });

  it('tells which month was opened again after it was closed', () => {
    expect(shown.reopened).toEqual([
      'May 2020 was closed, and opened again on 1 July 2020: “A late invoice”. Asked for by Finance lead of BCP Council, approved by Lead officer of Dorset Council.',
    ]);
  });

  it('tells what nobody bears, and which checks hold', () => {
    expect(shown.unallocated).toEqual(['£12.00 of pool is borne by nobody: its partner left']);
    expect(shown.checks.map(({ tag }) => tag.text)).toEqual(['Holds', 'Does not hold']);
  });

  it('shows no figure for a date that is not one', () => {
    const { page, statement: none, asAt } = shareStatementPage(ask('2020-02-30'));
    expect(page.errors).toEqual([{ text: 'The date must be a real date', href: '#asAt-day' }]);
    expect(none).toBeUndefined();
    expect(asAt.shown).toBeUndefined();
  });
});
