import type { Content } from '../contents.js';
import { accountOf } from '../verify.js';

/** An entry as the model keeps it: for which day, known from which. */
export interface Posted {
  readonly id: string;
  readonly content: Content;
  readonly knownFrom: string;
}

interface Version {
  readonly content: Content;
  readonly person: string;
  readonly authority: string;
}

interface Draft {
  readonly versions: Version[];
  isDecided: boolean;
}

interface Closed {
  readonly id: string;
  readonly month: string;
  stands: boolean;
}

interface Asked {
  readonly closing: string;
  readonly person: string;
  readonly authority: string;
  isDecided: boolean;
}

export interface Decider {
  readonly person: string;
  readonly authority: string;
}

export const THRESHOLD = 5_000;
/** Since when an agreement says from how much on it takes two councils; before, it always does. */
const AGREED_FROM = '2019-04-01';
export const monthOf = (day: string): string => day.replace(/\d\d$/, '01');

/**
 * The ledger of one partnership as plain lists: entries with the day they count for and the day they are known from, drafts
 * with their versions, months closed one after another. Written from what the README says, not from the database's rules.
 */
export class Oracle {
  readonly entries: Posted[] = [];
  readonly drafts = new Map<string, Draft>();
  readonly closings: Closed[] = [];
  readonly asked = new Map<string, Asked>();
  /** Months that something was posted in, or that were closed at any time. */
  private readonly months = new Set<string>();

  private get closedUpTo(): string {
    return this.standing?.month ?? '';
  }

  get standing(): Closed | undefined {
    return this.closings.filter(({ stands }) => stands).sort((a, b) => (a.month < b.month ? 1 : -1))[0];
  }

  /** Why an entry may not be posted, if it may not. */
  refusesEntry({ effectiveOn, kind, reverses, lines }: Content): string | undefined {
    if (monthOf(effectiveOn) <= this.closedUpTo) return 'closed';
    if (kind !== 'reversal') return undefined;
    const turned = this.entries.find(({ id }) => id === reverses);
    if (!turned) return 'nothing to reverse';
    if (this.entries.some(({ content }) => content.reverses === reverses)) return 'reversed already';
    if (turned.content.kind === 'reversal') return 'a reversal of a reversal';
    if (turned.content.effectiveOn > effectiveOn) return 'before what it reverses';
    const isTurned =
      lines.length === turned.content.lines.length &&
      lines.every((line, n) => Number(line.pence) === -Number(turned.content.lines[n]!.pence));
    return isTurned ? undefined : 'other lines';
  }

  post(id: string, content: Content, knownFrom: string): void {
    this.entries.push({ id, content, knownFrom });
    this.months.add(monthOf(content.effectiveOn));
  }

  refusesVersion(draft: string): string | undefined {
    return this.drafts.get(draft)?.isDecided ? 'decided' : undefined;
  }

  /** Why somebody may not approve this version of a draft, if they may not. */
  refusesApproval(id: string, version: number, who: Decider): string | undefined {
    const { versions, isDecided } = this.drafts.get(id)!;
    const content = versions[version - 1]!.content;
    if (isDecided) return 'decided';
    if (version < versions.length) return 'an older version';
    if (versions.some(({ person }) => person === who.person)) return 'by its maker';
    const amount = content.lines.map(({ pence }) => Number(pence)).reduce((sum, pence) => sum + Math.max(pence, 0), 0);
    const needsTwo = amount > (content.effectiveOn >= AGREED_FROM ? THRESHOLD : 0);
    if (needsTwo && versions.some(({ authority }) => authority === who.authority)) return 'by the same council';
    return this.refusesEntry(content);
  }

  /** Why a month may not be closed, if it may not. */
  refusesClosing(month: string, today: string): string | undefined {
    const next = nextMonth(month);
    if (next > today) return 'not over';
    if (month <= this.closedUpTo) return 'closed already';
    const earliest = [...this.months].sort()[0];
    const firstOpen = this.closedUpTo ? nextMonth(this.closedUpTo) : earliest;
    return firstOpen !== undefined && firstOpen < month ? 'one before it is open' : undefined;
  }

  close(id: string, month: string): void {
    this.closings.push({ id, month, stands: true });
    this.months.add(month);
  }

  refusesAsking(closing: string): string | undefined {
    return this.standing?.id === closing ? undefined : 'not the latest';
  }

  refusesReopening(id: string, who: Decider): string | undefined {
    const asked = this.asked.get(id)!;
    if (asked.isDecided) return 'decided';
    if (asked.person === who.person) return 'by who asked';
    if (asked.authority === who.authority) return 'by the same council';
    return this.refusesAsking(asked.closing);
  }

  reopen(id: string): void {
    const asked = this.asked.get(id)!;
    asked.isDecided = true;
    this.closings.find((closed) => closed.id === asked.closing)!.stands = false;
  }

  /** What every account comes to, as at one day and as known at another, of one fund or all; none that is nothing. */
  balances(asAt: string, knownAt: string | null, fund: string | null): ReadonlyMap<string, bigint> {
    const sums = new Map<string, bigint>();
    for (const { content, knownFrom } of this.entries) {
      const { effectiveOn, lines, fund: itsFund = 'pool' } = content;
      if (effectiveOn > asAt || (knownAt !== null && knownFrom > knownAt) || (fund !== null && itsFund !== fund))
        continue;
      for (const { account, authority = null, line = null, pence } of lines) {
        const key = accountOf({ fund: itsFund, account, authority, line });
        sums.set(key, (sums.get(key) ?? 0n) + BigInt(pence));
      }
    }
    return withoutNothing(sums);
  }

  /** How many re-openings a position as at a day has to tell of. */
  reopenedUpTo(asAt: string): number {
    return this.closings.filter(({ stands, month }) => !stands && month <= asAt).length;
  }
}

export function withoutNothing(sums: ReadonlyMap<string, bigint>): ReadonlyMap<string, bigint> {
  return new Map([...sums].filter(([, pence]) => pence !== 0n));
}

export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
}
