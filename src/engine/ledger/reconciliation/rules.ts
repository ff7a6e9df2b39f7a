import { dayNumber } from '../../calendar/local-date.js';
import { alike, type Item, type OurItem, plainReference, type Sides, sumOf } from './item.js';

/** How lines came together. What only `reference-alone` brings together does not come to the same amount. */
export type RuleName = 'reference-and-amount' | 'amount-and-day' | 'sum-by-reference' | 'reference-alone' | 'reversed';

/** Lines that belong together, by their ids. */
export interface Match {
  readonly rule: RuleName;
  readonly host: readonly string[];
  readonly ours: readonly string[];
}

type Rule = (sides: Sides, days: number) => readonly Match[];

const pair = (rule: RuleName, host: Item, ours: Item): Match => ({ rule, host: [host.id], ours: [ours.id] });
const group = (rule: RuleName, host: readonly Item[], ours: readonly Item[]): Match => ({
  ...{ rule, host: host.map(({ id }) => id), ours: ours.map(({ id }) => id) },
});

/** The same reference and the same amount, one to one; of several that read alike the first with the first. */
const referenceAndAmount: Rule = ({ host, ours }) => {
  const keyOf = (item: Item) => {
    const reference = plainReference(item);
    return reference === undefined ? undefined : `${reference} ${item.pence}`;
  };
  const others = alike(ours, keyOf);
  return [...alike(host, keyOf)].flatMap(([key, lines]) => {
    const theirs = others.get(key) ?? [];
    return lines.slice(0, theirs.length).map((line, at) => pair('reference-and-amount', line, theirs[at] as Item));
  });
};

/** References that lines of both sides bear: those belong together, so none of them goes with another by its day. */
function onBothSides({ host, ours }: Sides): ReadonlySet<string | undefined> {
  const there = new Set(ours.map(plainReference));
  const both = new Set(host.map(plainReference).filter((reference) => there.has(reference)));
  both.delete(undefined);
  return both;
}

/** The same amount at most so many days apart, one to one, the nearest days first. */
const amountAndDay: Rule = (sides, days) => {
  const both = onBothSides(sides);
  const free = <T extends Item>(items: readonly T[]) => items.filter((item) => !both.has(plainReference(item)));
  const waiting = alike(free(sides.ours), ({ on, pence }) => `${pence} ${dayNumber(on)}`);
  const taken = new Set<string>();
  const found: Match[] = [];
  for (let apart = 0; apart <= days; apart += 1) {
    for (const line of free(sides.host)) {
      if (taken.has(line.id)) continue;
      const day = dayNumber(line.on);
      const near = [day - apart, day + apart].map((at) => waiting.get(`${line.pence} ${at}`));
      const first = near.find((items) => items !== undefined && items.length > 0)?.shift();
      if (first === undefined) continue;
      taken.add(line.id);
      found.push(pair('amount-and-day', line, first));
    }
  }
  return found;
};

/** All the lines of both sides that bear one reference, where they come to the same amount, or where they do not. */
function byReference({ host, ours }: Sides, rule: RuleName, fits: (same: boolean) => boolean): readonly Match[] {
  const others = alike(ours, plainReference);
  return [...alike(host, plainReference)].flatMap(([reference, lines]) => {
    const theirs = others.get(reference);
    if (!theirs || !fits(sumOf(lines) === sumOf(theirs))) return [];
    return [group(rule, lines, theirs)];
  });
}

/** Entries of ours that were reversed, with what reversed them: together they are nothing. */
function reversed({ ours }: Sides): readonly Match[] {
  const there = new Map<string, OurItem>(ours.map((item) => [item.id, item]));
  const found: Match[] = [];
  for (const item of ours) {
    const turned = there.get(item.reverses ?? '');
    if (turned === undefined || !there.has(item.id) || turned.pence + item.pence !== 0n) continue;
    found.push(group('reversed', [], [turned, item]));
    there.delete(turned.id);
    there.delete(item.id);
  }
  return found;
}

/** The rules in the order in which they take lines; each sees only what those before it left. */
export const rules: readonly Rule[] = [
  referenceAndAmount,
  amountAndDay,
  (sides) => byReference(sides, 'sum-by-reference', (same) => same),
  (sides) => byReference(sides, 'reference-alone', (same) => !same),
  reversed,
];
