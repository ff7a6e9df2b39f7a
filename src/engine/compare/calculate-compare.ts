import { type Outcome, accept } from '../outcome.js';
import { formatDecimal } from '../money/decimal.js';
import { type Fraction, ZERO, showFraction, subtract } from '../money/fraction.js';
import { formatPounds, pence, readPounds } from '../money/pence.js';
import { isShown } from '../shares/exact-shares.js';
import { ENGINE_VERSION } from '../version.js';
import { type AlternativeTotal, type Amount, type CompareAnswer, type PartnerAmounts } from './answer.js';
import { checkAnswer } from './checks.js';
import { type Alternative, type CompareDocument, readCompare } from './read-document.js';

const read = (text: string | undefined): bigint => readPounds(text) ?? 0n;
const show = (amount: bigint): string => formatPounds(pence(amount));

/** An exact number of pence as a fraction of pounds; undefined when it is too long to be redone. */
function showExact({ numerator, denominator }: Fraction): string | undefined {
  return isShown(denominator) ? showFraction({ numerator, denominator: denominator * 100n }) : undefined;
}

/** What each partner bears in pence as it is printed, by its id. */
function amountsOf({ answer }: Alternative): ReadonlyMap<string, bigint> {
  return new Map(answer.partners.map(({ partner, amount }) => [partner, read(amount)]));
}

/** A partner's part of one alternative beside its part of the named one. */
interface Pair {
  readonly amount: bigint;
  readonly base: bigint;
  readonly exact: Fraction;
  readonly exactBase: Fraction;
}

function amountIn(alternative: string, { amount, base, exact, exactBase }: Pair): Amount {
  const gap = amount - base;
  const [shown, shownGap] = [showExact(exact), showExact(subtract(exact, exactBase))];
  return {
    ...{ alternative, amount: show(amount), gap: show(gap) },
    ...(base !== 0n && {
      percent: formatDecimal({ numerator: gap * 100n * sign(base), denominator: base * sign(base) }, 2),
    }),
    ...(shown !== undefined && { exact: shown }),
    ...(shownGap !== undefined && { exactGap: shownGap }),
  };
}

const sign = (n: bigint): bigint => (n < 0n ? -1n : 1n);

function rows({ against, alternatives }: CompareDocument): readonly PartnerAmounts[] {
  const amounts = new Map(alternatives.map((one) => [one.id, amountsOf(one)]));
  const partners = new Set(
    [against, ...alternatives].flatMap(({ answer }) => answer.partners.map((one) => one.partner)),
  );
  const base = amounts.get(against.id);
  return [...partners].map((partner) => ({
    partner,
    amounts: alternatives.map(({ id, exact }) =>
      amountIn(id, {
        amount: amounts.get(id)?.get(partner) ?? 0n,
        base: base?.get(partner) ?? 0n,
        exact: exact.get(partner) ?? ZERO,
        exactBase: against.exact.get(partner) ?? ZERO,
      }),
    ),
  }));
}

function totalOf({ id, name, answer }: Alternative, against: Alternative): AlternativeTotal {
  const { total, digest } = answer;
  const unallocated = answer.unallocated.reduce((sum, { amount }) => sum + read(amount), 0n);
  return {
    id,
    name,
    total,
    gap: show(read(total) - read(against.answer.total)),
    unallocated: show(unallocated),
    digest,
  };
}

function answer(document: CompareDocument): CompareAnswer {
  const { against, alternatives, digest } = document;
  const totals = alternatives.map((one) => totalOf(one, against));
  const made = { against: against.id, alternatives: totals, partners: rows(document) };
  return { ...made, checks: checkAnswer(made), digest, engine: ENGINE_VERSION };
}

/**
 * Lays two or more calculations side by side: what each partner bears in each, to the penny and exactly, and how far that is from
 * a named one. Refuses a document with the faults of all its documents.
 */
export function answerCompare(raw: unknown): Outcome<CompareAnswer> {
  const document = readCompare(raw);
  return document.ok ? accept(answer(document.value)) : document;
}
