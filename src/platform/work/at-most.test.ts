import { describe, expect, it } from '@jest/globals';
import { AtMost, TooManyWaiting } from './at-most.js';

/** Work that ends when it is told to. */
function held() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { end, work: () => ended };
}

describe('at most so many at once', () => {
  it('never runs more than it may, and runs them all in order', async () => {
    const limit = new AtMost(2, 100);
    const order: number[] = [];
    let [running, highest] = [0, 0];
    const works = Array.from({ length: 20 }, (_, number) =>
      limit.run(async () => {
        order.push(number);
        highest = Math.max(highest, (running += 1));
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
      }),
    );
    await Promise.all(works);
    expect({ highest, order }).toEqual({ highest: 2, order: Array.from({ length: 20 }, (_, number) => number) });
  });

  it('gives its place on when the work fails', async () => {
    const limit = new AtMost(1, 1);
    const fails = limit.run(() => Promise.reject(new Error('no')));
    const follows = limit.run(() => Promise.resolve('yes'));
    await expect(fails).rejects.toThrow('no');
    expect(await follows).toBe('yes');
    expect(await limit.run(() => Promise.resolve('again'))).toBe('again');
  });

  it('refuses at once when too many wait', async () => {
    const limit = new AtMost(1, 1);
    const first = held();
    const running = limit.run(first.work);
    const waits = limit.run(() => Promise.resolve());
    await expect(limit.run(() => Promise.resolve())).rejects.toBeInstanceOf(TooManyWaiting);
    first.end();
    await Promise.all([running, waits]);
  });
});
