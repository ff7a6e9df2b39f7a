import type { TestApp } from '../app.js';
import { exampleSchedule } from '../../../src/features/shared/example-schedule.js';
import { newKeys } from '../evidence.js';
import { added } from '../partnership.js';
import { hostLedger } from './host-ledger.js';

/** A partnership of the demonstration, as far as requests name what is in it. */
export interface Place {
  readonly partnership: string;
  /** The authority in whose capacity people act there, and another one. */
  readonly own: string;
  readonly other: string;
  readonly year: string;
  /** The way in which people of one's own authority sign in, where it has one. */
  readonly provider?: string;
  /** The id of something that is there, by the name its list has in an address. */
  readonly ids: Readonly<Record<string, string>>;
}

export const days = { from: '2020-01-01', until: '2099-01-01' };

/** The id of nothing. */
export const nothing = '99999999-9999-4999-8999-999999999999';

const kinds = [
  ...['participations', 'decisions', 'agreements', 'agreement-versions', 'contributions', 'receipts', 'provisions'],
  ...['funding-sources', 'funding-amounts', 'certainty-changes', 'planned-spends', 'package-returns', 'flags'],
  ...['audit/keys', 'withdrawals', 'calculations', 'ledger/entries', 'ledger/closings', 'ledger/reopenings'],
  ...['ledger/budgets', 'ledger/forecasts', 'ledger/settlements', 'ledger/year-closings', 'ledger/bills'],
  'measures',
  ...['ledger/host-lines', 'ledger/reconciliations', 'ledger/host-matches'],
  ...['ledger/commitments', 'ledger/commitment-releases'],
];

const aBill = { kind: 'contribution', effectiveOn: '2026-04-01', reason: 'Bill', amount: '1.00' };
const council = (id: string) => ({ id, name: id, kind: 'unitary' });

