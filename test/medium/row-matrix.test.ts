import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import type { Guarded } from '../../migrations/support/guard.js';
import { type Action, permissions } from '../../src/features/access/permissions.js';
import { addFaults, countAttempts, readFaults } from '../support/access/matrix.js';
import { guardedTables, makeWorld, type World } from '../support/access/world.js';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.database.drop());

const addable = guardedTables.filter(({ add }) => add !== undefined);
const isOwn = ({ add, authority }: Guarded) =>
  authority !== undefined && Object.values(permissions[add as Action]).includes('own');
const ofOwn = addable.filter(isOwn);
const named = (tables: readonly Guarded[]) => tables.map((guarded) => [guarded.table, guarded] as const);

async function all(faults: AsyncGenerator<string>): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const fault of faults) found.push(fault);
  return found;
}

/** The first fault, if any, once the administrator has changed something that is then rolled back. */
function firstFaultAfter(change: string, faults: (client: pg.Client) => AsyncGenerator<string>): Promise<unknown> {
  return world.database.asAdmin(async (client) => {
    await client.query(`begin; ${change}`);
    return (await faults(client).next()).value;
  });
}

describe('direct SQL as the api role, with the session of somebody in every capacity', () => {
  it('sees the rows of every table that the table of permissions gives it, and no others', async () => {
    const count = Object.values(world.rows).reduce((sum, { length }) => sum + length, 0);
    expect(world.capacities.length * count).toBeGreaterThan(20_000);
    await world.database.as('poolkeeper_api', async (client) => {
      await client.query('begin');
      expect(await all(readFaults(client, world, guardedTables))).toEqual([]);
    });
  });

  it('adds the rows to every table that the table of permissions lets it, and no others', async () => {
    expect(world.capacities.length * countAttempts(addable)).toBeGreaterThan(5_000);
    await world.database.as('poolkeeper_api', async (client) => {
      await client.query('begin');
      expect(await all(addFaults(client, world, addable))).toEqual([]);
    });
  });
});

describe('that is seen to fail when a policy is', () => {
  const reads = (guarded: Guarded) => (client: pg.Client) => readFaults(client, world, [guarded]);
  const adds = (guarded: Guarded) => (client: pg.Client) => addFaults(client, world, [guarded]);

  it.each(named(guardedTables))('not there or too wide for reading %s', async (table, guarded) => {
    const dropped = await firstFaultAfter(`drop policy ${table}_read on ${table}`, reads(guarded));
    expect(dropped).toMatch(/ does not see /);
    const widened = await firstFaultAfter(`alter policy ${table}_read on ${table} using (true)`, reads(guarded));
    expect(widened).toMatch(/ sees /);
  });

  it.each(
    named(guardedTables.filter(({ partnership }) => partnership === 'chain' || partnership?.startsWith('chain'))),
  )('not there or too wide for reading what belongs to no partnership in %s', async (table, guarded) => {
    const widened = await firstFaultAfter(`alter policy ${table}_shared on ${table} using (true)`, reads(guarded));
    expect(widened).toMatch(/ sees /);
    if (table === 'audit_cosignature') return;
    const dropped = await firstFaultAfter(`drop policy ${table}_shared on ${table}`, reads(guarded));
    expect(dropped).toMatch(/ does not see /);
  });

  it('blind to what is reserved of participations', async () => {
    const participation = guardedTables.find(({ table }) => table === 'participation')!;
    const found = await firstFaultAfter(`drop policy participation_reserved on participation`, adds(participation));
    expect(found).toMatch(/lead-officer .* can add to participation/);
  });

  it.each(named(addable))('not there or too wide for adding to %s', async (table, guarded) => {
    const dropped = await firstFaultAfter(`drop policy ${table}_add on ${table}`, adds(guarded));
    expect(dropped).toMatch(/ cannot add /);
    const widened = await firstFaultAfter(`alter policy ${table}_add on ${table} with check (true)`, adds(guarded));
    expect(widened).toMatch(/ can add /);
  });

  it.each(named(ofOwn))('blind to whose row it is in %s', async (table, guarded) => {
    const { partnership, add } = guarded;
    const blind = `(select authz.adds('${add}')) = ${partnership} and recorded_by = (select authz.actor())`;
    const found = await firstFaultAfter(`alter policy ${table}_add on ${table} with check (${blind})`, adds(guarded));
    expect(found).toMatch(/ can add /);
  });
});
