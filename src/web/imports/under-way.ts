import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';

const MOST_KEPT = 100;

/** Work that outlasts the request that asked for it: what goes wrong afterwards is told to whoever looks next. */
@Injectable()
export class UnderWay {
  private readonly logger = new Logger('UnderWay');
  /** How long whoever has a long file added waits, in milliseconds, before they are shown that it is under way. */
  private readonly patience = 8_000;
  private readonly failures = new Map<string, unknown>();

  /** Waits a while; throws what was thrown in that while. */
  async wait(about: string, work: Promise<unknown>): Promise<void> {
    this.failures.delete(about);
    let late = false;
    const told = work.catch((thrown: unknown) => {
      if (!late) throw thrown;
      this.keep(about, thrown);
    });
    await Promise.race([told, sleep(this.patience, undefined, { ref: false })]);
    late = true;
  }

  /** What went wrong with it since somebody last looked, if anything did. */
  failure(about: string): unknown {
    const found = this.failures.get(about);
    this.failures.delete(about);
    return found;
  }

  private keep(about: string, thrown: unknown): void {
    this.logger.warn({ about, err: thrown });
    if (this.failures.size >= MOST_KEPT) this.failures.clear();
    this.failures.set(about, thrown);
  }
}
