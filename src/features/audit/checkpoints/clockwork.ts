import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { SignCheckpoint } from './sign-checkpoint.js';

const A_MINUTE_MS = 60_000;

/** Signs checkpoints every minute, as a process of ours. Several processes may: a chain's end is signed once. */
@Injectable()
export class CheckpointClockwork implements OnApplicationShutdown {
  private readonly logger = new Logger('Audit');
  private timer: NodeJS.Timeout | undefined;
  private signing: Promise<void> = Promise.resolve();

  constructor(private readonly checkpoints: SignCheckpoint) {}

  /** From now on, until the application stops. */
  start(ticket: string): void {
    const sign = () => void (this.signing = this.sign(ticket));
    sign();
    this.timer = setInterval(sign, A_MINUTE_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.signing;
  }

  private async sign(ticket: string): Promise<void> {
    const context = { ticket, action: 'audit.sign', partnership: '*', request: randomUUID() };
    await this.checkpoints.all(context).catch((error: unknown) => {
      this.logger.error({ err: error }, 'A checkpoint could not be signed; it is tried again in a minute.');
    });
  }
}
