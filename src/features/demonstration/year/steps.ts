import type { PersonRole } from '../../access/roles.js';
import { cameLate, closedMonths, hostLedger, invoiced, madeUp, october, partPaid, spending } from './figures.js';

/** Posts something as the person with a role, and gives back what came to be. */
export type Posts = (role: PersonRole, path: string, body: object | string) => Promise<Made>;

interface Made {
  readonly id: string;
  readonly digest: string;
}

type Step = (posts: Posts) => Promise<unknown>;

/** The host's finance lead proposes an entry, and the other council's lead officer approves what it says. */
async function agreed(posts: Posts, draft: object): Promise<void> {
  const { id, digest } = await posts('finance-lead', 'ledger/drafts', { ...madeUp, ...draft });
  await posts('lead-officer', `ledger/drafts/${id}/approvals`, { ...madeUp, digest });
}

const spend = (posts: Posts, spent: object) => agreed(posts, { kind: 'spending', ...spent });
const close = (posts: Posts, startsOn: string, why: string) =>
  posts('finance-lead', 'ledger/closings', { ...madeUp, startsOn, why });

const spends: Step = async (posts) => {
  for (const spent of spending) await spend(posts, spent);
};

const bills: Step = async (posts) => {
  for (const { bill, ...invoice } of invoiced)
    await posts('finance-lead', `ledger/bills/${bill}/invoices`, { ...madeUp, ...invoice });
};

const disputes: Step = async (posts) => {
  const at = `ledger/bills/${october}`;
  const reason = 'The children placed in the summer were counted twice';
  await posts('finance-officer', `${at}/disputes`, { ...madeUp, happenedOn: '2026-10-20', reason });
  const resolved = 'They were counted once: the amount stands';
  await posts('finance-lead', `${at}/resolutions`, { ...madeUp, happenedOn: '2026-11-05', reason: resolved });
  await agreed(posts, { kind: 'receipt', authority: 'dorset', pays: october, ...partPaid });
};

/** September is closed, opened again for what came late, as two councils agreed, and closed again. */
const closes: Step = async (posts) => {
  let closing = '';
  for (const month of closedMonths) closing = (await close(posts, month, 'Agreed with the host’s ledger')).id;
  const why = 'An invoice of September came in after it was closed';
  const { id } = await posts('finance-lead', 'ledger/reopenings', { ...madeUp, closing, why });
  await posts('lead-officer', `ledger/reopenings/${id}/approvals`, madeUp);
  await spend(posts, cameLate);
  await close(posts, cameLate.effectiveOn.replace(/\d\d$/, '01'), 'What came late is in');
};

const reconciles: Step = async (posts) => {
  const sent = 'imports?kind=host-ledger&name=Cash%20book,%20April%20to%20June.csv';
  const { id, digest } = await posts('finance-lead', sent, hostLedger.csv);
  await posts('finance-lead', `imports/${id}/confirmation`, { digest });
  const days = { from: '2026-04-01', asAt: '2026-06-30' };
  const against = { import: id, account: 'cash', fund: 'pool', opening: hostLedger.opening, ...days };
  await posts('finance-lead', 'ledger/reconciliations', { ...madeUp, ...against });
};

/** What people of the demonstration do, in this order. */
export const steps: readonly Step[] = [bills, disputes, spends, reconciles, closes];
