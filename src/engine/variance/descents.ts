import { type Pence, formatPounds, pence } from '../money/pence.js';
import { sayList, sayPence } from '../shares/say.js';
import { type Descent } from './descend.js';
import { CAUSES, type VarianceDocument } from './document.js';
import { byCause, pooledLines, pooledVariance, varianceOf } from './pool.js';
import { type Draft } from './report.js';
import { type Around } from './steps/step-rule.js';

/** An underspend down the one ladder, or each cause's part down its own. */
function underspends(document: VarianceDocument, amount: Pence, around: Around): readonly Descent[] {
  const { underspend, budget, cause } = document;
  const of = 'underspend' as const;
  if (underspend.by === 'any') {
    return [{ origin: { of, ...(cause && { cause }) }, amount, ladder: underspend.ladder, budget, around }];
  }
  const parts = byCause(document, amount);
  return CAUSES.map((one) => {
    return { origin: { of, cause: one }, amount: parts.get(one) ?? pence(0n), ladder: underspend[one], budget, around };
  }).filter((descent) => descent.amount > 0n);
}

/** Everything that goes down a ladder: nothing when the pooled variance is nothing. */
export function descentsOf(document: VarianceDocument, around: Around): readonly Descent[] {
  const { overspend: ladder, budget } = document;
  const variance = pooledVariance(document);
  if (variance < 0n) return underspends(document, pence(-variance), around);
  if (variance === 0n) return [];
  return [{ origin: { of: 'overspend' }, amount: pence(variance), ladder, budget, around }];
}

function sayPooled(document: VarianceDocument): string {
  const lines = pooledLines(document);
  if (document.lines.length === 0 || lines.length === document.lines.length) return '';
  return ` ${lines.length} of ${document.lines.length} lines are pooled and vary by ${sayPence(pooledVariance(document))} together.`;
}

function sayCauses(descents: readonly Descent[]): string {
  const parts = descents.filter(({ origin }) => origin.of === 'underspend' && origin.cause !== undefined);
  if (parts.length === 0) return '';
  return ` By cause: ${sayList(parts.map(({ origin, amount }) => `${origin.cause ?? ''} ${sayPence(amount)}`))}.`;
}

/** The first step of the working: what the variance is, and what of it goes down which ladder. */
export function sayVariance(document: VarianceDocument, descents: readonly Descent[]): Draft {
  const { budget, forecast } = document;
  const variance = sayPence(varianceOf(document));
  const words = `Forecast ${sayPence(forecast)} less budget ${sayPence(budget)} is a variance of ${variance}.`;
  const inputs = { budget: formatPounds(budget), forecast: formatPounds(forecast) };
  return { rule: 'variance', words: `${words}${sayPooled(document)}${sayCauses(descents)}`, inputs };
}
