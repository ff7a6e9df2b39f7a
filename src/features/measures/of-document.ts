import { cutText } from '../../platform/http/cut-text.js';
import type { MeasuresOfDocument, MeasureValue } from './dto/measure-value.js';

const MOST_SOURCE = 4_000;

/** The figures that stand, in the shape in which a shares document holds them; a measure is final once all of it is. */
export function ofDocument(standing: readonly MeasureValue[]): MeasuresOfDocument {
  const names = [...new Set(standing.map(({ measure }) => measure))].sort();
  return {
    measures: names.map((id) => {
      const of = standing.filter(({ measure }) => measure === id);
      const latest = of.reduce((one, other) => (other.recordedAt > one.recordedAt ? other : one));
      return {
        id,
        unit: latest.unit,
        source: cutText([...new Set(of.map(({ source }) => source))].join('; '), MOST_SOURCE),
        status: of.every(({ status }) => status === 'final') ? 'final' : 'provisional',
        values: valuesOf(of),
      };
    }),
  };
}

function valuesOf(of: readonly MeasureValue[]): Record<string, Record<string, string>> {
  const years = [...new Set(of.map(({ financialYear }) => financialYear))].sort();
  return Object.fromEntries(
    years.map((year) => [
      year,
      Object.fromEntries(
        of.filter(({ financialYear }) => financialYear === year).map(({ authority, value }) => [authority, value]),
      ),
    ]),
  );
}
