import type { TestApp } from '../app.js';
import { added } from '../partnership.js';

/** The host's ledger, held against ours, with something said by hand of a line of it. */
export async function hostLedger(app: TestApp, partnership: string): Promise<string> {
  const base = `partnerships/${partnership}`;
  const csv = 'date,reference,amount\n2026-04-01,A,1.00\n2026-04-02,B,2.00\n';
  const sent = await app.http.post(`/api/v1/${base}/imports?kind=host-ledger`, csv, { 'content-type': 'text/csv' });
  const { id, digest } = sent.body as { id: string; digest: string };
  await app.http.post(`/api/v1/${base}/imports/${id}/confirmation`, { digest });
  const held = { import: id, account: 'cash', fund: 'pool', from: '2026-04-01', asAt: '2026-04-30', opening: '0.00' };
  const { id: reconciliation } = await added(app, `${base}/ledger/reconciliations`, held);
  const { body } = await app.http.get(`/api/v1/${base}/ledger/host-lines?import=${id}&sort=-date`);
  const [line] = body.items as { id: string }[];
  const said = { reconciliation, kind: 'apart', lines: [line?.id], entries: [], reason: 'Not the same' };
  await added(app, `${base}/ledger/host-matches`, said);
  return id;
}
