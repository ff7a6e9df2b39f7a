import { allocate, dinero } from 'dinero.js';
import { GBP } from 'dinero.js/currencies';
import { apportion } from '../../src/engine/money/apportion.js';
import { pence } from '../../src/engine/money/pence.js';
import { type Ratio, summarise } from './measure.js';

/** Runs for about half a second and answers how many a second. */
function perSecond(work: (round: number) => unknown): number {
  const end = performance.now() + 500;
  const start = performance.now();
  let done = 0;
  while (performance.now() < end)
    for (let batch = 0; batch < 200; batch += 1) if (work((done += 1)) === null) throw new Error('nothing');
  return (done * 1000) / (performance.now() - start);
}

/** Our apportionment over a popular money library's bare `allocate` of the same split: whole pence by whole weights. */
export function compareApportionment(partners: number, rounds: number): Ratio {
  const weights = Array.from({ length: partners }, (_, index) => BigInt(61 + 17 * index));
  const ratios = weights.map(Number);
  const ours = (round: number) => apportion(pence(210_370_001n + BigInt(round % 1000)), weights);
  const theirs = (round: number) => allocate(dinero({ amount: 210_370_001 + (round % 1000), currency: GBP }), ratios);
  perSecond(ours);
  perSecond(theirs);
  return summarise(Array.from({ length: rounds }, () => perSecond(ours) / perSecond(theirs)));
}
