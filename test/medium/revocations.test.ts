import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { runRevocations } from '../campaigns/revocations/run-revocations.js';
import { startApp } from '../support/app.js';
import { startBeside } from '../support/beside.js';
import { addRowOfEach } from '../support/row-of-each.js';
import { sessionAs } from '../support/sessions.js';
import { createTestDatabase } from '../support/test-database.js';

it('lets nobody in at either of two processes once their session or grant has ended, in 100 races (INV-35)', async () => {
  const app = await startApp();
  const beside = await startBeside(app);
  try {
    const report = await runRevocations(app, beside, { seed: 20_261_122, races: 100 });
    expect(report.faults).toEqual([]);
    expect(report.underWay['200']).toBeGreaterThan(10);
  } finally {
    await beside.stop();
    await app.stop();
  }
});

it.each(['chooses', 'chooses again'])('tells a session that %s a grant in the moment in which it ends', async (how) => {
  const database = await createTestDatabase();
  try {
    await addRowOfEach(database, 'one');
    const { person, grant } = await sessionAs(database, { role: 'chair', partnership: 'one', authority: 'one-a' });
    if (how === 'chooses')
      await database.sql('update authz.session set grant_id = null where person_id = $1', [person]);
    await database.as('poolkeeper_access', async (choosing) => {
      await choosing.query('begin');
      await choosing.query('update authz.session set grant_id = $1 where person_id = $2', [grant, person]);
      const ending = database.sql(
        `insert into role_grant_end (grant_id, partnership_id, source, recorded_by) values ($1, 'one', 'Left', 'Test')`,
        [grant],
      );
      await sleep(200);
      await choosing.query('commit');
      await ending;
    });
    const told = await database.sql('select capacity_ended from authz.session where person_id = $1', [person]);
    expect(told).toEqual([{ capacity_ended: true }]);
  } finally {
    await database.drop();
  }
});
