import { expect, it } from '@jest/globals';
import { startKillCluster } from '../campaigns/ledger/kill-cluster.js';
import { kills, runKills } from '../campaigns/ledger/kills.js';

it('loses nothing that was answered and doubles nothing, whatever of the database or the server is killed', async () => {
  const cluster = await startKillCluster();
  try {
    const { faults, counts } = await runKills(cluster, { seed: 20_261_122, kills: Object.keys(kills) });
    expect(faults).toEqual([]);
    expect(counts['keys']).toBeGreaterThan(20);
    expect((counts['unanswered'] ?? 0) + (counts['told to come again'] ?? 0)).toBeGreaterThan(0);
  } finally {
    await cluster.stop();
  }
}, 300_000);
