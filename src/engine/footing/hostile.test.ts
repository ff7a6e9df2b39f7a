import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Posted, anyTrueTable, post } from '../../../test/support/any-table.js';
import { cases } from '../../../test/support/cases.js';
import { answersOrRefuses, anySpoilt, anyThing, enormous } from '../../../test/support/hostile.js';
import { answerFooting } from './check-footing.js';

const isAnswered = answersOrRefuses(answerFooting);

describe('whatever is posted', () => {
  it('never throws', () => {
    fc.assert(fc.property(anyThing, isAnswered), cases(300));
  });

  it('never throws when any one thing in a good table is anything else, gone or called something else', () => {
    fc.assert(fc.property(anySpoilt(anyTrueTable.map(post)), isAnswered), cases(600));
  });

  it('refuses what is too deep, too long or too wide', () => {
    for (const poison of enormous) {
      for (const key of ['display', 'columns', 'rows', 'totals', 'relations', 'other']) isAnswered({ [key]: poison });
      const rows = [{ partner: poison, cells: poison }];
      isAnswered({ display: 'rounded', columns: [{ id: 'x', unit: poison }], rows });
    }
  });
});

/** In time of the processor: a busy machine does not make a table dearer. The largest tables that are read: all figures random, so that nearly everything contradicts something. */
const largest: Record<string, Posted> = {
  usual: ['previous', 'increase', 'amount', 'risePercent', 'sharePercent'],
  plain: ['x', 'y'],
};

describe('cost', () => {
  it.each(Object.entries(largest))('a table at the limit is answered within a second: %s', (_, columns) => {
    let seed = 1;
    const figure = () => String((seed = (seed * 48_271) % 2_147_483_647) % 100_000);
    const cells = () => Object.fromEntries(columns.map((id: string) => [id, figure()]));
    const lines = Math.min(1_000, Math.floor(2_000 / columns.length) - 1);
    const document = {
      display: 'either',
      columns: columns.map((id: string) => ({ id })),
      rows: Array.from({ length: lines }, (__, i) => ({ partner: `p${i}`, cells: cells() })),
      totals: cells(),
    };
    const times = [0, 1, 2].map(() => {
      const from = process.cpuUsage();
      isAnswered(document);
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 1_000;
    });
    expect(Math.min(...times)).toBeLessThan(1_000);
  });
});
