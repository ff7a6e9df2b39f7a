export interface Times {
  readonly medianNotYoursMs: number;
  readonly medianNotThereMs: number;
  /** How far the two lie apart by rank (Mann and Whitney): beyond 4 either way is hardly chance. */
  readonly z: number;
}

/** A two-sample comparison of ranks, which a few slow answers do not sway. */
export function compareTimes({
  notYours,
  notThere,
}: {
  notYours: readonly number[];
  notThere: readonly number[];
}): Times {
  const all = [...notYours.map((ms) => ({ ms, mine: 1 })), ...notThere.map((ms) => ({ ms, mine: 0 }))];
  all.sort((a, b) => a.ms - b.ms);
  const ranks = all.reduce((sum, { mine }, at) => sum + mine * (at + 1), 0);
  const [n, m] = [notYours.length, notThere.length];
  const u = ranks - (n * (n + 1)) / 2;
  const z = (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
  return { medianNotYoursMs: median(notYours), medianNotThereMs: median(notThere), z: Number(z.toFixed(2)) };
}

function median(times: readonly number[]): number {
  return Number(([...times].sort((a, b) => a - b)[times.length >> 1] ?? 0).toFixed(3));
}
