import { inOrder, type Item, type OurItem, type Sides, sumOf } from './item.js';
import { match, without } from './match.js';
import { type RuleName } from './rules.js';

/** What somebody put together, or keeps apart, by hand. */
export interface ByHand {
  readonly id: string;
  readonly host: readonly string[];
  readonly ours: readonly string[];
}

export interface Reconcilable {
  readonly host: { readonly opening: bigint; readonly lines: readonly Item[] };
  readonly ours: { readonly opening: bigint; readonly lines: readonly OurItem[] };
  /** Whether somebody has said why the two openings differ. */
  readonly openingExplained: boolean;
  readonly together: readonly ByHand[];
  /** Lines that no rule may bring together: they wait for a person. */
  readonly apart: readonly ByHand[];
  readonly days: number;
}

/** Where in the report a group of lines stands. */
export type Part = 'matched' | 'differs' | 'only-host' | 'only-ours';

/** Lines that are accounted for together; a line that nothing matches is a group of its own. Amounts in pence. */
export interface Group {
  readonly part: Part;
  readonly rule: RuleName | 'by-hand' | 'none';
  /** What was put together by hand. */
  readonly byHand: string | null;
  readonly host: readonly Item[];
  readonly ours: readonly OurItem[];
  readonly hostPence: bigint;
  readonly oursPence: bigint;
  /** The host's less ours. */
  readonly off: bigint;
  readonly explained: boolean;
}

export interface PartTotal {
  readonly part: Part | 'opening' | 'total';
  readonly hostLines: number;
  readonly ourLines: number;
  readonly hostPence: bigint;
  readonly oursPence: bigint;
  readonly off: bigint;
}

export interface Reconciled {
  readonly groups: readonly Group[];
  /** Opening, each part and what they come to: the closing of both ledgers and the difference between them. */
  readonly parts: readonly PartTotal[];
  readonly explained: {
    readonly lines: number;
    readonly ofLines: number;
    /** Of what the lines come to when every amount counts as above nothing, the difference of the openings among them. */
    readonly pence: bigint;
    readonly ofPence: bigint;
    /** The parts of the difference that are explained, and what is left. */
    readonly off: bigint;
    readonly left: bigint;
  };
}

const parts: readonly Part[] = ['matched', 'differs', 'only-host', 'only-ours'];
const size = (pence: bigint): bigint => (pence < 0n ? -pence : pence);
const gross = (items: readonly Item[]): bigint => items.reduce((sum, { pence }) => sum + size(pence), 0n);

/**
 * Holds a ledger of the host against an account of ours. What people did by hand comes first, then the rules of `match`.
 * The parts come to what both ledgers come to, to the penny: a report that did not foot would be a fault of ours.
 */
export function reconcile(given: Reconcilable): Reconciled {
  const groups = groupsOf(given);
  const opening = openingOf(given);
  const rows = [opening, ...parts.map((part) => totalOf(part, groups))];
  const total = sumRows(rows);
  mustFoot(given, total);
  return { groups, parts: [...rows, total], explained: explainedOf(given, groups, opening, total) };
}

function groupsOf({ host, ours, together, apart, days }: Reconcilable): readonly Group[] {
  const all: Sides = { host: inOrder(host.lines), ours: inOrder(ours.lines) };
  const free = without(all, [...together, ...apart]);
  const found = match(free, days);
  const waiting = without(all, [...together, ...found]);
  const [byHost, byOurs] = [
    new Map(all.host.map((one) => [one.id, one])),
    new Map(all.ours.map((one) => [one.id, one])),
  ];
  const items = <T>(ids: readonly string[], known: ReadonlyMap<string, T>) =>
    ids.map((id) => known.get(id)).filter((item) => item !== undefined);
  const groups = [
    ...together.map((one) => groupOf('by-hand', one.id, items(one.host, byHost), items(one.ours, byOurs))),
    ...found.map((one) => groupOf(one.rule, null, items(one.host, byHost), items(one.ours, byOurs))),
    ...waiting.host.map((item) => groupOf('none', null, [item], [])),
    ...waiting.ours.map((item) => groupOf('none', null, [], [item])),
  ];
  return byDay(groups.filter((one) => one.host.length + one.ours.length > 0));
}

function groupOf(rule: Group['rule'], byHand: string | null, host: readonly Item[], ours: readonly OurItem[]): Group {
  const [hostPence, oursPence] = [sumOf(host), sumOf(ours)];
  const off = hostPence - oursPence;
  const part = ours.length === 0 ? 'only-host' : host.length === 0 ? 'only-ours' : off === 0n ? 'matched' : 'differs';
  const explained = rule === 'by-hand' || rule === 'reversed' || part === 'matched';
  return { part, rule, byHand, host, ours, hostPence, oursPence, off, explained };
}

/** By the first day of their lines, then by its id. */
function byDay(groups: readonly Group[]): readonly Group[] {
  const keyOf = ({ host, ours }: Group) =>
    [...host, ...ours].map(({ on, id }) => `${on} ${id}`).reduce((least, key) => (key < least ? key : least));
  const keyed = groups.map((group) => [keyOf(group), group] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function openingOf({ host, ours }: Reconcilable): PartTotal {
  const [hostPence, oursPence] = [host.opening, ours.opening];
  return { part: 'opening', hostLines: 0, ourLines: 0, hostPence, oursPence, off: hostPence - oursPence };
}

function totalOf(part: Part, groups: readonly Group[]): PartTotal {
  const own = groups.filter((group) => group.part === part);
  const [host, ours] = [own.flatMap((group) => group.host), own.flatMap((group) => group.ours)];
  const [hostPence, oursPence] = [sumOf(host), sumOf(ours)];
  return { part, hostLines: host.length, ourLines: ours.length, hostPence, oursPence, off: hostPence - oursPence };
}

function sumRows(rows: readonly PartTotal[]): PartTotal {
  const of = (name: 'hostPence' | 'oursPence' | 'off') => rows.reduce((sum, row) => sum + row[name], 0n);
  const lines = (name: 'hostLines' | 'ourLines') => rows.reduce((sum, row) => sum + row[name], 0);
  return {
    ...{ part: 'total', hostLines: lines('hostLines'), ourLines: lines('ourLines') },
    ...{ hostPence: of('hostPence'), oursPence: of('oursPence'), off: of('off') },
  };
}

/** Every line of both ledgers is in the report once, and the report comes to both. */
function mustFoot({ host, ours }: Reconcilable, total: PartTotal): void {
  const foots =
    total.hostPence === host.opening + sumOf(host.lines) &&
    total.oursPence === ours.opening + sumOf(ours.lines) &&
    total.off === total.hostPence - total.oursPence &&
    total.hostLines === host.lines.length &&
    total.ourLines === ours.lines.length;
  if (!foots) throw new Error('The reconciliation does not come to what the two ledgers come to.');
}

function explainedOf(
  given: Reconcilable,
  groups: readonly Group[],
  opening: PartTotal,
  total: PartTotal,
): Reconciled['explained'] {
  const own = groups.filter(({ explained }) => explained);
  const lines = own.flatMap(({ host, ours }) => [...host, ...ours]);
  const said = given.openingExplained ? opening.off : 0n;
  const off = own.reduce((sum, group) => sum + group.off, said);
  return {
    lines: lines.length,
    ofLines: total.hostLines + total.ourLines,
    pence: gross(lines) + size(said),
    ofPence: gross(given.host.lines) + gross(given.ours.lines) + size(opening.off),
    off,
    left: total.off - off,
  };
}
