import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { formatDecimal, showDecimal } from '../money/decimal.js';
import { add, fraction } from '../money/fraction.js';
import { type Posted } from '../../../test/support/any-table.js';
import { answerFooting } from './check-footing.js';
import { type Display, standsFor } from './display.js';
import { readFigure } from './figure.js';
import { type Interval } from './intervals/interval.js';
import { MOST_COLUMNS } from './reading/read-columns.js';
import { MOST_RELATIONS } from './reading/read-relations.js';
import { MOST_CELLS, MOST_NAMED } from './read-document.js';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');

/** The rows of the table under a heading, without its head. */
const tableUnder = (heading: string): string[][] => {
  const lines = readme
    .slice(readme.indexOf(`## ${heading}`))
    .split('\n')
    .slice(1);
  const from = lines.findIndex((line) => line.startsWith('|'));
  const rows = lines.slice(
    from,
    lines.findIndex((line, i) => i > from && !line.startsWith('|')),
  );
  return rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
};

const show = ({ from, to }: Interval): string =>
  `${from!.closed ? '[' : '('}${showDecimal(from!.at)}, ${showDecimal(to!.at)}${to!.closed ? ']' : ')'}`;

/** A table of the README as it would be posted. */
const posted = (heading: string, display: Display): Posted => {
  const [head = [], , ...lines] = tableUnder(heading);
  const columns = head
    .slice(1)
    .map((name) => (name.endsWith('(m)') ? { id: name.split(' ')[0]!, unit: '1000000' } : { id: name }));
  const cells = (figures: string[]) =>
    Object.fromEntries(figures.flatMap((figure, i) => (figure === '' ? [] : [[columns[i]!.id, figure]])));
  const rows = lines
    .filter(([name]) => name !== 'total')
    .map(([partner, ...figures]) => ({ partner, cells: cells(figures) }));
  const totals = lines.filter(([name]) => name === 'total').map(([, ...figures]) => cells(figures));
  return { display, columns, rows, totals: totals[0] ?? {} };
};

const answered = (document: Posted) => {
  const outcome = answerFooting(document);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.value;
};

describe('the README', () => {
  it.each(tableUnder('What a figure stands for').slice(2))('says rightly what %s stands for', (text, ...ranges) => {
    const figure = readFigure(text)!;
    const displays: Display[] = ['rounded', 'truncated', 'either'];
    expect(displays.map((display) => show(standsFor(figure, fraction(1n), display)))).toEqual(ranges);
  });

  it('tells the dropped digit as the engine does', () => {
    const { smallest, contradictions } = answered(posted('A dropped digit', 'rounded'));
    expect(smallest).toEqual([{ partner: 'b', column: 'increase' }]);
    expect(contradictions).toHaveLength(2);
    const [sum, rise] = contradictions.map(({ cells }) => new Map(cells.map(({ column, would }) => [column, would!])));
    const range = (one: typeof sum, column: string) => `[${one!.get(column)!.from}, ${one!.get(column)!.to}]`;
    expect(range(sum, 'increase')).toBe('[4999, 5001]');
    for (const one of [sum, rise]) expect(readme).toContain(range(one, 'previous'));
    expect(range(rise, 'increase')).toBe('[4874.9902, 5125.0103]');
    expect(readme).toContain(`= ${showDecimal(fraction(2499995n * 195n, 100_000n))} and`);
    expect(readme).toContain(`= ${showDecimal(fraction(2500005n * 205n, 100_000n))};`);
  });

  it('tells the row that only together cannot be as the engine does', () => {
    const { contradictions } = answered(posted('Figures that only together cannot be', 'rounded'));
    expect(contradictions).toMatchObject([{ row: 'merthyr-tydfil' }]);
    const amount = contradictions[0]!.cells.find(({ column }) => column === 'amount');
    expect(amount!.would!.from).toBe('3.03966');
    const base = fraction(1153635n * 10_000n, 3945n);
    expect(readme).toContain(`= ${formatDecimal(base, 1)}, and`);
    expect(readme).toContain(`at least ${formatDecimal(add(base, fraction(1153635n, 10n)), 1)}, which`);
    expect(answered(posted('Figures that only together cannot be', 'either')).holds).toBe(true);
  });

  it('names the limits that there are', () => {
    const number = (n: number) => n.toLocaleString('en-GB');
    const limits = `${MOST_COLUMNS}\ncolumns, ${number(MOST_CELLS)} cells with the totals line, ${MOST_RELATIONS} stated relations naming ${number(MOST_NAMED)} cells`;
    expect(readme).toContain(limits);
  });
});
