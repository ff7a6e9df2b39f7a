import { answerCompare } from '../../src/engine/compare/calculate-compare.js';
import { answerShares } from '../../src/engine/shares/calculate-shares.js';
import type { Outcome } from '../../src/engine/outcome.js';
import { answerTrueUp } from '../../src/engine/true-up/calculate-true-up.js';
import { used } from './rounds.js';

interface Size {
  readonly partners: number;
  readonly pots: number;
  readonly years: number;
}

/** A document of a size: every pot shared by a measure over all the years. */
function documentOf({ partners, pots, years }: Size): object {
  const ids = Array.from({ length: partners }, (_, i) => `p${i}`);
  const over = Array.from({ length: years }, (_, y) => `${1900 + y}-${String((y + 1) % 100).padStart(2, '0')}`);
  const values = Object.fromEntries(
    over.map((year, y) => [year, Object.fromEntries(ids.map((id, i) => [id, String(1 + ((i * 31 + y * 17) % 97))]))]),
  );
  return {
    period: '2020-21',
    partners: ids.map((id) => ({ id })),
    measures: [{ id: 'orders', values }],
    pots: Array.from({ length: pots }, (_, i) => ({
      id: `pot${i}`,
      lines: [{ id: 'cost', amount: `${100_000 + i}.01` }],
      basis: { kind: 'measure', measure: 'orders', over },
    })),
  };
}

/** An outcome with all that it says: the working of shares is written when it is read. */
function whole(outcome: Outcome<unknown>): Outcome<unknown> {
  if (outcome.ok) Object.values(outcome.value as object);
  return outcome;
}

/** The quickest of five runs in milliseconds of processor, and what it came to: answered, or why not. */
function time(work: () => Outcome<unknown>): { readonly milliseconds: number; readonly came: string } {
  let [least, came] = [Infinity, ''];
  for (let run = 0; run < 5; run += 1) {
    const start = used();
    const outcome = whole(work());
    least = Math.min(least, (used() - start) * 1_000);
    came = outcome.ok ? 'answered' : `refused: ${outcome.faults[0]?.expected ?? ''}`;
  }
  return { milliseconds: Math.round(least * 100) / 100, came };
}

export interface Growth {
  readonly of: keyof Size;
  readonly sizes: readonly number[];
  readonly milliseconds: readonly number[];
  /** By what power of its size the cost of the largest exceeds that of the one an eighth of it: 1 is linear. */
  readonly power: number;
}

const sizes: Readonly<Record<keyof Size, readonly number[]>> = {
  partners: [125, 250, 500, 1000],
  pots: [125, 250, 500, 1000],
  years: [37, 74, 148, 296],
};

/** What a document costs as one of its sizes grows and the others stay small. */
export function growth(of: keyof Size): Growth {
  const all = sizes[of].map((size) => {
    const document = documentOf({ ...{ partners: 12, pots: 1, years: 3 }, [of]: size });
    const { milliseconds, came } = time(() => answerShares(document));
    if (came !== 'answered') throw new Error(came);
    return milliseconds;
  });
  const power = Math.log((all.at(-1) ?? 1) / (all[0] ?? 1)) / Math.log(8);
  return { of, sizes: sizes[of], milliseconds: all, power: Math.round(power * 100) / 100 };
}

/** Documents at the limit of what is worked out at one go, and one beyond it. */
export function limits(): Readonly<Record<string, ReturnType<typeof time>>> {
  // A member of a pot makes a figure of its own and one for each year of the measure.
  const [whole, fifth, tenth] = [50, 10, 5].map((pots) => documentOf({ partners: 1000, pots, years: 1 }));
  const beyond = documentOf({ partners: 1000, pots: 1000, years: 1 });
  const alternatives = Array.from({ length: 10 }, (_, i) => ({ id: `v${i}`, document: tenth }));
  return {
    'shares at the limit': time(() => answerShares(whole)),
    'shares beyond the limit': time(() => answerShares(beyond)),
    'true-up at the limit': time(() => answerTrueUp({ recorded: fifth, later: withMore(fifth) })),
    'compare at the limit': time(() => answerCompare({ against: 'v0', alternatives })),
  };
}

/** The same document on other data and another spend, so that a true-up has something to do in every step. */
function withMore(document: object | undefined): unknown {
  return JSON.parse(JSON.stringify(document).replaceAll('"p1":"', '"p1":"1').replaceAll('.01"', '.02"'));
}
