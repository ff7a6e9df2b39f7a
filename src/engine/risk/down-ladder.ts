import { type Fraction, divide, fromPence, multiply, roundHalfAwayFromZero, sum } from '../money/fraction.js';
import { type Pence, formatPounds, isPence, readPounds } from '../money/pence.js';
import { type VarianceAnswer } from '../variance/answer.js';
import { answerVariance } from '../variance/calculate-variance.js';
import { type Spread } from './bill.js';
import { type RiskPosition, type ScheduleInForce } from './position.js';
import { sayExact, sayPartner, sayPounds } from './words.js';

/** What the pools of a schedule pay for together, to the penny: what a percentage of the budget in a ladder is of. */
function budgetOf({ pots }: ScheduleInForce): bigint {
  return roundHalfAwayFromZero(sum(pots.filter(({ isPooled }) => isPooled).map(({ gross }) => gross)));
}

/** What the ladder answers, or why it cannot be asked. */
function ask(schedule: ScheduleInForce, amount: bigint): VarianceAnswer | string {
  const budget = budgetOf(schedule);
  const forecast = budget + amount;
  if (!isPence(budget) || !isPence(forecast)) return 'it is more than is handled';
  const figures = { budget: formatPounds(budget), forecast: formatPounds(forecast) };
  const outcome = answerVariance({ ...schedule.ladders, ...figures });
  return outcome.ok ? outcome.value : (outcome.faults[0]?.expected ?? 'it is refused');
}

const readAmount = (text: string): Pence => readPounds(text) ?? (0n as Pence);
const say = (text: string): string => sayPounds(readAmount(text));

/** Each partner, each step whose money no partner finds, and what is undetermined: a few words each. */
function sayWho(position: RiskPosition, { partners, steps, undetermined }: VarianceAnswer): readonly string[] {
  const bears = Object.entries(partners).filter(([, amount]) => readAmount(amount) !== 0n);
  const elsewhere = steps.filter(({ took, partners: on }) => readAmount(took) > 0n && Object.keys(on).length === 0);
  return [
    ...bears.map(([partner, amount]) => `${sayPartner(position, partner)} ${say(amount)}`),
    ...elsewhere.map(({ kind, took }) => `${say(took)} by the step "${kind}", which puts it on no partner`),
    ...(readAmount(undetermined) === 0n ? [] : [`${say(undetermined)} undetermined until the board decides`]),
  ];
}

function sayAll(position: RiskPosition, { named }: ScheduleInForce, exact: Fraction, answer: VarianceAnswer): string {
  return [
    `${sayExact(exact)} goes down the overspend ladder in force (${named}).`,
    ...answer.steps.map(({ why }) => why),
    `So: ${sayWho(position, answer).join(', ')}.`,
  ].join(' ');
}

/** The money as exact parts of the whole loss, so that they make it, whatever was rounded on the way. */
function partsOf(exact: Fraction, amount: bigint, { partners }: VarianceAnswer): Spread['parts'] {
  const partOf = (pence: bigint) => multiply(exact, divide(fromPence(pence), fromPence(amount)));
  const borne = Object.entries(partners).map(([bearer, text]) => ({ bearer, pence: readAmount(text) }));
  const left = borne.reduce((rest, { pence }) => rest - pence, amount);
  return [
    ...borne.filter(({ pence }) => pence !== 0n).map(({ bearer, pence }) => ({ bearer, exact: partOf(pence) })),
    { bearer: undefined, exact: partOf(left) },
  ];
}

/**
 * A loss of pooled money (exact pence) taken down the overspend ladder of the version in force, as an overspend of its pools
 * (formula.md, section 2). What no partner bears is nobody's: what reaches the board, and what would be cut, set off or taken
 * from a reserve, of which no record says that it is there. Undefined where the version has no ladder, or the loss no penny.
 */
export function spreadDownLadder(position: RiskPosition, exact: Fraction): Spread | undefined {
  const { schedule } = position;
  const amount = roundHalfAwayFromZero(exact);
  if (!schedule?.ladders || amount <= 0n) return undefined;
  const { named, records } = schedule;
  const answer = ask(schedule, amount);
  if (typeof answer !== 'string') {
    return { parts: partsOf(exact, amount, answer), working: sayAll(position, schedule, exact, answer), records };
  }
  const working = `${sayExact(exact)} is undetermined: the overspend ladder in force (${named}) cannot be asked: ${answer}.`;
  return { parts: [{ bearer: undefined, exact }], working, records };
}
