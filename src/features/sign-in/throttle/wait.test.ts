import { describe, expect, it } from '@jest/globals';
import { budgets } from '../limits.js';
import { waitFor } from './wait.js';

const budget = { free: 3, window: 3600, firstWait: 10, longestWait: 60 };

describe('how long to wait after failures', () => {
  it.each([
    [0, 0, 0],
    [2, 0, 0],
    [3, 0, 10],
    [3, 4, 6],
    [3, 10, 0],
    [3, 9.2, 1],
    [4, 0, 20],
    [5, 0, 40],
    [6, 0, 60],
    [50_000, 0, 60],
    [50_000, 61, 0],
  ])('%i failures, the last %i seconds ago: %i seconds', (count, sinceLast, wait) => {
    expect(waitFor(budget, { count, sinceLast })).toBe(wait);
  });

  it('lets through no more guesses in a day than these, whoever guesses', () => {
    expect(Object.fromEntries(Object.entries(budgets).map(([name, each]) => [name, guessesInADay(each)]))).toEqual({
      device: 109,
      pair: 34,
      account: 48,
      address: 1178,
      code: 16,
      recovery: 109,
    });
  });
});

/** Guesses as soon as each is let through. */
function guessesInADay(budget: (typeof budgets)[keyof typeof budgets]): number {
  const guesses: number[] = [];
  for (let now = 0; now < 86_400;) {
    const within = guesses.filter((at) => at > now - budget.window);
    const wait = waitFor(budget, { count: within.length, sinceLast: now - (within.at(-1) ?? 0) });
    if (wait === 0) guesses.push(now);
    else now += wait;
  }
  return guesses.length;
}
