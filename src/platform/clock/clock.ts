import { Injectable } from '@nestjs/common';

/** The only source of the time of day. Tests put their own in its place. */
@Injectable()
export class Clock {
  /** Milliseconds since 1 January 1970, UTC. */
  now(): number {
    return Date.now();
  }
}
