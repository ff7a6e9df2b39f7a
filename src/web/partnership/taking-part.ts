import type { Participation } from '../../features/partnerships/dto/participation.js';
import { role } from '../shared/names.js';
import { type Sourced, sourced } from '../shared/sourced.js';
import { showPeriod } from '../shared/words.js';

export interface TakingPart {
  readonly name: string;
  readonly role: string;
  readonly when: string;
  readonly now: boolean;
  readonly sourced: Sourced;
}

/** Who takes part today first, then who will or did; within each, the host, then by name. */
export function takingPart(participations: readonly Participation[], today: string): readonly TakingPart[] {
  return participations
    .map((each) => ({ each, now: each.from <= today && (each.until === null || today < each.until) }))
    .sort((a, b) => Number(b.now) - Number(a.now) || rank(a.each) - rank(b.each) || order(a.each, b.each))
    .map(({ each, now }) => ({
      name: each.authorityName,
      role: role(each.role),
      when: showPeriod(each.from, each.until),
      now,
      sourced: sourced(each),
    }));
}

const ranks = ['host', 'partner', 'observer', 'invited', 'withdrawn'];

function rank({ role: name }: Participation): number {
  return ranks.indexOf(name);
}

function order(a: Participation, b: Participation): number {
  return a.authorityName.localeCompare(b.authorityName, 'en') || (a.from < b.from ? -1 : 1);
}
