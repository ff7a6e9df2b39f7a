import { sum } from '../../money/fraction.js';
import { byId, showById, zipById } from '../ids.js';
import { sayFigure, sayList } from '../say.js';
import { type Average, type ByMeasure } from './basis.js';
import { type Explained, type Telling } from './basis-rule.js';

function sayAverage(average: Average, years: readonly string[]): string {
  if (years.length === 1) return `in ${years[0] ?? ''}`;
  if (average === 'mean' || average === 'sum') return `the ${average} of ${sayList(years)}`;
  const each = [...average].map(([year, weight]) => `${year} × ${sayFigure(weight)}`);
  return `the mean of ${sayList(each)}`;
}

function saySource({ measure }: ByMeasure): string {
  const about = [measure.unit, measure.source, measure.status].filter((text) => text !== undefined);
  return about.length > 0 ? ` (${about.join('; ')})` : '';
}

function showAverage(average: Average): unknown {
  if (average === 'mean' || average === 'sum') return average;
  return { weights: byId([...average].map(([year, weight]) => [year, sayFigure(weight)] as const)) };
}

/** What a measure basis says of itself: the vintage, source and status of its figures, and the figures. */
export function explainMeasure(basis: ByMeasure, { ids, names }: Telling): Explained {
  const { measure, over, average, missing, figures } = basis;
  const shown = figures.map(sayFigure);
  const each = sayList(names.map((name, position) => `${name} ${shown[position] ?? ''}`));
  const words = `in proportion to ${measure.name}${saySource(basis)}, ${sayAverage(average, over)}: ${each}, together ${sayFigure(sum(figures))}`;
  const { id, unit, source, status } = measure;
  const ofYear = (year: (typeof over)[number]) => {
    const values = measure.values.get(year);
    const had = ids.map((one) => values?.get(one) ?? null);
    return showById(ids, had, sayFigure);
  };
  const values = byId(over.map((year) => [year, ofYear(year)] as const));
  const inputs = { measure: id, unit, source, status, over, average: showAverage(average), missing, values };
  return { words, inputs: { ...inputs, figures: zipById(ids, shown) } };
}
