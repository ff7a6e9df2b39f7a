import { expect, it } from '@jest/globals';
import { runTwoProcesses } from '../campaigns/two-processes/run-two-processes.js';
import { createTestDatabase } from '../support/test-database.js';

it('behaves as one behind one port, while either process is killed: nothing acknowledged is lost, nothing doubled', async () => {
  const database = await createTestDatabase();
  try {
    const report = await runTwoProcesses(database, { seed: 20_261_122, keys: 150, kills: 1 });
    expect(report.faults).toEqual([]);
    expect([report.replayed, report.unanswered].every((count) => count > 0)).toBe(true);
  } finally {
    await database.drop();
  }
}, 120_000);
