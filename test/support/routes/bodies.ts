import { randomUUID } from 'node:crypto';
import { exampleTable } from '../../../src/features/footing/example-table.js';
import { exampleSchedule } from '../../../src/features/shared/example-schedule.js';
import { exampleComparison } from '../../../src/features/shares/compare.example.js';
import { exampleTrueUp } from '../../../src/features/shares/true-up.example.js';
import { exampleVariance } from '../../../src/features/shares/variance.example.js';
import { newKeys } from '../evidence.js';
import { days, type Place } from './place.js';

/** What is sent in a place, in the name of an authority; the number makes one body unlike any other. */
type Body = (at: Place, authority: string, n: number) => object;

const within = '/api/v1/partnerships/:partnership';
const sourced = { source: 'Made for a test' };
const approved = { outcome: 'approved', approves: 'formula' };
const aBill = { effectiveOn: '2026-04-01', reason: 'Bill', amount: '1.00' };
const drafts = '/partnerships/:partnership/ledger/drafts';
const monthsOnPages = '/partnerships/:partnership/ledger/periods';
const heldOnAPage = '/partnerships/:partnership/ledger/reconciliations';
const orders = '/partnerships/:partnership/ledger/commitments';
const aBillOnAPage = {
  ...{ reason: 'Bill', amount: '1', 'effectiveOn-day': '1', 'effectiveOn-month': '4', 'effectiveOn-year': '2026' },
};
const onAPage = { 'happenedOn-day': '2', 'happenedOn-month': '4', 'happenedOn-year': '2026' };
const on = (n: number) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10);

