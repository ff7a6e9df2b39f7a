import { type Pence } from '../money/pence.js';
import { accept, type Fault, type Outcome, refuse } from '../outcome.js';
import { type AccountKind } from './accounts.js';

/** One side of an entry: an account, and signed pence. */
export interface Line {
  readonly account: AccountKind;
  readonly authority: string | null;
  readonly line: string | null;
  readonly pence: bigint;
}

/** What one kind of entry says beside its amount, and which of it is not there. */
export interface Facts {
  readonly authority: string | null;
  readonly line: string | null;
  readonly pays: string | null;
  readonly reference: string | null;
}

interface KindRule {
  /** The facts without which it is not one. A fact that it neither needs nor may have is refused. */
  readonly needs: readonly (keyof Facts)[];
  readonly may: readonly (keyof Facts)[];
  /** The account that it is put to, and the one that it comes from. */
  readonly to: AccountKind;
  readonly from: AccountKind;
}

/**
 * What each kind of entry needs, and the two accounts that it moves its amount between (our decision: a memorandum account,
 * see `accounts.ts`). A kind without a rule does not compile.
 */
const kinds = {
  contribution: { needs: ['authority'], may: ['reference'], to: 'receivable', from: 'contributed' },
  'one-off': { needs: ['authority'], may: ['reference'], to: 'receivable', from: 'contributed' },
  rebate: { needs: ['authority'], may: ['reference'], to: 'contributed', from: 'rebated' },
  receipt: { needs: ['authority', 'pays', 'reference'], may: [], to: 'cash', from: 'paid' },
  spending: { needs: ['line'], may: ['reference', 'pays'], to: 'budget-line', from: 'cash' },
  grant: { needs: ['line'], may: ['reference'], to: 'cash', from: 'grant' },
  'in-kind': { needs: ['authority', 'line'], may: ['reference'], to: 'in-kind-used', from: 'in-kind-given' },
} as const satisfies Readonly<Record<string, KindRule>>;

/** The kinds of entry that somebody may propose as they are; a reversal follows from what it reverses. */
export type ProposedKind = keyof typeof kinds;
export const proposedKinds = Object.keys(kinds) as ProposedKind[];

/** Which accounts are a partner's, and which a line's. */
const partners: readonly AccountKind[] = ['receivable', 'paid', 'rebated', 'in-kind-given'];
const ofLines: readonly AccountKind[] = ['budget-line', 'in-kind-used', 'grant'];

function faultsOf(kind: ProposedKind, facts: Facts): readonly Fault[] {
  const { needs, may }: KindRule = kinds[kind];
  return (Object.keys(facts) as (keyof Facts)[]).flatMap((name): readonly Fault[] => {
    const pointer = `/${name}`;
    const there = facts[name] !== null;
    if (needs.includes(name) && !there)
      return [{ pointer, code: 'missing-field', expected: `Expected it to be there: a ${kind} needs it.` }];
    if (there && !needs.includes(name) && !may.includes(name))
      return [{ pointer, code: 'unknown-field', expected: `Expected no such field: a ${kind} has none.` }];
    return [];
  });
}

function side(account: AccountKind, facts: Facts, pence: bigint): Line {
  return {
    account,
    authority: partners.includes(account) ? facts.authority : null,
    line: ofLines.includes(account) ? facts.line : null,
    pence,
  };
}

/**
 * The lines of a proposed entry, in pence, which come to nothing; or every fact that is missing or does not belong. The
 * amount is above nothing: the kind says which way it goes.
 */
export function propose(kind: ProposedKind, facts: Facts, amount: Pence): Outcome<readonly Line[]> {
  if (amount <= 0n) throw new RangeError('An entry moves more than nothing');
  const faults = faultsOf(kind, facts);
  if (faults.length > 0) return refuse(faults);
  const { to, from }: KindRule = kinds[kind];
  return accept([side(to, facts, amount), side(from, facts, 0n - amount)]);
}

/** An entry's lines turned, in their order: what reverses it. */
export function turn(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => ({ ...line, pence: -line.pence }));
}
