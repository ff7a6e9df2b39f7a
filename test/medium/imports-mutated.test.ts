import { expect, it } from '@jest/globals';
import { runImports } from '../campaigns/imports/run-imports.js';
import { startApp } from '../support/app.js';

it('reads or refuses 40 files that are nearly right, bombs among them, within its limits; none is added in part', async () => {
  const app = await startApp();
  try {
    const report = await runImports(app, { seed: 20_261_122, files: 40 });
    expect(report.faults).toEqual([]);
    expect(Object.keys(report.ended).length).toBeGreaterThan(8);
    expect([report.sent, report.added].every((count) => count > 0)).toBe(true);
  } finally {
    await app.stop();
  }
}, 120_000);
