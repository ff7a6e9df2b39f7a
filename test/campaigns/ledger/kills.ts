import { setTimeout as sleep } from 'node:timers/promises';
import { type Random, randomFrom } from '../random.js';
import type { Slice } from '../slices.js';
import { startTwo, type TwoProcesses } from './ground.js';
import { kill, type KillCluster } from './kill-cluster.js';
import { Load } from './load.js';
import { Tally } from './tally.js';
import { verify } from './verify.js';

interface Turn {
  readonly cluster: KillCluster;
  readonly two: TwoProcesses;
  readonly random: Random;
}

const backends = `select pid from pg_stat_activity where usename = 'poolkeeper_api' and datname = current_database()`;

async function anyBackend({ cluster, random }: Turn): Promise<number | undefined> {
  const found = await cluster.database.sql<{ pid: number }>(`${backends} order by state = 'active' desc, pid limit 6`);
  return found.length > 0 ? random.of(found).pid : undefined;
}

/** What is killed, and what starts it again where nothing else does. */
export const kills: Readonly<Record<string, (turn: Turn) => Promise<unknown>>> = {
  'the database, all of it': ({ cluster }) => cluster.killAll(),
  'a process of the database': async (turn) => {
    const pid = await anyBackend(turn);
    if (pid !== undefined) kill(pid);
  },
  'a connection, by the database': async (turn) => {
    const pid = await anyBackend(turn);
    await turn.cluster.database.sql('select pg_terminate_backend($1)', [pid]);
  },
  'a process of the server': async ({ two, random }) => {
    const which = random.between(0, 1);
    await two.processes[which]!.stop('SIGKILL');
    await sleep(random.between(0, 200));
    await two.again(which);
  },
};

interface Plan {
  readonly seed: number;
  readonly kills: readonly string[];
}

/** How often of a hundred each is killed. */
const weights = {
  'the database, all of it': 25,
  'a process of the database': 25,
  'a connection, by the database': 35,
  'a process of the server': 15,
};

export function anyKills(seed: number, many: number): readonly string[] {
  const random = randomFrom(seed);
  const all = Object.entries(weights).flatMap(([name, weight]) => Array.from({ length: weight }, () => name));
  return Array.from({ length: many }, () => random.of(all));
}

/**
 * Kills the database and the server under load, while clients send again by key until they are answered (INV-36): nothing
 * that was answered is lost, nothing is there twice, and every balance is what its entries come to.
 */
export async function runKills(cluster: KillCluster, { seed, kills: asked }: Plan): Promise<Slice> {
  const [random, tally] = [randomFrom(seed), new Tally()];
  const two = await startTwo(cluster.database.adminUrl, 4);
  try {
    const load = await Load.begin(cluster.database, two, random, tally);
    await cluster.database.sql('checkpoint');
    const working = load.run();
    for (const name of asked) {
      await progress(load, tally, random.between(5, 25), name);
      if (tally.isHopeless) break;
      await patiently(() => kills[name]!({ cluster, two, random }));
      tally.add(`killed ${name}`);
    }
    await progress(load, tally, 20, 'the end');
    load.stop();
    await working;
    await load.reckon();
    for (const words of await verify(cluster.database, 'one')) tally.fault(words);
    return { cases: asked.length, counts: tally.counts, faults: tally.faults };
  } finally {
    await two.stop();
  }
}

/** Waits until so many more are answered: whatever was killed, it comes back by itself. */
async function progress(load: Load, tally: Tally, more: number, before: string): Promise<void> {
  const wanted = load.answered + more;
  for (let waited = 0; load.answered < wanted && !tally.isHopeless; waited += 20) {
    if (waited > 120_000) {
      tally.fault(`Before ${before}, minutes went by without ${more} answers`);
      return;
    }
    await sleep(20);
  }
}

/** The database may be recovering from the last time. */
async function patiently(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await work();
      return;
    } catch (thrown) {
      if (tries === 50) throw thrown;
      await sleep(100);
    }
  }
}