/** A place with somebody in it who has a role; where it has none of a kind, the id of another's. */
export async function makePlace(app: TestApp, given: Omit<Place, 'ids'>, others: Place['ids'] = {}): Promise<Place> {
  const base = `partnerships/${given.partnership}`;
  const register = async () => (await added(app, 'people', { name: `Of ${given.partnership}` })).id as string;
  const [people, keeper, newcomer] = [await register(), await register(), await register()];
  const ids: Record<string, string> = { ...others, people, keeper, newcomer };
  await added(app, `${base}/audit/keys`, { authority: given.own, pem: newKeys().pem });
  await app.http.post(`/api/v1/${base}/audit/checkpoints`, { covers: 1 });
  const publish = async () => (await added(app, `${base}/publications`, { financialYear: given.year })).id as string;
  const [published, publication, withdrawn] = [await publish(), await publish(), await publish()];
  await added(app, `${base}/withdrawals`, { publication: withdrawn });
  Object.assign(ids, { published, publications: published, publication });
  await budgeted(app, base, given.year);
  const calculation = { why: 'For the board', kind: 'shares', document: exampleSchedule(given.year) };
  await added(app, `${base}/calculations`, calculation);
  for (const name of ['drafts', 'draft-to-approve', 'draft-to-reject']) {
    const draft = await added(app, `${base}/ledger/drafts`, { ...aBill, authority: given.own });
    Object.assign(ids, { [name]: draft.id as string, digest: draft.digest as string });
  }
  await settled(app, base);
  const closing = await added(app, `${base}/ledger/closings`, { startsOn: '2000-03-01', why: 'Before it began' });
  await added(app, `${base}/ledger/year-closings`, { financialYear: '1999-00', why: 'Before it began' });
  await added(app, `${base}/ledger/reopenings`, { closing: closing.id as string, why: 'A bill is missing' });
  const figure = { measure: 'children', authority: given.own, financialYear: '2024-25', value: '1', unit: 'children' };
  await added(app, `${base}/measures`, { ...figure, status: 'final' });
  const hostImport = await hostLedger(app, given.partnership);
  for (const kind of kinds) {
    const { body } = await app.http.get(`/api/v1/${base}/${kind}`);
    const [first] = body.items as { id: string }[];
    if (first) ids[kind.replace(/^.*\//, '')] = first.id;
  }
  Object.assign(ids, { 'host-imports': hostImport, ...(await imported(app, given)) });
  if (given.provider !== undefined) Object.assign(ids, await identified(app, given));
  const auditor = async (person: string) =>
    (await added(app, `${base}/grants`, { person, role: 'auditor', ...days })).id as string;
  const { body } = await app.http.get(`/api/v1/${base}/decisions?outcome=approved&approves=budget`);
  return {
    ...given,
    ids: {
      ...ids,
      authorities: given.own,
      invited: (await added(app, 'authorities', council(`council-of-${given.partnership}`))).id as string,
      partnerships: given.partnership,
      tokens: nothing,
      approved: (body.items as { id: string }[])[0]?.id ?? '',
      grants: await auditor(people),
      'grants-on-pages': await auditor(newcomer),
      administrators: (await added(app, 'grants', { person: keeper, ...days })).id as string,
    },
  };
}

/** A year of which nothing was settled. */
async function settled(app: TestApp, base: string): Promise<void> {
  const { body } = await app.http.get(`/api/v1/${base}/decisions?outcome=approved&approves=budget`);
  const decision = (body.items as { id: string }[])[0]?.id;
  const nothing = { kind: 'true-up', financialYear: '2018-19', why: 'Nothing differs' };
  await added(app, `${base}/ledger/settlements`, { ...nothing, decision });
}

/** A year's budget, an order and a forecast. */
async function budgeted(app: TestApp, base: string, financialYear: string): Promise<void> {
  const { body } = await app.http.get(`/api/v1/${base}/decisions?outcome=approved&approves=budget`);
  const [decided] = body.items as { id: string }[];
  const [line, start] = [{ line: 'staffing', amount: '1.00' }, financialYear.slice(0, 4)];
  const [april, may] = [`${start}-04-01`, `${start}-05-01`];
  const budget = { financialYear, kind: 'original', from: april, lines: [{ ...line, name: 'Staffing' }] };
  if (decided) await added(app, `${base}/ledger/budgets`, { ...budget, decision: decided.id });
  const order = { ...line, amount: '5000.00', supplier: 'Agency', reference: 'PO 1', what: 'Cover' };
  const placed = { ...order, orderedOn: april, expectedIn: may };
  const commitment = (await added(app, `${base}/ledger/commitments`, placed)).id as string;
  const release = { commitment, releasedOn: may, amount: '0.01', reason: 'Not needed' };
  await added(app, `${base}/ledger/commitment-releases`, release);
  const forecast = { financialYear, report: 'Month 1', madeOn: may };
  await added(app, `${base}/ledger/forecasts`, { ...forecast, rows: [{ ...line, month: may }] });
}

/** Files that were read and not added: one as it is, and two that wait for somebody to approve or reject them. */
async function imported(app: TestApp, { partnership, own }: Omit<Place, 'ids'>): Promise<Record<string, string>> {
  const base = `/api/v1/partnerships/${partnership}/imports`;
  const read = async (name: string) => {
    const csv = `authority,dueOn,amount,what,source\n${own},2026-04-01,1.00,${name},Made for a test\n`;
    let { body } = await app.http.post(base, csv, { 'content-type': 'text/csv' });
    while (body.state === 'reading') ({ body } = await app.http.get(`${base}/${String(body.id)}`));
    return body as { id: string; digest: string };
  };
  const submitted = async (name: string) => {
    const { id, digest } = await read(name);
    const { status, text } = await app.http.post(`${base}/${id}/submission`, { digest });
    if (status !== 201) throw new Error(text);
    return { [`import-to-${name}`]: id, [`digest-to-${name}`]: digest };
  };
  const { id, digest } = await read('confirm');
  const more = { ...(await submitted('approve')), ...(await submitted('reject')) };
  return { ...more, imports: id, 'import-digest': digest, ...(await read('submit').then(toSubmit)) };
}

const toSubmit = ({ id, digest }: { id: string; digest: string }) => ({
  'import-to-submit': id,
  'digest-to-submit': digest,
});

/** Somebody whom their council's provider knows. */
async function identified(app: TestApp, { own, provider }: Omit<Place, 'ids'>): Promise<Record<string, string>> {
  const employed = (await added(app, 'people', { name: `Of ${own}`, authority: own })).id as string;
  const identity = await added(app, `people/${employed}/identities`, { provider, subject: 'somebody' });
  return { employed, identities: identity.id as string };
}
