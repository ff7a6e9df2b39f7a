import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { SessionStore } from './session.store.js';

const A_MINUTE_MS = 60_000;
const MOST = 10_000;

/** Keeps sessions that are in use from going idle: at most one small write a minute for each, never in a request's way. */
@Injectable()
export class KeepAwake {
  private readonly noted = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly sessions: SessionStore,
  ) {}

  note(ticket: string): void {
    const now = this.clock.now();
    if (now - (this.noted.get(ticket) ?? 0) < A_MINUTE_MS) return;
    if (this.noted.size >= MOST) this.noted.clear();
    this.noted.set(ticket, now);
    // What fails here is told by the next request: the session has ended, or the database is away.
    this.sessions.see(ticket).catch(() => undefined);
  }
}
