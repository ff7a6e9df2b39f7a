import type { ShareStatement, StatementPart } from '../../features/shares/dto/share-statement.js';
import { sentence, showPeriod, showPounds } from '../shared/words.js';
import { type Bills, type Instalment, instalmentsOf } from './instalments.js';

/** How one partner's figures were worked out. */
export interface WorkedOut {
  readonly anchor: string;
  readonly name: string;
  readonly share: string;
  readonly parts: readonly WorkedOutPart[];
  /** The sentence that leads from the share to what is outstanding. */
  readonly outstanding: string;
  readonly instalments: readonly Instalment[];
}

interface WorkedOutPart {
  readonly when: string;
  readonly amount: string;
  readonly pots: readonly { readonly name: string; readonly amount: string; readonly lines: readonly string[] }[];
  readonly steps: readonly WorkedOutStep[];
}

interface WorkedOutStep {
  readonly words: string;
  readonly clause: string | undefined;
  /** The exact fraction and the rounded figure of this partner, where the step has them. */
  readonly exact: string | undefined;
  readonly rounded: string | undefined;
}

/** One for each partner, in the order in which the agreement lists them. */
export function workedOut(statement: ShareStatement, bills: Bills): readonly WorkedOut[] {
  return statement.partners.map(({ partner, name, share, paid, outstanding }) => ({
    anchor: `worked-out-${partner}`,
    name,
    share: showPounds(share),
    parts: statement.parts.flatMap((part) => workedOutPart(part, partner)),
    outstanding: `The share of ${showPounds(share)} less the ${showPounds(paid)} paid leaves ${showPounds(outstanding)} outstanding.`,
    instalments: instalmentsOf(bills, partner, statement.asAt),
  }));
}

function workedOutPart({ period, calculation }: StatementPart, partner: string): readonly WorkedOutPart[] {
  const own = calculation.partners.find((each) => each.partner === partner);
  if (!own) return [];
  const pots = own.pots.map(({ pot, amount, lines }) => ({
    name: sentence(pot),
    amount: showPounds(amount),
    lines: lines.map((line) => `${sentence(line.line)}: ${showPounds(line.amount)}`),
  }));
  const mine = new Set(own.pots.map(({ pot }) => pot));
  const steps = calculation.working.filter(({ pot }) => mine.has(pot)).map((step) => showStep(step, partner));
  return [{ when: showPeriod(period.from, period.until), amount: showPounds(own.amount), pots, steps }];
}

type Step = StatementPart['calculation']['working'][number];

function showStep({ words, clause, exact, rounded }: Step, partner: string): WorkedOutStep {
  const amount = rounded?.[partner];
  return { words, clause, exact: exact?.[partner], rounded: amount === undefined ? undefined : showPounds(amount) };
}
