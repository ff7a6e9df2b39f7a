import autocannon from 'autocannon';

export interface Candidate {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
}

export interface Ratio {
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly rounds: readonly number[];
}

const CONNECTIONS = 16;

/** Requests answered per second. Any answer but a success ends the bench: a fast refusal is not a result. */
async function rate({ url, method = 'GET', body }: Candidate, seconds: number): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const result = await autocannon({
    url,
    method,
    headers,
    connections: CONNECTIONS,
    duration: seconds,
    ...(body ? { body } : {}),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return result['2xx'] / result.duration;
}

/** The product over the floor, round by round, each going first in turn so that neither always has the warmer machine. */
export async function compare(product: Candidate, floor: Candidate, rounds: number, seconds: number): Promise<Ratio> {
  await rate(product, 1);
  await rate(floor, 1);
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
