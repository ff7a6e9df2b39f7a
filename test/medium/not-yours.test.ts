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

it('notices a door that says whose it is', async () => {
  const app = await startApp();
  try {
    await rewrite(app.database, 'authz.open', [[`then 'PK404'`, `then 'PK403'`]]);
    const { faults } = await runPairs(app, { seed: 20_261_122, pairs: 60 });
    expect(faults.length).toBeGreaterThan(0);
  } finally {
    await app.stop();
  }
});
