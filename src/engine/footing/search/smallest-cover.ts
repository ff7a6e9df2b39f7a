import { type Candidate, candidatesFor } from './candidates.js';
import { type Conflict } from './conflicts.js';
import { type Work } from './work.js';

/** A conflict with the candidates in it, and every conflict that shares one of them. */
interface Choice {
  readonly bit: bigint;
  readonly from: readonly Candidate[];
  readonly near: bigint;
}

function choicesFor(conflicts: readonly Conflict[], candidates: readonly Candidate[]): readonly Choice[] {
  const choices = conflicts.map((_, i): Choice => {
    const bit = 1n << BigInt(i);
    const from = candidates.filter(({ mask }) => (mask & bit) !== 0n);
    return { bit, from, near: from.reduce((all, { mask }) => all | mask, 0n) };
  });
  return choices.sort((a, b) => a.from.length - b.from.length);
}

/** Conflicts that share no cell, straight or through others: each such group is a question of its own. */
function groupsOf(choices: readonly Choice[]): readonly (readonly Choice[])[] {
  let groups: { near: bigint; choices: Choice[] }[] = [];
  for (const choice of choices) {
    const joined = groups.filter(({ near }) => (near & choice.near) !== 0n);
    const near = joined.reduce((all, group) => all | group.near, choice.near);
    groups = groups.filter((group) => !joined.includes(group));
    groups.push({ near, choices: [...joined.flatMap((group) => group.choices), choice] });
  }
  return groups.map((group) => group.choices.sort((a, b) => a.from.length - b.from.length));
}

/** So many cells it takes at least: conflicts that share none. */
function atLeast(choices: readonly Choice[], left: bigint): number {
  let [count, near] = [0, ~left];
  for (const choice of choices) {
    if ((choice.bit & near) !== 0n) continue;
    count += 1;
    near |= choice.near;
  }
  return count;
}

/** A set of at most `most` candidates that leaves none of `left`; null when there is none. */
function coverWithin(choices: readonly Choice[], left: bigint, most: number, work: Work): readonly number[] | null {
  if (left === 0n) return [];
  if (!work.spend(1 + (choices.length >> 2)) || atLeast(choices, left) > most) return null;
  const next = choices.find(({ bit }) => (bit & left) !== 0n);
  for (const { cell, mask } of next?.from ?? []) {
    const rest = coverWithin(choices, left & ~mask, most - 1, work);
    if (rest) return [cell, ...rest];
  }
  return null;
}

function coverGroup(choices: readonly Choice[], work: Work): readonly number[] | null {
  const all = choices.reduce((mask, { bit }) => mask | bit, 0n);
  for (let most = atLeast(choices, all); most <= choices.length && !work.isSpent(); most += 1) {
    const found = coverWithin(choices, all, most, work);
    if (found) return found;
  }
  return null;
}

/**
 * The fewest cells of which one at least is in every conflict, in the order of the table; of several such sets the one
 * that is met first, cells that are in most conflicts being tried first and then in the order of the table. Null when
 * the work was spent before it was known.
 */
export function smallestCover(conflicts: readonly Conflict[], work: Work): readonly number[] | null {
  const candidates = candidatesFor(conflicts, work);
  if (work.isSpent()) return null;
  const groups = groupsOf(choicesFor(conflicts, candidates));
  const covers = groups.map((group) => coverGroup(group, work));
  if (work.isSpent() || !covers.every((cover) => cover !== null)) return null;
  return covers.flat().sort((a, b) => a - b);
}
