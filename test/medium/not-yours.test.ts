import { expect, it } from '@jest/globals';
import { rewrite } from '../campaigns/interleaving/planted.js';
import { runPairs } from '../campaigns/not-yours/run-pairs.js';
import { startApp } from '../support/app.js';

it('tells "not there" and "not yours" in the same words, 400 times over every route (INV-24)', async () => {
  const app = await startApp();
  try {
    const { faults, statuses, times } = await runPairs(app, { seed: 20_261_122, pairs: 400 });
    expect(faults).toEqual([]);
    expect(statuses['404']).toBeGreaterThan(100);
    if (Math.abs(times.z) > 4) console.warn(`They may be told apart by their time: ${JSON.stringify(times)}`);
  } finally {
    await app.stop();
  }
});

it('notices a door that tells what is there from what is not', async () => {
  const app = await startApp();
  try {
    const isThere = 'exists (select from public.role_grant g where g.partnership_id = open.partnership)';
    const telling = `then case when ${isThere} then 'PK403' else 'PK404' end`;
    await rewrite(app.database, 'authz.open', [[`then 'PK404'`, telling]]);
    const { faults } = await runPairs(app, { seed: 20_261_122, pairs: 60 });
    expect(faults.length).toBeGreaterThan(0);
  } finally {
    await app.stop();
  }
});
