import fc from 'fast-check';
import { addDays, readDate } from '../../src/engine/calendar/local-date.js';
import { answerShares } from '../../src/engine/shares/calculate-shares.js';

/** A document as it is posted, loosely typed so that a test can bend it. */
export type Posted = ReturnType<typeof JSON.parse>;

const START = readDate('2020-04-01')!;
const dayAt = (day: number): string => addDays(START, day);
export const money = (pence: bigint): string => {
  const digits = String(pence < 0n ? -pence : pence).padStart(3, '0');
  return `${pence < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const YEARS = ['2017-18', '2018-19', '2019-20'];

const anyAmount = fc.oneof(fc.bigInt(-500n, 500n), fc.bigInt(-(10n ** 11n), 10n ** 12n), fc.constant(0n));
const anyPositive = fc.oneof(fc.bigInt(0n, 300n), fc.bigInt(0n, 10n ** 9n));
const anyFigure = fc.oneof(
  fc.nat(20).map(String),
  fc.constant('0'),
  fc.tuple(fc.nat(999), fc.nat(99)).map(([a, b]) => `${a}.${b}`),
);

/** A name for each id of `ids` with what `values` gives it, at least one of them above nothing. */
const keyed = (ids: readonly string[], values: readonly string[]): Record<string, string> => {
  const all = ids.map((id, i) => [id, values[i]!] as const);
  const isNothing = all.every(([, value]) => Number(value) === 0);
  return Object.fromEntries(isNothing ? [[ids[0]!, '1.00'], ...all.slice(1)] : all);
};

const percentages = (ids: readonly string[], cuts: readonly number[]): Record<string, string> => {
  const at = [0, ...[...cuts].slice(0, ids.length - 1).sort((a, b) => a - b), 10_000];
  const two = (n: number) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
  return Object.fromEntries(ids.map((id, i) => [id, two(at[i + 1]! - at[i]!)]));
};

/** A basis of one of the plain kinds for these members, and the amount that it needs to share (null: any). */
export const anyBasis = (ids: readonly string[]): fc.Arbitrary<{ basis: Posted; needs: bigint | null }> => {
  const many = { minLength: ids.length, maxLength: ids.length };
  const averages = fc.constantFrom('mean', 'sum', { weights: { '2018-19': '1', '2019-20': '2.5' } });
  return fc.oneof(
    fc.array(fc.nat(10_000), { minLength: 12, maxLength: 12 }).map((cuts) => {
      return { basis: { kind: 'stated-percent', percent: percentages(ids, cuts) }, needs: null };
    }),
    fc.array(anyPositive, many).map((amounts) => {
      const stated = keyed(ids, amounts.map(money));
      const needs = Object.values(stated).reduce((sum, text) => sum + BigInt(text.replace('.', '')), 0n);
      return { basis: { kind: 'stated-amount', amounts: stated }, needs };
    }),
    fc.constant({ basis: { kind: 'equal' }, needs: null }),
    averages.map((average) => {
      return { basis: { kind: 'measure', measure: 'orders', over: YEARS.slice(1), average }, needs: null };
    }),
    fc.array(anyFigure, many).map((values) => ({ basis: { kind: 'units', units: keyed(ids, values) }, needs: null })),
    fc.tuple(fc.array(anyFigure, many), anyPositive).map(([values, flat]) => {
      const units = keyed(ids, values);
      return { basis: { kind: 'units', units, flat: { [ids[ids.length - 1]!]: money(flat) } }, needs: flat };
    }),
    fc.tuple(anyPositive, fc.nat(5)).map(([amount, who]) => {
      const excepted = ids.length > 1 ? { [ids[who % ids.length]!]: money(amount) } : {};
      return { basis: { kind: 'equal', except: excepted }, needs: amount };
    }),
  );
};

interface Made {
  readonly basis: Posted;
  readonly needs: bigint | null;
  /** The plain basis that it comes to when it only chooses one. */
  readonly plain?: Posted;
}

/** The figure of each partner in the measure of areas. */
const areaOf = (id: string): string => String((Number(id.slice(1)) + 1) * 2);

/** A basis made of others, or one of the plain kinds. */
const anyComposed = (ids: readonly string[]): fc.Arbitrary<Made> => {
  const free = anyBasis(ids).filter(({ needs }) => needs === null);
  const [last] = ids.slice(-1);
  const areas = { kind: 'measure', measure: 'areas', over: ['2019-20'] };
  return fc.oneof(
    { weight: 4, arbitrary: anyBasis(ids) },
    fc.tuple(free, anyBasis(ids), fc.nat(100)).map(([{ basis: a }, { basis: b, needs }, weight]) => {
      const parts = [
        { weight: String(weight), basis: a },
        { weight: String(100 - weight), basis: b },
      ];
      return { basis: { kind: 'blend', parts }, needs: b.kind === 'stated-amount' ? null : needs };
    }),
    fc.tuple(free, fc.subarray([...ids]), anyBasis(ids)).map(([{ basis: agreed }, agreedBy, other]) => {
      const holds = agreedBy.length === ids.length ? { basis: agreed, needs: null } : other;
      const basis = { kind: 'agreed-else', agreed, agreedBy, default: other.basis };
      return { basis, needs: holds.needs, plain: holds.basis };
    }),
    fc.nat(5).map((who) => {
      const partner = ids[who % ids.length]!;
      if (partner === last) return { basis: areas, needs: null };
      return {
        basis: { kind: 'carve-out', basis: areas, part: { partner, from: { [last!]: areaOf(partner) } } },
        needs: null,
      };
    }),
  );
};

/** A pot for these members whose lines suit its basis. */
const anyPot = (id: string, ids: readonly string[]): fc.Arbitrary<Posted> =>
  fc
    .record({
      made: anyComposed(ids),
      own: fc.option(
        anyBasis(ids).filter(({ needs }) => needs === null),
        { nil: null },
      ),
      amounts: fc.array(anyAmount, { minLength: 1, maxLength: 3 }),
      less: fc.array(anyPositive, { maxLength: 2 }),
      only: fc.option(fc.tuple(anyAmount, fc.nat(11)), { nil: null }),
      isStated: fc.boolean(),
    })
    .map(({ made: { basis, needs, plain = basis }, own, amounts, less, only, isStated }) => {
      const income = less.reduce((sum, amount) => sum + amount, 0n);
      const shared = needs === null ? amounts : [needs + income, ...(plain.kind === 'stated-amount' ? [] : [10_000n])];
      const hasOwnTotal = plain.kind === 'stated-amount' && isStated;
      const lines = [
        ...(hasOwnTotal ? [] : shared.map((amount, i) => ({ id: `line-${i}`, amount: money(amount) }))),
        ...(only ? [{ id: 'only', amount: money(only[0]), only: ids[only[1] % ids.length]! }] : []),
        ...(own ? [{ id: 'own', amount: money(amounts[0]!), basis: own.basis }] : []),
      ];
      return { id, members: ids, lines, less: less.map((a, i) => ({ id: `less-${i}`, amount: money(a) })), basis };
    });

const anyRemainder = (ids: readonly string[]): fc.Arbitrary<Posted> =>
  fc.oneof(
    fc.constantFrom('largest-remainder', 'largest-share', 'first-listed').map((rule) => ({ rule })),
    fc.constantFrom(...ids).map((partner) => ({ rule: 'partner', partner })),
  );

/** Partners of whom some join or leave inside a period of `days` days. */
const anyPartners = (days: number): fc.Arbitrary<Posted[]> => {
  const anyBounds = fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    fc.nat(days).map((day) => ({ from: dayAt(day) })),
    fc.nat(days).map((day) => ({ until: dayAt(day) })),
    fc.uniqueArray(fc.nat(days + 3), { minLength: 2, maxLength: 2 }).map((pair) => {
      const [from, until] = [...pair].sort((a, b) => a - b);
      return { from: dayAt(from!), until: dayAt(until!) };
    }),
  );
  return fc
    .array(anyBounds, { minLength: 1, maxLength: 6 })
    .map((all) => all.map((bounds, i) => ({ id: `p${i}`, ...bounds })));
};

/** Gives the first member of every pot some weight in the measure, where no member has any. */
function weighed(document: Posted): Posted {
  const { values } = document.measures[0];
  for (const { members } of document.pots) {
    const hasWeight = members.some((id: string) => YEARS.slice(1).some((year) => Number(values[year][id]) > 0));
    if (!hasWeight) values['2019-20'][members[0]] = '0.5';
  }
  return document;
}

/** What is done to the amounts of a pot: every kind of adjustment. */
const anyAdjustment = (ids: readonly string[]): fc.Arbitrary<Posted> => {
  const many = { minLength: ids.length, maxLength: ids.length };
  const some = fc
    .array(anyPositive, many)
    .map((amounts) => Object.fromEntries(ids.map((id, i) => [id, money(amounts[i]!)])));
  const rate = fc.constantFrom('0', '1.5', '5', '120');
  const anyId = fc.constantFrom(...ids);
  const excess = fc.oneof(
    fc.constantFrom('spread', 'unallocated'),
    anyId.map((partner) => ({ partner })),
  );
  const last = fc.array(fc.nat(10_000), { minLength: 12, maxLength: 12 }).map((cuts) => percentages(ids, cuts));
  const isFree = ({ needs }: { needs: unknown }) => needs === null;
  return fc.oneof(
    fc.record({ kind: fc.constant('index'), percent: fc.constantFrom('2.5', '-1', '0'), cap: rate }),
    fc.record({ kind: fc.constant('cap'), base: some, maxRise: rate, maxFall: rate, excess }),
    fc.record({ kind: fc.constant('cap'), base: some, maxRise: rate, excess }),
    fc.record({ kind: fc.constant('minimum'), amount: anyPositive.map(money), partners: fc.subarray([...ids]) }),
    fc.record({ kind: fc.constant('freeze'), until: fc.constantFrom('2020-04-01', '2021-01-01'), amounts: some }),
    fc.record({ kind: fc.constant('tolerance'), percent: rate, last }),
    anyBasis(ids)
      .filter(isFree)
      .map(({ basis }) => ({ kind: 'transition', from: basis, year: 1, of: '3' })),
    fc.record({ kind: fc.constant('hold-harmless'), base: some }),
    fc.record({ kind: fc.constant('rebate'), partner: anyId, amount: anyPositive.map(money) }),
    fc.record({ kind: fc.constant('one-off'), amounts: some }),
    fc.record({ kind: fc.constant('one-off'), equal: anyAmount.map(money) }),
  );
};

/** Any document that is accepted: several pots, kinds of basis and of line, joins and leaves, roundings. */
export const anyDocument: fc.Arbitrary<Posted> = fc
  .integer({ min: 1, max: 12 })
  .chain((days) =>
    anyPartners(days).chain((partners) => {
      const ids: string[] = partners.map(({ id }) => id);
      const year = fc.array(anyFigure, { minLength: ids.length, maxLength: ids.length }).map((v) => keyed(ids, v));
      return fc.record({
        period: fc.constant({ from: dayAt(0), until: dayAt(days) }),
        partners: fc.constant(partners),
        measures: fc.tuple(year, year, year).map((values) => {
          const areas = Object.fromEntries(ids.map((id) => [id, areaOf(id)]));
          return [
            { id: 'orders', values: Object.fromEntries(YEARS.map((name, i) => [name, values[i]])) },
            { id: 'areas', values: { '2019-20': areas } },
          ];
        }),
        pots: fc.oneof(
          anyPot('one', ids).map((pot) => [pot]),
          fc.tuple(
            anyPot('one', ids),
            fc.subarray(ids, { minLength: 1 }).chain((some) => anyPot('two', some)),
          ),
        ),
        rounding: fc.record({ unit: fc.constantFrom('0.01', '1', '10', '1000'), remainder: anyRemainder(ids) }),
      });
    }),
  )
  .map(weighed);

/** As `anyDocument`, with up to three adjustments on each pot. */
export const anyAdjusted: fc.Arbitrary<Posted> = anyDocument.chain((document) => {
  const lists = document.pots.map((pot: Posted) => fc.array(anyAdjustment(pot.members), { maxLength: 3 }));
  return fc.tuple(...(lists as fc.Arbitrary<Posted[]>[])).map((all) => {
    return { ...document, pots: document.pots.map((pot: Posted, i: number) => ({ ...pot, adjust: all[i] })) };
  });
});

/** The answer to a document that is to be accepted. */
export const answered = (document: Posted) => {
  const outcome = answerShares(document);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.value;
};

/** What each partner pays, by its id. */
export const paid = (document: Posted): Record<string, string> =>
  Object.fromEntries(answered(document).partners.map(({ partner, amount }) => [partner, amount]));
