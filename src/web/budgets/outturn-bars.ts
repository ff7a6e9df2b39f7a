import type { OutturnLine } from '../../features/budgets/dto/outturn.js';
import { penceOf } from '../ledger/sum.js';
import { showPounds } from '../shared/words.js';

/** A line's outturn as a bar beside its budget: spent and forecast one after another, and a mark where the budget ends. */
interface Bar {
  readonly name: string;
  readonly says: string;
  /** What the picture shows, for those who cannot see it. */
  readonly alt: string;
  readonly parts: readonly { readonly kind: 'paid' | 'owed' | 'rebated'; readonly x: string; readonly width: string }[];
}

/** `£10.00 over its budget`, `£10.00 under its budget` or `on its budget`. */
export function overOrUnder(variance: string): string {
  const pence = penceOf(variance);
  if (pence === 0n) return 'on budget';
  return pence > 0n ? `${showPounds(variance)} over` : `${showPounds(variance.slice(1))} under`;
}

const floor = (pounds: string): bigint => {
  const pence = penceOf(pounds);
  return pence < 0n ? 0n : pence;
};

/** A bar for each line that is budgeted or expected to spend, all to one scale. */
export function outturnBars(lines: readonly OutturnLine[]): readonly Bar[] {
  const longest = ({ budget, actual, forecast }: OutturnLine) => {
    const [allowed, spent] = [floor(budget), floor(actual) + floor(forecast)];
    return allowed > spent ? allowed : spent;
  };
  const scale = lines.reduce((most, line) => (longest(line) > most ? longest(line) : most), 1n);
  return lines.filter((line) => longest(line) > 0n).map((line) => bar(line, scale));
}

function bar(line: OutturnLine, scale: bigint): Bar {
  const [spent, coming, allowed] = [floor(line.actual), floor(line.forecast), floor(line.budget)];
  const part = (kind: Bar['parts'][number]['kind'], x: bigint, length: bigint) =>
    length === 0n ? [] : [{ kind, x: percent(x, scale), width: percent(length, scale) }];
  const mark = { kind: 'rebated' as const, x: String(Math.min(Number(percent(allowed, scale)), 99.4)), width: '0.6' };
  const expected = `${showPounds(line.outturn)} expected of ${showPounds(line.budget)}`;
  return {
    name: line.name,
    says: `${expected}, ${overOrUnder(line.variance)}`,
    alt: `${line.name}: ${showPounds(line.actual)} spent, ${showPounds(line.forecast)} forecast, budget ${showPounds(line.budget)}`,
    parts: [...part('paid', 0n, spent), ...part('owed', spent, coming), mark],
  };
}

/** A part of a whole out of 100, with two decimals: for drawing alone. */
function percent(part: bigint, whole: bigint): string {
  return (Number((part * 10_000n) / whole) / 100).toString();
}
