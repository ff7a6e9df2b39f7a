import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { turned } from '../../../test/support/turned.js';
import { cases } from '../../../test/support/cases.js';
import { type Posted, anyTrueTable, post } from '../../../test/support/any-table.js';
import { answerFooting } from './check-footing.js';

const answered = (document: Posted) => {
  const outcome = answerFooting(document);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.value;
};

/** Every printed cell, as the object that holds it, its column and its row. */
const printed = (document: Posted): { holder: Posted; column: string; partner: string | null }[] =>
  [...document.rows, { partner: null, cells: document.totals }].flatMap(({ partner, cells }: Posted) =>
    Object.keys(cells).map((column) => ({ holder: cells, column, partner })),
  );

describe('a table of true figures', () => {
  it('holds, however each was cut', () => {
    fc.assert(
      fc.property(anyTrueTable, (table) => {
        const { holds, contradictions, smallest, words } = answered(post(table));
        expect({ holds, contradictions, smallest }).toEqual({ holds: true, contradictions: [], smallest: [] });
        expect(words).toBe('Nothing that is printed contradicts anything else.');
      }),
      cases(150),
    );
  });

  it('holds with any of its cells missing', () => {
    fc.assert(
      fc.property(anyTrueTable, fc.infiniteStream(fc.boolean()), (table, which) => {
        const document = post(table);
        for (const { holder, column } of printed(document))
          if (which.next().value) Reflect.deleteProperty(holder, column);
        expect(answered(document).holds).toBe(true);
      }),
      cases(100),
    );
  });
});

describe('one wrong cell', () => {
  it('leaves a table that holds, or is one cell to correct, itself among those that would do', () => {
    let [found, tried] = [0, 0];
    fc.assert(
      fc.property(anyTrueTable, fc.nat(), fc.integer({ min: 1, max: 9 }), (table, which, digit) => {
        tried += 1;
        const document = post(table);
        const all = printed(document);
        const { holder, column, partner } = all[which % all.length]!;
        holder[column] =
          `${holder[column].startsWith('-') ? '-' : ''}${digit}${holder[column].replace('-', '').replace(/^0(?=\.|$)/, '0')}`;
        const { holds, smallest, alternatives, contradictions } = answered(document);
        if (holds) return;
        found += 1;
        expect(smallest).toHaveLength(1);
        expect(contradictions.length).toBeGreaterThan(0);
        const sets = [smallest, ...alternatives].map((set) => JSON.stringify(set));
        if (alternatives.length < 20) expect(sets).toContain(JSON.stringify([{ partner, column }]));
      }),
      cases(150),
    );
    expect(found).toBeGreaterThan(tried / 2);
  });
});

/** A table of anything at all: most of these cannot be. */
const anyTable = anyTrueTable.chain((table) => {
  const document = post({ ...table, rows: table.rows.slice(0, 4) });
  const size = printed(document).length;
  const wrong = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(10 ** 6)), { minLength: 1, maxLength: 3 });
  return wrong.map((changes) => {
    for (const [at, value] of changes) {
      const { holder, column } = printed(document)[at]!;
      holder[column] = String(value);
    }
    return document;
  });
});

describe('any table', () => {
  it('gets no new contradiction when a cell is taken out, and needs no more corrections', () => {
    fc.assert(
      fc.property(anyTable, fc.nat(), (document, which) => {
        const before = answered(document);
        const all = printed(document);
        const { holder, column } = all[which % all.length]!;
        Reflect.deleteProperty(holder, column);
        const after = answered(document);
        if (before.holds) expect(after.holds).toBe(true);
        if (before.search.complete && after.search.complete)
          expect(after.smallest.length).toBeLessThanOrEqual(before.smallest.length);
      }),
      cases(100),
    );
  });

  it('holds once the smallest set is taken out', () => {
    fc.assert(
      fc.property(anyTable, (document) => {
        const { holds, smallest, search } = answered(document);
        fc.pre(!holds && search.complete);
        const copy = structuredClone(document);
        for (const { partner, column } of smallest) {
          const row = copy.rows.find((one: Posted) => one.partner === partner);
          Reflect.deleteProperty(row ? row.cells : copy.totals, column);
        }
        expect(answered(copy).holds).toBe(true);
      }),
      cases(100),
    );
  });

  it('is judged alike in any order of its rows, and the sets that would do are the same', () => {
    fc.assert(
      fc.property(anyTable, (document) => {
        const turned = { ...document, rows: document.rows.toReversed() };
        const [one, other] = [answered(document), answered(turned)];
        expect(other.holds).toBe(one.holds);
        expect(other.smallest.length).toBe(one.smallest.length);
        fc.pre(one.smallest.length === 1 && one.alternatives.length < 20 && other.alternatives.length < 20);
        const sets = ({ smallest, alternatives }: typeof one) =>
          [smallest, ...alternatives].map((s) => JSON.stringify(s)).sort();
        expect(sets(other)).toEqual(sets(one));
      }),
      cases(60),
    );
  });

  it('gets the same answer however its keys are ordered', () => {
    fc.assert(
      fc.property(anyTable, (document) => {
        expect(answered(turned(document))).toEqual(answered(document));
      }),
      cases(30),
    );
  });
});
