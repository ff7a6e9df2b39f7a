import type { Budget } from '../limits.js';

/** The failures that one budget has counted within its window. */
export interface Failures {
  readonly count: number;
  /** Seconds since the last; of no meaning where there are none. */
  readonly sinceLast: number;
}

/**
 * How many seconds to wait before the next attempt; none where it may be made now. The first failures are free; each one
 * beyond them doubles the wait, up to the longest.
 */
export function waitFor({ free, firstWait, longestWait }: Budget, { count, sinceLast }: Failures): number {
  if (count < free) return 0;
  const wait = Math.min(longestWait, firstWait * 2 ** (count - free));
  return Math.max(0, Math.ceil(wait - sinceLast));
}
