import { readDate, type LocalDate } from '../../src/engine/calendar/local-date.js';
import { readFinancialYear, type FinancialYear } from '../../src/engine/calendar/financial-year.js';
import { fraction, fromPence } from '../../src/engine/money/fraction.js';
import { readPounds, type Pence } from '../../src/engine/money/pence.js';
import { raiseFlags } from '../../src/engine/risk/flag-rules.js';
import type { Flag, FlagCode } from '../../src/engine/risk/flag.js';
import type * as risk from '../../src/engine/risk/position.js';
import { defaultThresholds } from '../../src/engine/risk/thresholds.js';

/** Positions for tests: each helper fills in what a test does not care about. */
export const on = (text: string): LocalDate => readDate(text)!;
export const year = (text: string): FinancialYear => readFinancialYear(text)!;
export const pounds = (text: string): Pence => readPounds(text)!;

const kept = (id: string) => ({ id, illustrative: false });

export const aPosition = (given: Partial<risk.RiskPosition> & { asAt: LocalDate }): risk.RiskPosition => ({
  partners: [
    { id: 'bcp', name: 'BCP Council' },
    { id: 'dorset', name: 'Dorset Council' },
  ],
  thresholds: defaultThresholds,
  sources: [],
  contributions: [],
  provisions: [],
  years: [],
  schedule: undefined,
  ...given,
});

export const aSource = (given: Partial<risk.RiskSource> = {}): risk.RiskSource => ({
  ...kept('fund'),
  name: 'Adoption Support Fund',
  route: 'off-formula',
  pot: undefined,
  line: undefined,
  startsOn: on('2015-05-01'),
  amounts: [],
  changes: [],
  planned: [],
  returns: [],
  ...given,
});

export const confirmed = (until: string, happenedOn: string, id = 'confirmed'): risk.CertaintyChange => ({
  ...kept(id),
  certainty: 'confirmed',
  happenedOn: on(happenedOn),
  confirmedUntil: on(until),
});

export const became = (certainty: risk.Certainty, happenedOn: string, until?: string): risk.CertaintyChange => ({
  ...kept(`${certainty}-${happenedOn}`),
  certainty,
  happenedOn: on(happenedOn),
  confirmedUntil: until === undefined ? undefined : on(until),
});

export const plan = (
  authority: string | undefined,
  [from, until]: [string, string],
  amount: string,
  madeOn = '2025-02-01',
) => ({
  ...kept(`plan-${authority ?? 'pool'}-${from}-${madeOn}`),
  authority,
  from: on(from),
  until: on(until),
  amount: pounds(amount),
  plannedOn: on(madeOn),
});

export const anAmount = ([from, until]: [string, string], amount: string, announcedOn: string, limit?: string) => ({
  ...kept(`amount-${from}-${announcedOn}`),
  from: on(from),
  until: on(until),
  amount: pounds(amount),
  limitPerChild: limit === undefined ? undefined : pounds(limit),
  announcedOn: on(announcedOn),
});

export const packages = (
  authority: string,
  countedOn: string,
  children: number,
  costEach: string,
): risk.PackageReturn => ({
  ...kept(`return-${authority}-${countedOn}-${costEach}`),
  authority,
  countedOn: on(countedOn),
  children,
  costEach: pounds(costEach),
});

/** Aspire's pot: £2,103,700 at 59 and 41 per cent. */
export const aspire2020 = (given: Partial<risk.RiskPot> = {}): risk.ScheduleInForce => ({
  period: { from: on('2020-04-01'), until: on('2021-04-01') },
  pots: [
    {
      id: 'pool',
      name: 'Net budget',
      clause: undefined,
      isPooled: true,
      gross: fromPence(pounds('2103700.00')),
      lines: [
        { id: 'staffing', amount: pounds('1603700.00') },
        { id: 'support', amount: pounds('500000.00') },
      ],
      shares: new Map([
        ['bcp', fraction(59n, 100n)],
        ['dorset', fraction(41n, 100n)],
      ]),
      ...given,
    },
  ],
  named: 'agreement version 1',
  since: on('2020-02-12'),
  records: [
    { kind: 'agreement-version', ...kept('version-1') },
    { kind: 'decision', ...kept('decision-1') },
  ],
});

/** The flags of one code. */
export const flagsOf = (code: FlagCode, position: risk.RiskPosition): readonly Flag[] =>
  raiseFlags(position).filter((flag) => flag.code === code);

/** Who bears what, as pounds by partner, for comparing at a glance. */
export const borne = ({ partners }: Flag) =>
  Object.fromEntries(partners.map(({ partner, amount }) => [partner, amount]));
