import { type Candidate, rate } from './load.js';

export interface Ratio {
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly rounds: readonly number[];
}

/** The product over the floor, round by round, each going first in turn so that neither always has the warmer machine. */
export async function compare(product: Candidate, floor: Candidate, rounds: number, seconds: number): Promise<Ratio> {
  await rate(product, 2);
  await rate(floor, 2);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = await rate(round % 2 === 0 ? product : floor, seconds);
    const second = await rate(round % 2 === 0 ? floor : product, seconds);
    ratios.push(round % 2 === 0 ? first / second : second / first);
  }
  return summarise(ratios);
}

export function summarise(ratios: readonly number[]): Ratio {
  const sorted = [...ratios].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))] ?? 0;
  return { median: at(0.5), lowerQuartile: at(0.25), upperQuartile: at(0.75), rounds: ratios };
}
