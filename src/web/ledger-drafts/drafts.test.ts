import { describe, expect, it } from '@jest/globals';
import type { LedgerDraft } from '../../features/ledger/dto/draft.js';
import { blank } from '../shared/inputs.js';
import type { Visitor } from '../visitor/visitor.js';
import { ownCouncil } from '../visitor/own-council.js';
import { draftPage } from './draft.view-model.js';
import { draftsPage, readState } from './drafts.view-model.js';
import { type kindForms, kindsFor, readKind } from './kinds.js';
import { choosePage, proposePage } from './propose.view-model.js';
import { draftIn, lineIn, poundsIn } from './typed.js';

const place = {
  partnership: { id: 'aspire', name: 'Aspire Adoption' },
  names: new Map([
    ['bcp', 'BCP Council'],
    ['dorset', 'Dorset Council'],
  ]),
};
const entered = { digest: 'sha256:1', enteredFor: 'dorset', recordedBy: 'Finance officer of Dorset' };
const said = {
  ...{ effectiveOn: '2026-10-01', amount: '41250.00', fund: 'pool', reason: 'Quarter 3', reference: null },
  ...{ decision: null, pays: null, source: 'Invoice 7', lines: [] },
};
const draft: LedgerDraft = {
  ...{ id: 'd', kind: 'contribution', authority: 'dorset', fund: 'pool', amount: '41250.00', state: 'proposed' },
  ...{
    effectiveOn: '2026-10-01',
    reason: 'Quarter 3',
    reference: 'INV 7',
    decision: null,
    pays: null,
    reverses: null,
    settlement: null,
  },
  ...{
    line: null,
    digest: 'sha256:2',
    needsTwoCouncils: true,
    lineStanding: null,
    source: 'Invoice 7',
    illustrative: false,
  },
  ...{ recordedAt: '2026-10-02T09:00:00.000Z', recordedBy: 'Finance officer of Dorset', outcome: null },
  lines: [
    { account: 'receivable', authority: 'dorset', line: null, amount: '41250.00' },
    { account: 'contributed', authority: null, line: null, amount: '-41250.00' },
  ],
  versions: [
    { ...entered, ...said, amount: '40000.00', number: 1, recordedAt: '2026-10-02T09:00:00.000Z' },
    { ...entered, ...said, number: 2, recordedAt: '2026-10-03T09:00:00.000Z' },
  ],
};

describe('what is typed', () => {
  it('is read as people write it; what is no amount is left for whoever checks it', () => {
    expect(['41250', '£41,250.5', ' 007.10', '-3', 'lots', '1.234'].map(poundsIn)).toEqual([
      ...['41250.00', '41250.50', '7.10', '-3', 'lots', '1.234'],
    ]);
    expect([lineIn('Social workers'), lineIn(' Fees & costs ')]).toEqual(['social-workers', 'fees-costs']);
    const form = { kind: 'spending', amount: '1', line: 'Staffing', reason: ' May ', 'effectiveOn-day': '1' };
    expect(draftIn({ ...form, 'effectiveOn-month': '5', 'effectiveOn-year': '2026', formToken: 'x' })).toEqual({
      ...{ kind: 'spending', amount: '1.00', line: 'staffing', reason: 'May', effectiveOn: '2026-05-01' },
    });
  });
});