/** What each route that takes something is sent. A route that is not here fails the test. */
export const bodies: Readonly<Record<string, Body>> = {
  '/api/v1/authorities': (_, __, n) => ({ id: `council-${n}`, name: `Council ${n}`, kind: 'unitary' }),
  '/api/v1/partnerships': (_, __, n) => ({ id: `p-${n}`, name: `P ${n}`, deliveryModel: 'hosted', about: 'Two.' }),
  '/api/v1/people': (_, authority, n) => ({ name: `Somebody ${n}`, authority }),
  '/api/v1/people/:person/identities': ({ provider }, _, n) => ({ provider, subject: `somebody ${n}` }),
  '/api/v1/people/:person/identities/:id/end': () => ({ reason: 'They have left' }),
  '/api/v1/grants': ({ ids }) => ({ person: ids['keeper'], ...days }),
  '/api/v1/grants/:id/end': () => ({ reason: 'They have left' }),
  '/api/v1/account/tokens': () => ({ label: 'Ledger', actions: ['partnership.read'], days: 30 }),
  '/api/v1/account/tokens/:id/end': () => ({ reason: 'Switched off' }),
  [`${within}/grants`]: ({ ids }, authority) => ({ person: ids['newcomer'], role: 'observer', authority, ...days }),
  [`${within}/grants/:id/approvals`]: (_, authority) => ({ authority }),
  [`${within}/grants/:id/end`]: () => ({ reason: 'They have left' }),
  [`${within}/participations`]: ({ ids }, _, n) => ({
    ...{ authority: ids['invited'], role: 'invited', from: on(n), until: on(n + 1) },
  }),
  [`${within}/decisions`]: (_, authority, n) => ({
    ...{ authority, body: 'Cabinet', reference: `${n}`, takenOn: '2026-01-01', ...approved, title: 'It' },
  }),
  [`${within}/agreements`]: (_, __, n) => ({ title: `Agreement ${n}`, ...days }),
  [`${within}/agreement-versions`]: ({ ids }) => ({
    ...{ agreement: ids['agreements'], decision: ids['approved'], from: '2030-04-01' },
    schedule: exampleSchedule('2030-31'),
  }),
  [`${within}/calculations`]: ({ year }) => ({ why: 'For the board', kind: 'shares', document: exampleSchedule(year) }),
  [`${within}/contributions`]: (_, authority) => ({ authority, dueOn: '2026-04-01', amount: '1.00', what: 'Bill' }),
  [`${within}/receipts`]: ({ ids }) => ({
    ...{ contribution: ids['contributions'], receivedOn: '2026-04-01', amount: '1.00', reference: 'BACS' },
  }),
  [`${within}/ledger/drafts`]: (_, authority) => ({ kind: 'contribution', authority, ...aBill }),
  [`${within}/ledger/drafts/:id/versions`]: () => aBill,
  [`${within}/ledger/drafts/:id/approvals`]: ({ ids }) => ({ digest: ids['digest'] }),
  [`${within}/ledger/drafts/:id/rejections`]: ({ ids }) => ({ digest: ids['digest'], reason: 'Not so' }),
  [`${within}/ledger/settlements`]: ({ ids }, _, n) => ({
    ...{
      kind: 'true-up',
      financialYear: '2019-20',
      fund: `fund-${n}`,
      decision: ids['approved'],
      why: 'Nothing differs',
    },
  }),
  [`${within}/ledger/instalments/:year/proposals`]: (_, authority) => ({
    ...{ number: 1, authority, statementDigest: 'sha256:of-another-one' },
  }),
  [`${within}/ledger/bills/:id/invoices`]: () => ({ happenedOn: '2026-04-02', invoice: 'INV 1' }),
  [`${within}/ledger/bills/:id/disputes`]: () => ({ happenedOn: '2026-04-02', reason: 'Counted twice' }),
  [`${within}/ledger/bills/:id/resolutions`]: () => ({ happenedOn: '2026-04-02', reason: 'It was not' }),
  [`${within}/ledger/bills/:id/defaults`]: ({ ids }) => ({ happenedOn: '2026-04-02', decision: ids['approved'] }),
  // Not over, so that no month is closed that others post in.
  [`${within}/ledger/closings`]: () => ({ startsOn: '2999-01-01', why: 'Agreed' }),
  [`${within}/ledger/year-closings`]: () => ({ financialYear: '2098-99', why: 'Agreed' }),
  [`${within}/ledger/reopenings`]: ({ ids }) => ({ closing: ids['closings'], why: 'A bill is missing' }),
  [`${within}/ledger/reopenings/:id/approvals`]: () => ({}),
  [`${within}/ledger/reopenings/:id/rejections`]: () => ({ reason: 'Not so' }),
  [`${within}/ledger/budgets`]: ({ ids }, _, n) => ({
    ...{ financialYear: '2026-27', kind: 'original', from: '2026-04-01', decision: ids['approved'], fund: `fund-${n}` },
    lines: [{ line: 'staffing', name: 'Staffing', amount: '1.00' }],
  }),
  [`${within}/ledger/forecasts`]: () => ({
    ...{ financialYear: '2026-27', report: 'Month 1', madeOn: '2026-05-01' },
    rows: [{ line: 'staffing', month: '2026-05-01', amount: '1.00' }],
  }),
  [`${within}/ledger/reconciliations`]: ({ ids }) => ({
    ...{ import: ids['host-imports'], account: 'cash', fund: 'pool', from: '2026-04-01', asAt: '2026-04-30' },
    opening: '0.00',
  }),
  [`${within}/ledger/host-matches`]: ({ ids }) => ({
    ...{ reconciliation: ids['reconciliations'], kind: 'apart', lines: [ids['host-lines']], entries: [] },
    reason: 'Not the same',
  }),
  [`${within}/ledger/host-matches/:id/undoing`]: () => ({ reason: 'The same after all' }),
  [`${within}/ledger/commitments`]: (_, __, n) => ({
    ...{ line: 'staffing', amount: '5.00', supplier: 'Agency', reference: `PO ${n}`, what: 'Cover' },
    ...{ orderedOn: '2026-04-01', expectedIn: '2026-05-01' },
  }),
  [`${within}/ledger/commitment-releases`]: ({ ids }) => ({
    ...{ commitment: ids['commitments'], releasedOn: '2026-05-01', amount: '0.01', reason: 'Not needed' },
  }),
  [`${within}/provisions`]: (_, authority, n) => ({
    ...{ authority, financialYear: '2026-27', amount: '1.00', decidedOn: on(n) },
  }),
  [`${within}/funding-sources`]: (_, __, n) => ({
    ...{ name: `Fund ${n}`, funder: 'Trust', route: 'off-formula', paysFor: 'Therapy', from: '2020-01-01' },
  }),
  [`${within}/funding-amounts`]: ({ ids }, _, n) => ({
    ...{ fundingSource: ids['funding-sources'], ...days, amount: '1.00', announcedOn: on(n) },
  }),
  [`${within}/certainty-changes`]: ({ ids }, _, n) => ({
    ...{ fundingSource: ids['funding-sources'], certainty: 'lost', happenedOn: on(n) },
  }),
  [`${within}/planned-spends`]: ({ ids }, authority, n) => ({
    ...{ fundingSource: ids['funding-sources'], authority, ...days, amount: '1.00', plannedOn: on(n) },
  }),
  [`${within}/package-returns`]: ({ ids }, authority, n) => ({
    ...{ fundingSource: ids['funding-sources'], authority, countedOn: on(n), children: 1, costEach: '1.00' },
  }),
  [`${within}/publications`]: ({ year }) => ({ financialYear: year }),
  [`${within}/withdrawals`]: ({ ids }) => ({ publication: ids['publication'] }),
  [`${within}/audit/checkpoints`]: () => ({ covers: 1 }),
  [`${within}/audit/checkpoints/:size/cosignatures`]: ({ ids }, authority) => ({
    ...{ authority, key: ids['keys'], signature: 'signed by nobody' },
  }),
  [`${within}/audit/:position/erasure`]: () => ({ why: 'Names a child' }),
  '/api/v1/audit/:position/erasure': () => ({ why: 'Names a child' }),
  [`${within}/audit/keys`]: (_, authority) => ({ authority, pem: newKeys().pem }),
  [`${within}/imports`]: ({ own }, _, n) => ({
    csv: `authority,dueOn,amount,what,source\n${own},2026-04-01,1.00,Bill ${n},Made for a test\n`,
  }),
  [`${within}/measures`]: (_, authority, n) => ({
    ...{ measure: 'children', authority, financialYear: '2025-26', value: `${n}`, unit: 'children', status: 'final' },
  }),
  [`${within}/imports/:id/submission`]: ({ ids }) => ({ digest: ids['digest-to-submit'] }),
  [`${within}/imports/:id/approvals`]: ({ ids }) => ({ digest: ids['digest-to-approve'] }),
  [`${within}/imports/:id/rejections`]: ({ ids }) => ({ digest: ids['digest-to-reject'], reason: 'Not so' }),
  [`${within}/imports/:id/confirmation`]: ({ ids }) => ({ digest: ids['import-digest'] }),
  '/partnerships/:partnership/ledger/bills/:id/invoices': () => ({ ...onAPage, invoice: 'INV 1' }),
  '/partnerships/:partnership/ledger/bills/:id/disputes': () => ({ ...onAPage, reason: 'Counted twice' }),
  '/partnerships/:partnership/ledger/bills/:id/resolutions': () => ({ ...onAPage, reason: 'It was not' }),
  '/partnerships/:partnership/ledger/bills/:id/defaults': ({ ids }) => ({ ...onAPage, decision: ids['approved'] }),
  '/partnerships/:partnership/ledger/instalments/:year': (_, authority) => ({
    ...{ number: '1', authority, statementDigest: 'sha256:of-another-one' },
  }),
  '/partnerships/:partnership/calculations/new': ({ ids }) => workedOut(ids),
  '/partnerships/:partnership/calculations': ({ ids }) => ({ ...workedOut(ids), why: 'For the board' }),
  '/partnerships/:partnership/imports': () => ({ kind: 'contributions' }),
  '/partnerships/:partnership/imports/:id': ({ ids }) => ({ digest: ids['import-digest'] }),
  '/partnerships/:partnership/imports/:id/approvals': ({ ids }) => ({ digest: ids['digest-to-approve'] }),
  '/partnerships/:partnership/imports/:id/rejections': ({ ids }) => ({ digest: ids['digest-to-reject'], reason: 'No' }),
  '/partnerships/:partnership/ledger/settlements': ({ ids }, _, n) => ({
    ...{
      kind: 'true-up',
      financialYear: '2017-18',
      calculation: 'nothing',
      fund: `page-${n}`,
      decision: ids['approved'],
    },
    ...{ key: randomUUID(), why: 'Nothing differs' },
  }),
  '/partnerships/:partnership/ledger/year-closings': () => ({
    key: randomUUID(),
    financialYear: '2098-99',
    why: 'Agreed',
  }),
  [orders]: (_, __, n) => ({
    ...{ key: randomUUID(), line: 'staffing', amount: '5', supplier: 'Agency', reference: `Page ${n}`, what: 'Cover' },
    ...{ 'orderedOn-day': '1', 'orderedOn-month': '4', 'orderedOn-year': '2026' },
    ...{ 'expectedIn-day': '1', 'expectedIn-month': '5', 'expectedIn-year': '2026' },
  }),
  [`${orders}/:id/releases`]: () => ({ key: randomUUID(), amount: '0.01', reason: 'Not needed' }),
  '/partnerships/:partnership/ledger/budgets': ({ ids, year }, _, n) => ({
    ...{ key: randomUUID(), year, fund: `page-${n}`, kind: 'original', decision: ids['approved'] },
    ...{ 'new-name-0': 'Staffing', 'new-amount-0': '1' },
    ...{ 'from-day': '1', 'from-month': '6', 'from-year': year.slice(0, 4) },
  }),
  '/partnerships/:partnership/ledger/forecasts': ({ year }) => ({
    ...{ key: randomUUID(), year, report: 'Month 2', [`amount-staffing-${year.slice(0, 4)}-05`]: '1' },
    ...{ 'madeOn-day': '1', 'madeOn-month': '6', 'madeOn-year': year.slice(0, 4) },
  }),
  [drafts]: (_, authority) => ({ kind: 'contribution', authority, key: randomUUID(), ...aBillOnAPage }),
  [`${drafts}/:id/versions`]: () => ({ key: randomUUID(), ...aBillOnAPage }),
  [`${drafts}/:id/approvals`]: ({ ids }) => ({ digest: ids['digest'] }),
  [`${drafts}/:id/rejections`]: ({ ids }) => ({ digest: ids['digest'], reason: 'Not so' }),
  [`${monthsOnPages}/closings`]: () => ({ startsOn: '2999-01-01', why: 'Agreed', key: randomUUID() }),
  [`${monthsOnPages}/reopenings`]: ({ ids }) => ({
    ...{ closing: ids['closings'], askWhy: 'A bill is missing', askSource: 'Bill', key: randomUUID() },
  }),
  [`${monthsOnPages}/reopenings/:id/approvals`]: () => ({ decideSource: 'Bill' }),
  [`${monthsOnPages}/reopenings/:id/rejections`]: () => ({ decideReason: 'Not so' }),
  [heldOnAPage]: ({ ids }) => ({
    ...{ import: ids['host-imports'], account: 'cash', fund: 'Pool', opening: '0', key: randomUUID() },
    ...{ 'from-day': '1', 'from-month': '4', 'from-year': '2026', 'asAt-day': '30', 'asAt-month': '4' },
    'asAt-year': '2026',
  }),
  [`${heldOnAPage}/:id/together`]: ({ ids }) => ({ lines: `h.${ids['host-lines']}`, reason: 'A charge' }),
  [`${heldOnAPage}/:id/undo`]: ({ ids }) => ({ group: `h.${ids['host-lines']}`, undoReason: 'Not the same' }),
  '/people': (_, authority, n) => ({ name: `Somebody ${n}`, authority }),
  '/people/:id/enrolment': (_, __, n) => ({ name: `somebody-${n}` }),
  '/partnerships/:partnership/people': ({ ids }, authority) => ({
    ...{ person: ids['newcomer'], role: 'observer', authority },
    ...{ 'from-day': '1', 'from-month': '4', 'from-year': '2026' },
  }),
  '/partnerships/:partnership/people/:id/approval': () => ({}),
  '/partnerships/:partnership/people/:id/end': () => ({ reason: 'They have left' }),
  '/api/v1/calculations/shares': () => exampleSchedule('2020-21'),
  '/api/v1/calculations/compare': () => exampleComparison,
  '/api/v1/calculations/true-up': () => exampleTrueUp,
  '/api/v1/calculations/variance': () => exampleVariance,
  '/api/v1/calculations/footing': () => exampleTable,
};

