import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Posted, anyTrueTable, post } from '../../../test/support/any-table.js';
import { anySpoilt } from '../../../test/support/hostile.js';
import { seal, unversioned } from '../../../test/support/seal.js';
import { answerFooting } from './check-footing.js';

/** A true table in which up to three cells are printed wrong or not at all. */
const anySlip = fc
  .tuple(anyTrueTable, fc.array(fc.tuple(fc.nat(), fc.nat(5)), { maxLength: 3 }))
  .map(([table, slips]) => {
    const document: Posted = post(table);
    for (const [which, how] of slips) {
      const lines: Posted[] = [...document.rows.map(({ cells }: Posted) => cells), document.totals];
      const cells = lines[which % lines.length];
      const keys = Object.keys(cells);
      const key = keys[which % keys.length]!;
      if (how === 0) Reflect.deleteProperty(cells, key);
      else cells[key] = how < 3 ? `1${cells[key].replace('-', '')}` : cells[key].replace(/\d(?=\d)/, String(how));
    }
    return document;
  });

it('answers as it did, in every word', () => {
  expect(seal(anySlip, unversioned(answerFooting), 150)).toBe('5a1695de11294fe5');
});

it('refuses as it did, in every word', () => {
  expect(seal(anySpoilt(anySlip), unversioned(answerFooting), 500)).toBe('0842740d079b1f88');
});