describe('the form of a proposal', () => {
  const offered = {
    bills: [],
    orders: [],
    lines: ['social-workers'],
    funds: ['pool'],
    decisions: [],
    own: undefined,
    turned: undefined,
  };
  const day = { day: '', month: '', year: '' };
  const names = (kind: keyof typeof kindForms) => {
    const { selects, inputs, words } = proposePage(place, offered, { kind, typed: blank, day, key: 'k' });
    return [...selects, ...inputs, ...words].map((input) => (input as { name: string }).name);
  };

  it('asks of each kind what it needs', () => {
    expect(names('contribution')).toEqual(['authority', 'amount', 'fund', 'reason', 'reference', 'source']);
    expect(names('receipt')).toEqual(['pays', 'amount', 'reason', 'reference', 'source']);
    expect(names('spending')).toEqual(['line', 'amount', 'fund', 'reason', 'reference', 'source']);
    expect(names('reversal')).toEqual(['reason', 'source']);
  });

  it('offers whoever acts for one council what concerns it alone', () => {
    const visitor = (role: Visitor['role']) => ({ role, authority: 'dorset' }) as Visitor;
    expect(ownCouncil(visitor('finance-officer'), 'ledger-draft.add')).toBe('dorset');
    expect(ownCouncil(visitor('finance-lead'), 'ledger-draft.add')).toBeUndefined();
    expect(ownCouncil(undefined, 'ledger-draft.add')).toBeUndefined();
    expect(kindsFor(true)).not.toContain('spending');
    expect(choosePage(place, false).kinds.map(({ text }) => text)).toContain('Spending');
    const { selects } = proposePage(
      place,
      { ...offered, own: 'dorset' },
      { kind: 'rebate', typed: blank, day, key: 'k' },
    );
    expect(selects[0]).toMatchObject({ items: [{ value: '' }, { value: 'dorset', text: 'Dorset Council' }] });
  });

  it('knows its kinds and nothing that every object has', () => {
    expect([readKind('rebate'), readKind('constructor'), readKind(['rebate'])]).toEqual([
      'rebate',
      undefined,
      undefined,
    ]);
  });
});

describe('what waits for approval', () => {
  it('is listed with who entered it last, and whether another council has to approve it', () => {
    const { drafts, heading, next, others } = draftsPage(place, 'proposed', { items: [draft], next: '?cursor=x' });
    expect(drafts).toEqual([
      {
        ...{ href: '/partnerships/aspire/ledger/drafts/d', kind: 'Contribution due', reason: 'Quarter 3' },
        ...{ partner: 'Dorset Council', amount: '£41,250.00', when: '1 October 2026' },
        ...{ entered: '3 October 2026, Finance officer of Dorset' },
        tags: [{ text: 'Needs another council', classes: 'govuk-tag--blue' }],
      },
    ]);
    expect([heading, next, others.map(({ text }) => text)]).toEqual([
      ...['Waiting for approval', '/partnerships/aspire/ledger/drafts?cursor=x', ['Approved', 'Rejected']],
    ]);
    expect([readState('approved'), readState('constructor')]).toEqual(['approved', 'proposed']);
  });
});

describe('a proposal', () => {
  const show = (looker: object, given: object = {}) =>
    draftPage(place, { ...draft, ...given }, { entered: false, changesFor: undefined, council: 'bcp', ...looker });

  it('is approved by somebody else, and says so to whoever entered it', () => {
    expect(show({ entered: true })).toMatchObject({
      ...{ approve: undefined, why: 'You entered this, so somebody else approves it.', own: true },
      reject: '/partnerships/aspire/ledger/drafts/d/rejections',
    });
    expect([show({ changesFor: 'bcp' }).change, show({ changesFor: 'dorset' }).change]).toEqual([
      ...[undefined, '/partnerships/aspire/ledger/drafts/d/change'],
    ]);
    expect(show({}).approve).toBe('/partnerships/aspire/ledger/drafts/d/approvals');
  });

  it('is approved by another council where it has to be', () => {
    expect(show({ council: 'dorset' }).why).toMatch(/^Your council entered this/);
    expect(show({ council: 'dorset' }, { needsTwoCouncils: false }).why).toBeUndefined();
  });

  it('shows its versions, the latest first, and what became of it', () => {
    const [newest, first] = show({}).versions;
    expect([newest?.name, newest?.changed]).toEqual(['Version 2', 'Changed: amount']);
    expect([first?.name, first?.changed]).toEqual(['Version 1', undefined]);
    const amount = { key: 'Amount', now: { text: '£41,250.00' }, was: { text: '£40,000.00' } };
    expect(newest?.rows).toContainEqual(amount);
    const outcome = {
      outcome: 'rejected',
      reason: 'Wrong',
      authority: 'bcp',
      recordedBy: 'BCP',
      recordedAt: '2026-10-04T09:00:00.000Z',
    };
    const { facts, waits, why, entry } = show({ entered: true }, { state: 'rejected', outcome });
    expect([waits, why, entry]).toEqual([false, undefined, undefined]);
    expect(facts.slice(-2)).toEqual([
      { key: 'Rejected', text: '4 October 2026 at 10:00am, by BCP' },
      { key: 'Why', text: 'Wrong' },
    ]);
    expect(show({}, { state: 'approved' }).entry).toBe('/partnerships/aspire/ledger/entries/d');
  });
});
