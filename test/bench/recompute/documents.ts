import { type FinancialYear, yearPeriod } from '../../../src/engine/calendar/financial-year.js';

/** 33 partnerships of six partners, over ten years. */
export const partnerships = Array.from({ length: 33 }, (_, i) => `partnership-${i + 1}`);
export const years = Array.from({ length: 10 }, (_, i) => named(2016 + i));
export const partners = ['north', 'south', 'east', 'west', 'middle', 'coast'];

function named(start: number): FinancialYear {
  return `${start}-${String((start + 1) % 100)}` as FinancialYear;
}

/** The three years before one, whose figures its schedule shares by. */
function before(year: FinancialYear): readonly FinancialYear[] {
  return [3, 2, 1].map((back) => named(Number(year.slice(0, 4)) - back));
}

/** What a partnership shares in a year: spend by a measure over three years, a premises line, a grant, and a board in equal parts. */
export function scheduleOf(partnership: number, year: FinancialYear): object {
  const figure = (i: number, of: string) =>
    String(20 + ((partnership * 13 + i * 29 + Number(of.slice(0, 4)) * 7) % 83));
  const values = Object.fromEntries(
    before(year).map((one) => [one, Object.fromEntries(partners.map((id, i) => [id, figure(i, one)]))]),
  );
  const staffing = `${2_000_000 + partnership * 31_700 + Number(year.slice(2, 4)) * 41_213}.00`;
  return {
    period: year,
    partners: partners.map((id, i) => ({ id, name: `${id} council`, role: i === 0 ? 'host' : 'partner' })),
    measures: [{ id: 'orders', unit: 'children', source: 'authority return', status: 'final', values }],
    pots: [
      {
        id: 'core',
        name: 'Core service',
        lines: [
          { id: 'staffing', amount: staffing },
          { id: 'premises', amount: '60000.00', only: 'north' },
        ],
        less: [{ id: 'grant', amount: '100000.00' }],
        basis: { kind: 'measure', measure: 'orders', over: before(year), average: 'mean' },
        clause: 'Schedule 3',
      },
      { id: 'board', name: 'Board', lines: [{ id: 'support', amount: '70000.01' }], basis: { kind: 'equal' } },
    ],
  };
}

/** The days of a year as the database takes them. */
export const daysOf = (year: FinancialYear) => yearPeriod(year);
