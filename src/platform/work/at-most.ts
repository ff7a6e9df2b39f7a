/** Thrown where too many wait already: better to be told so than to wait for ever. */
export class TooManyWaiting extends Error {}

/** Runs work at most `most` at once, in the order in which it came; refuses it once `waitingMost` wait. */
export class AtMost {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly waitingMost: number,
  ) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.most) await this.turn();
    else this.running += 1;
    try {
      return await work();
    } finally {
      this.next();
    }
  }

  /** Waits for a place that somebody hands on, so that nobody can slip in between. */
  private turn(): Promise<void> {
    if (this.waiting.length >= this.waitingMost) throw new TooManyWaiting('Too many wait for this already.');
    return new Promise((resolve) => void this.waiting.push(resolve));
  }

  private next(): void {
    const first = this.waiting.shift();
    if (first) first();
    else this.running -= 1;
  }
}
