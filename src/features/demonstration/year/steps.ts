import type { PersonRole } from '../../access/roles.js';
import { cameLate, closedMonths, hostLedger, invoiced, madeUp, october, partPaid, spending } from './figures.js';

/** Posts something as the person with a role, and gives back what came to be; asks, where there is nothing to post. */
export type Api = (role: PersonRole, path: string, body?: object | string) => Promise<Made>;

interface Made {
  readonly id: string;
  readonly digest: string;
  /** What happened to it, of a bill. */
  readonly history: readonly { readonly what: string }[];
}

type Step = (api: Api) => Promise<unknown>;

/** The host's finance lead proposes an entry, and the other council's lead officer approves what it says. */
async function agreed(api: Api, draft: object): Promise<void> {
  const { id, digest } = await api('finance-lead', 'ledger/drafts', { ...madeUp, ...draft });
  await api('lead-officer', `ledger/drafts/${id}/approvals`, { ...madeUp, digest });
}

const spend = (api: Api, spent: object) => agreed(api, { kind: 'spending', ...spent });
const close = (api: Api, startsOn: string, why: string) =>
  api('finance-lead', 'ledger/closings', { ...madeUp, startsOn, why });

const spends: Step = async (api) => {
  for (const spent of spending) await spend(api, spent);
};

/** What happens to a bill takes no key: it is posted unless it has happened. */
async function marked(api: Api, role: PersonRole, [bill, kind, what]: readonly string[], says: object): Promise<void> {
  const { history } = await api(role, `ledger/bills/${bill}`);
  const happened = history.some((one) => one.what === what);
  if (!happened) await api(role, `ledger/bills/${bill}/${kind}`, { ...madeUp, ...says });
}

const bills: Step = async (api) => {
  for (const { bill, ...invoice } of invoiced)
    await marked(api, 'finance-lead', [bill, 'invoices', 'invoiced'], invoice);
};

const disputes: Step = async (api) => {
  const disputed = { happenedOn: '2026-10-20', reason: 'The children placed in the summer were counted twice' };
  await marked(api, 'finance-officer', [october, 'disputes', 'disputed'], disputed);
  const resolved = { happenedOn: '2026-11-05', reason: 'They were counted once: the amount stands' };
  await marked(api, 'finance-lead', [october, 'resolutions', 'resolved'], resolved);
  await agreed(api, { kind: 'receipt', authority: 'dorset', pays: october, ...partPaid });
};

/** September is closed, opened again for what came late, as two councils agreed, and closed again. */
const closes: Step = async (api) => {
  let closing = '';
  for (const month of closedMonths) closing = (await close(api, month, 'Agreed with the host’s ledger')).id;
  const why = 'An invoice of September came in after it was closed';
  const { id } = await api('finance-lead', 'ledger/reopenings', { ...madeUp, closing, why });
  await api('lead-officer', `ledger/reopenings/${id}/approvals`, madeUp);
  await spend(api, cameLate);
  await close(api, cameLate.effectiveOn.replace(/\d\d$/, '01'), 'What came late is in');
};

const reconciles: Step = async (api) => {
  const sent = 'imports?kind=host-ledger&name=Cash%20book%20April%20to%20June.csv';
  const { id, digest } = await api('finance-lead', sent, hostLedger.csv);
  await api('finance-lead', `imports/${id}/confirmation`, { digest });
  const days = { from: '2026-04-01', asAt: '2026-06-30' };
  const against = { import: id, account: 'cash', fund: 'pool', opening: hostLedger.opening, ...days };
  await api('finance-lead', 'ledger/reconciliations', { ...madeUp, ...against });
};

/** What people of the demonstration do, in this order. */
export const steps: readonly Step[] = [bills, disputes, spends, reconciles, closes];
