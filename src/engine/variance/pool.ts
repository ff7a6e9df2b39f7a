import { apportion } from '../money/apportion.js';
import { type Pence, pence } from '../money/pence.js';
import { CAUSES, type Cause, type Line, type VarianceDocument } from './document.js';

/** A line's own variance: forecast less budget, above nothing when more is spent. */
export function varianceOf({ budget, forecast }: Pick<Line, 'budget' | 'forecast'>): bigint {
  return forecast - budget;
}

/** What goes down a ladder: totals alone are one line of their own. */
export function pooledLines(document: Pick<VarianceDocument, 'lines' | 'budget' | 'forecast'>) {
  const { lines, budget, forecast } = document;
  const whole: Pick<Line, 'budget' | 'forecast' | 'cause'> = { budget, forecast };
  return lines.length === 0 ? [whole] : lines.filter(({ owner }) => owner === undefined);
}

/** The variance of all pooled lines together. */
export function pooledVariance(document: Pick<VarianceDocument, 'lines' | 'budget' | 'forecast'>): bigint {
  return pooledLines(document).reduce((sum, line) => sum + varianceOf(line), 0n);
}

/**
 * A pooled underspend (pence, above nothing) put down to its causes. What overspent pooled lines use up of it, they use of
 * each cause in proportion to what was underspent for it, to the penny, the penny left over to the largest remainder (our
 * decision: formula.md gives each cause a ladder but does not say which of them bears an overspend beside it).
 */
export function byCause(document: VarianceDocument, underspend: Pence): ReadonlyMap<Cause, Pence> {
  const gross = CAUSES.map((cause) => {
    const lines = pooledLines(document).filter((line) => (line.cause ?? document.cause) === cause);
    return lines.reduce((sum, line) => (varianceOf(line) < 0n ? sum - varianceOf(line) : sum), 0n);
  });
  const net = apportion(underspend, gross);
  return new Map(CAUSES.map((cause, i) => [cause, net[i] ?? pence(0n)]));
}
