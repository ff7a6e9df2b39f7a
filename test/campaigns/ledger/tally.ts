/** Counts what happened, and keeps the first faults in words; it gives up when there are too many to be worth more time. */
export class Tally {
  readonly counts: Record<string, number> = {};
  readonly faults: string[] = [];

  add(what: string, many = 1): void {
    this.counts[what] = (this.counts[what] ?? 0) + many;
  }

  fault(words: string): void {
    this.add('faults');
    if (this.faults.length < 20) this.faults.push(words);
  }

  get isHopeless(): boolean {
    return (this.counts['faults'] ?? 0) >= 20;
  }
}

/** Each thing once, by so many workers at once, each the next that nobody has begun. */
export async function byWorkers(workers: number, many: number, work: (n: number, worker: number) => Promise<unknown>) {
  let next = 0;
  const worker = async (_: unknown, which: number) => {
    while (next < many) await work(next++, which);
  };
  await Promise.all(Array.from({ length: workers }, worker));
}