/** A calculation as its form has it. */
function workedOut(ids: Readonly<Record<string, string>>) {
  return { kind: 'shares', of: `agreementVersion ${ids['agreement-versions']}`, key: randomUUID() };
}

/** Bodies that say nothing of where they come from. */
const unsourced = [
  '/imports',
  '/confirmation',
  '/submission',
  '/enrolment',
  '/api/v1/calculations/',
  '/api/v1/account/',
  '/end',
  '/checkpoints',
  '/cosignatures',
  '/erasure',
];

/** What nobody can be seen to get done here, and why; that they are not refused is seen all the same. */
export const cannotBeDone: Readonly<Record<string, string>> = {
  '/partnerships/:partnership/ledger/instalments/:year': 'It is proposed once: bill-pages.test.ts proposes one.',
  ...Object.fromEntries(
    ['invoices', 'disputes', 'resolutions', 'defaults'].map((what) => [
      `/partnerships/:partnership/ledger/bills/:id/${what}`,
      'It happens to a bill once from where that stands, and is for some to say: bill-pages.test.ts walks it.',
    ]),
  ),
  [`${within}/ledger/instalments/:year/proposals`]:
    'An instalment is proposed once, as it was read: instalments.test.ts proposes one.',
  ...Object.fromEntries(
    ['invoices', 'disputes', 'resolutions', 'defaults'].map((what) => [
      `${within}/ledger/bills/:id/${what}`,
      'It happens to a bill once from where that stands, and is for some to say: bills.test.ts records each.',
    ]),
  ),
  [`${monthsOnPages}/closings`]: 'A month is closed once: period-pages.test.ts closes one.',
  [`${monthsOnPages}/reopenings/:id/approvals`]:
    'It is decided once, by another council: period-pages.test.ts approves.',
  [`${monthsOnPages}/reopenings/:id/rejections`]: 'It is decided once: period-pages.test.ts rejects.',
  [`${heldOnAPage}/:id/together`]: 'A line is spoken for once: reconciliation-pages.test.ts speaks for some.',
  [`${heldOnAPage}/:id/undo`]: 'A line is spoken for once: reconciliation-pages.test.ts takes some apart.',
  [`${within}/ledger/host-matches`]: 'A line is spoken for once: reconciliations.test.ts speaks for some.',
  [`${within}/ledger/host-matches/:id/undoing`]: 'It is undone once: reconciliations.test.ts undoes some.',
  [`${within}/ledger/year-closings`]: 'A year is closed once: ledger-year-end.test.ts closes one.',
  '/partnerships/:partnership/ledger/year-closings': 'A year is closed once: ledger-year-end.test.ts closes one.',
  [`${within}/ledger/closings`]: 'A month is closed once: ledger-periods.test.ts closes some.',
  [`${within}/ledger/reopenings/:id/approvals`]:
    'It is decided once, by another council: ledger-periods.test.ts approves.',
  [`${within}/ledger/reopenings/:id/rejections`]: 'It is decided once: ledger-periods.test.ts rejects.',
  [`${within}/audit/checkpoints/:size/cosignatures`]:
    'A signature fits one checkpoint, and one is signed anew each time.',
  '/partnerships/:partnership/imports/:id':
    'A file is added once, and the API has done it: import-pages.test.ts adds one here.',
  '/partnerships/:partnership/imports/:id/approvals':
    'A file is decided once, and the API has done it: import-pages.test.ts approves one.',
  '/partnerships/:partnership/imports/:id/rejections':
    'A file is decided once, and the API has done it: import-pages.test.ts rejects one.',
  '/partnerships/:partnership/imports': 'Its form carries a file: import-pages.test.ts sends one.',
  [`${drafts}/:id/approvals`]: 'A draft is decided once, and the API has done it: ledger-draft-pages.test.ts approves.',
  [`${drafts}/:id/rejections`]: 'A draft is decided once, and the API has done it: ledger-draft-pages.test.ts rejects.',
  '/api/v1/account/tokens/:id/end': 'Ended by whoever it belongs to alone.',
};

/** What can be done once, so that whoever comes second finds it gone. */
export const doneOnce: readonly string[] = [`${within}/audit/:position/erasure`, '/api/v1/audit/:position/erasure'];

/** The body that a route is sent; nothing where the test has none. */
export function bodyFor(url: string, at: Place, authority: string, n: number): object | undefined {
  const body = bodies[url]?.(at, authority, n);
  if (body === undefined || unsourced.some((part) => url.startsWith(part) || url.endsWith(part))) return body;
  return { ...body, ...sourced };
}

/** Whether what is sent names the authority in whose name it is. */
export function namesAuthority(url: string): boolean {
  const sample = { ids: {}, year: '2020-21' } as unknown as Place;
  return JSON.stringify(bodies[url]?.(sample, 'the-authority', 1) ?? {}).includes('the-authority');
}
