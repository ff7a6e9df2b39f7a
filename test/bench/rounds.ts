import { type Ratio, summarise } from './measure.js';

/** Seconds of processor that this process has used, so that waiting for a busy machine is not counted. */
export function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

/** Runs `work` for about so many seconds of processor and answers how many times it gets done in one. */
function perSecond(work: () => unknown, seconds: number): number {
  const start = used();
  let done = 0;
  while (used() - start < seconds) {
    for (let batch = 0; batch < 10; batch += 1) if (work() === null) throw new Error('nothing');
    done += 10;
  }
  return done / (used() - start);
}

/** What several ways do a second over what the first does, round by round in short turns, so that a busy machine is fair to all. */
export function inTurns(ways: Readonly<Record<string, () => unknown>>, rounds: number): Record<string, Ratio> {
  const [floor, ...others] = Object.entries(ways);
  if (!floor) throw new Error('Nothing to measure against');
  // Long enough that everything is compiled as it is in a server that has run for a while.
  for (const [, work] of [floor, ...others]) perSecond(work, 3);
  const ratios = new Map<string, number[]>(others.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, work] of others) {
      const [ours, theirs] = [perSecond(work, 0.04), perSecond(floor[1], 0.04)];
      ratios.get(name)?.push(ours / theirs);
    }
  }
  return Object.fromEntries([...ratios].map(([name, all]) => [name, summarise(all)]));
}
