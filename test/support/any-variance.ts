import fc from 'fast-check';
import { addDays, readDate } from '../../src/engine/calendar/local-date.js';
import { type Posted, anyBasis, money } from './any-document.js';
import { answerVariance } from '../../src/engine/variance/calculate-variance.js';

const START = readDate('2020-04-01')!;
const dayAt = (day: number): string => addDays(START, day);
const YEARS = ['2018-19', '2019-20'];

const anyPounds = fc.oneof(fc.bigInt(0n, 500n), fc.bigInt(0n, 10n ** 10n)).map(money);
const anyLimit = fc.option(
  fc.oneof(
    anyPounds.map((amount) => ({ amount })),
    fc.constantFrom('0', '0.5', '1', '33.333', '150').map((percentOfBudget) => ({ percentOfBudget })),
  ),
  { nil: undefined },
);

/** A plain basis, or two of them blended. */
const anyLadderBasis = (ids: readonly string[]): fc.Arbitrary<Posted> => {
  const plain = anyBasis(ids).map(({ basis }): Posted => basis);
  const blended = fc.tuple(plain, plain, fc.nat(100)).map(([a, b, weight]) => ({
    kind: 'blend',
    parts: [
      { weight: String(weight), basis: a },
      { weight: String(100 - weight), basis: b },
    ],
  }));
  return fc.oneof({ weight: 4, arbitrary: plain }, blended);
};

const anyStep = (ids: readonly string[], isOver: boolean): fc.Arbitrary<Posted> => {
  const limited = (kind: string, more: fc.Arbitrary<object> = fc.constant({})) =>
    fc.tuple(anyLimit, more).map(([limit, rest]) => ({ kind, limit, ...rest }));
  const shared = anyLadderBasis(ids).map((basis) => ({ basis }));
  const own = isOver
    ? [anyPounds.map((amount) => ({ kind: 'offset', amount })), limited('cut')]
    : [limited('carry-forward'), limited('return', shared)];
  const bearer = limited(
    'bearer',
    fc.constantFrom(...ids).map((partner) => ({ partner })),
  );
  return fc.oneof(...own, limited('reserve'), bearer, limited('share', shared), fc.constant({ kind: 'refer' }));
};

const anyLadder = (ids: readonly string[], isOver: boolean) => fc.array(anyStep(ids, isOver), { maxLength: 5 });

const anyCause = fc.constantFrom('management-action', 'windfall');

/** Totals alone, or up to five lines of every kind. The first partner is the host. */
const anyAmounts = (ids: readonly string[]): fc.Arbitrary<Posted> => {
  const anyOwner = fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    fc.constantFrom(...ids).map((only) => ({ only })),
    fc.constant({ profile: 'fixed' }),
  );
  const anyLine = fc.record({ budget: anyPounds, forecast: anyPounds, owner: anyOwner, cause: anyCause });
  return fc.oneof(
    fc.record({ budget: anyPounds, forecast: anyPounds, cause: anyCause }),
    fc.array(anyLine, { minLength: 1, maxLength: 5 }).map((lines) => ({
      lines: lines.map(({ owner, ...rest }, i) => ({ id: `l${i}`, ...rest, ...owner })),
    })),
  );
};

const anyPartners = (days: number): fc.Arbitrary<Posted[]> => {
  const anyBounds = fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    fc.nat(days).map((day) => ({ from: dayAt(day) })),
    fc.nat(days).map((day) => ({ until: dayAt(day) })),
  );
  return fc.array(anyBounds, { minLength: 1, maxLength: 5 }).map((all) => {
    return all.map((bounds, i) => ({ id: `p${i}`, role: i === 0 ? 'host' : 'partner', ...bounds }));
  });
};

const anyRounding = (ids: readonly string[]) =>
  fc.record({
    unit: fc.constantFrom('0.01', '0.01', '1', '1000'),
    remainder: fc.oneof(
      fc.constantFrom('largest-remainder', 'largest-share', 'first-listed').map((rule): Posted => ({ rule })),
      fc.constantFrom(...ids).map((partner): Posted => ({ rule: 'partner', partner })),
    ),
  });

/** Any document that is accepted: both ladders, every step, limits, floors, lines, causes, joins and leaves, roundings. */
export const anyVariance: fc.Arbitrary<Posted> = fc.integer({ min: 1, max: 9 }).chain((days) =>
  anyPartners(days).chain((partners) => {
    const ids: string[] = partners.map(({ id }) => id);
    const figures = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: ids.length, maxLength: ids.length });
    const under = anyLadder(ids, false);
    return fc
      .record({
        amounts: anyAmounts(ids),
        figures,
        reserve: fc.record({ balance: anyPounds, floor: anyPounds }),
        overspend: anyLadder(ids, true),
        underspend: fc.oneof(under, fc.record({ 'management-action': under, windfall: under })),
        rounding: anyRounding(ids),
      })
      .map(({ amounts, figures: values, ...rest }): Posted => {
        const byYear = Object.fromEntries(ids.map((id, i) => [id, String(values[i])]));
        const measures = [{ id: 'orders', values: Object.fromEntries(YEARS.map((year) => [year, byYear])) }];
        return { period: { from: dayAt(0), until: dayAt(days) }, partners, measures, ...amounts, ...rest };
      });
  }),
);

/** The answer to a document that is accepted. */
export const answered = (document: Posted) => {
  const outcome = answerVariance(document);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.value;
};

/** Pounds as whole pence. */
export const pence = (text: string): bigint => BigInt(text.replace('.', ''));
