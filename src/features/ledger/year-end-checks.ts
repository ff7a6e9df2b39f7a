import type { Balance } from '../../engine/ledger/position.js';
import type { YearEndCheck, YearEndFund as Composed } from '../../engine/ledger/year-end/year-end.js';
import { toPounds } from '../shared/money.js';
import type { LedgerCheck } from './dto/position.js';
import type { LedgerSettlement } from './dto/settlement.js';
import type { LedgerYearClosing } from './dto/year-closing.js';
import type { YearEndFund } from './dto/year-end.js';
import { checkWords } from './position.reader.js';
import type { YearEndFound } from './year-end.query.js';

interface Checked {
  readonly balances: Readonly<Record<'opening' | 'closing', readonly Balance[]>>;
  readonly found: YearEndFound;
  readonly settlements: readonly LedgerSettlement[];
  readonly closed: LedgerYearClosing | undefined;
  readonly openedWith: LedgerYearClosing | undefined;
}

const words: Readonly<Record<YearEndCheck['check'], string>> = {
  'year-foots': 'What each account opened with and what was posted to it in the year is what it closes with.',
  'balance-foots': 'What is held and owed is what is in reserve, carried forward and not yet settled.',
  ...checkWords,
};

/** What must hold of each fund of a statement, and whether it does. */
export function yearEndChecks(
  composed: readonly Composed[],
  funds: readonly YearEndFund[],
  { balances, found, settlements, closed, openedWith }: Checked,
): readonly LedgerCheck[] {
  return composed.flatMap(({ fund, checks }) => [
    ...checks.map((one) => say(fund, one.check, one.holds, words[one.check], `It is ${toPounds(one.off)} off.`)),
    ...(openedWith ? [asFrozen(fund, 'opens-as-frozen', openedWith, balances.opening)] : []),
    ...(closed ? [asFrozen(fund, 'closes-as-frozen', closed, balances.closing)] : []),
    ...atItsOutturn(fund, { found, settlements }, funds),
  ]);
}

function say(fund: string, check: string, holds: boolean, says: string, otherwise: string): LedgerCheck {
  return { check, fund, holds, says: holds ? says : `${says} ${otherwise}` };
}

/** Every balance of a fund that is not nothing, as text in one order. */
function listed(balances: readonly { fund: string; amount: string; of: readonly (string | null)[] }[], fund: string) {
  const kept = balances.filter((one) => one.fund === fund && /[1-9]/.test(one.amount));
  return JSON.stringify(kept.map(({ of, amount }) => [...of, amount].join(' ')).sort());
}

function asFrozen(
  fund: string,
  check: 'opens-as-frozen' | 'closes-as-frozen',
  frozen: LedgerYearClosing,
  balances: readonly Balance[],
): LedgerCheck {
  const was = frozen.balances.map(({ account, authority, line, ...one }) => ({
    ...one,
    of: [account, authority, line],
  }));
  const is = balances.map(({ kind, authority, line, pence, ...one }) => ({
    ...{ ...one, amount: toPounds(pence) },
    of: [kind, authority, line],
  }));
  const says =
    check === 'opens-as-frozen'
      ? 'It opens with what was frozen when the year before was closed.'
      : 'It closes with what was frozen when the year was closed.';
  return say(fund, check, listed(was, fund) === listed(is, fund), says, 'It differs.');
}

/** Whether a variance was settled at the outturn and the budget that there are. */
function atItsOutturn(
  fund: string,
  { found, settlements }: Pick<Checked, 'found' | 'settlements'>,
  funds: readonly YearEndFund[],
): readonly LedgerCheck[] {
  const account = funds.find((one) => one.fund === fund)?.account;
  const stands = new Set(settlements.filter(({ state }) => state !== 'undone').map(({ id }) => id));
  return found.variances
    .filter((one) => one.fund === fund && stands.has(one.settlement))
    .map(({ budget, forecast }) => {
      const holds = forecast === account?.spent && (account.budget ?? budget) === budget;
      const says = `The variance is settled at an outturn of £${forecast} and a budget of £${budget}.`;
      const is = `The ledger has £${account?.spent ?? ''} spent of ${account?.budget ? `£${account.budget}` : 'no recorded budget'}.`;
      return say(fund, 'settled-at-outturn', holds, says, is);
    });
}
