import fc from 'fast-check';
import { addDays } from '../../src/engine/calendar/local-date.js';
import { fraction, fromPence } from '../../src/engine/money/fraction.js';
import { pence } from '../../src/engine/money/pence.js';
import type * as risk from '../../src/engine/risk/position.js';
import { defaultThresholds } from '../../src/engine/risk/thresholds.js';
import { on, year } from './a-risk-position.js';

const partners = ['kent', 'medway', 'bexley'];
const years = [year('2025-26'), year('2026-27')];

/** Days about 2025 to 2027, so that events meet often. */
const anyDay = fc.integer({ min: 0, max: 1095 }).map((days) => addDays(on('2025-01-01'), days));
const anyPeriod = fc
  .tuple(anyDay, fc.constantFrom(1, 7, 90, 365, 366))
  .map(([from, length]) => ({ from, until: addDays(from, length) }));
const anyAmount = fc.oneof(fc.bigInt(0n, 500n), fc.bigInt(0n, 100_000_000n)).map(pence);
const anyPartner = fc.constantFrom(...partners);
const illustrative = fc.boolean();
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** A few records, each with an id of its own. */
const several = <T extends object>(arbitrary: fc.Arbitrary<T>, kind: string, most = 4) =>
  fc
    .array(arbitrary, { maxLength: most })
    .map((items) => items.map((item, index) => ({ ...item, id: `${kind}-${index}` })));

const announced = fc
  .record({ period: anyPeriod, amount: anyAmount, limitPerChild: maybe(anyAmount), announcedOn: anyDay, illustrative })
  .map(({ period, ...rest }) => ({ ...rest, ...period }));
const change = fc
  .record({
    certainty: fc.constantFrom<risk.Certainty>('confirmed', 'announced', 'expected', 'at-risk', 'lost'),
    happenedOn: anyDay,
    confirmedUntil: maybe(anyDay),
    illustrative,
  })
  .map((given) => ({
    ...given,
    confirmedUntil: given.certainty === 'confirmed' ? (given.confirmedUntil ?? given.happenedOn) : given.confirmedUntil,
  }));
const planned = fc
  .record({ authority: maybe(anyPartner), period: anyPeriod, amount: anyAmount, plannedOn: anyDay, illustrative })
  .map(({ period, ...rest }) => ({ ...rest, ...period }));
const counted = fc.record({
  authority: anyPartner,
  countedOn: anyDay,
  children: fc.integer({ min: 0, max: 50 }),
  costEach: anyAmount,
  illustrative,
});

const anySource: fc.Arbitrary<Omit<risk.RiskSource, 'id'>> = fc.record({
  illustrative,
  name: fc.constantFrom('Support fund', 'Grant', 'Fees'),
  route: fc.constantFrom('pooled' as const, 'off-formula' as const),
  pot: maybe(fc.constantFrom('core', 'other')),
  line: maybe(fc.constant('staffing')),
  startsOn: anyDay,
  amounts: several(announced, 'amount'),
  changes: several(change, 'change'),
  planned: several(planned, 'plan'),
  returns: several(counted, 'return'),
});

const anyContribution = fc.record({
  illustrative,
  authority: anyPartner,
  dueOn: anyDay,
  amount: anyAmount,
  what: fc.constant('Instalment'),
  receipts: several(fc.record({ receivedOn: anyDay, amount: anyAmount, illustrative }), 'receipt', 2),
});

const anyProvision = fc.record({
  illustrative,
  authority: anyPartner,
  year: fc.constantFrom(...years),
  amount: anyAmount,
  decidedOn: anyDay,
});

/** Exact parts of one: they may leave some of it to nobody, or all. */
const anyShares = fc
  .tuple(fc.array(fc.bigInt(0n, 1000n), { minLength: 3, maxLength: 3 }), fc.constantFrom(0n, 0n, 500n))
  .map(([weights, nobody]) => {
    const whole = weights.reduce((sum, weight) => sum + weight, nobody) || 1n;
    return new Map(partners.map((id, index) => [id, fraction(weights[index] ?? 0n, whole)]));
  });

const anySchedule = fc
  .record({ gross: anyAmount, line: anyAmount, shares: anyShares, since: anyDay, period: anyPeriod })
  .map(({ gross, line, shares, since, period }): risk.ScheduleInForce => {
    const lines = [{ id: 'staffing', amount: line }];
    const core = {
      id: 'core',
      name: 'Core service',
      clause: undefined,
      isPooled: true,
      gross: fromPence(gross),
      lines,
      shares,
    };
    const records = [{ kind: 'agreement-version' as const, id: 'version-1', illustrative: false }];
    return { period, since, named: 'agreement version 1', records, pots: [core] };
  });

/** Any position at all: plans that overlap, changes that contradict, shares that come to nothing, days before and after. */
export const anyPosition: fc.Arbitrary<risk.RiskPosition> = fc.record({
  asAt: anyDay,
  partners: fc.constant(partners.map((id) => ({ id, name: id }))),
  thresholds: fc.constant(defaultThresholds),
  sources: several(anySource, 'source', 3),
  contributions: several(anyContribution, 'contribution', 3),
  provisions: several(anyProvision, 'provision'),
  years: fc.array(fc.tuple(anyAmount, anyAmount, anyDay), { maxLength: 2 }).map((bills) =>
    bills.map(([kent, medway, decidedOn], index) => ({
      year: years[index]!,
      shares: new Map([
        ['kent', kent],
        ['medway', medway],
      ]),
      decidedOn,
      records: [],
    })),
  ),
  schedule: maybe(anySchedule),
});
