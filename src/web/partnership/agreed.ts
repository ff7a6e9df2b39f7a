import type { AgreementVersion } from '../../features/agreements/dto/agreement-version.js';
import type { Agreement } from '../../features/agreements/dto/agreement.js';
import type { Decision } from '../../features/decisions/dto/decision.js';
import type { Participation } from '../../features/partnerships/dto/participation.js';
import type { Tag } from '../shared/illustrative.js';
import { type Sourced, sourced } from '../shared/sourced.js';
import { showDate, showPeriod } from '../shared/words.js';

interface AgreedVersion {
  readonly name: string;
  /** Its own page, where it stands in words. */
  readonly href: string;
  readonly stands: Tag;
  readonly when: string;
  readonly clause: string | null;
  /** Which ladders it holds, in a sentence. */
  readonly variance: string;
  /** What put it in force, in a sentence. */
  readonly decision: string;
  readonly decisionSourced: Sourced | undefined;
  readonly sourced: Sourced;
}

export interface Agreed {
  readonly title: string;
  readonly when: string;
  readonly sourced: Sourced;
  readonly versions: readonly AgreedVersion[];
}

interface Records {
  readonly partnership: { readonly id: string };
  readonly agreements: readonly Agreement[];
  readonly versions: readonly AgreementVersion[];
  readonly decisions: readonly Decision[];
  readonly participations: readonly Participation[];
}

/** Each agreement with its versions, the newest first, each with the decision that put it in force. */
export function agreed(records: Records, today: string): readonly Agreed[] {
  return records.agreements.map((agreement) => ({
    title: agreement.title,
    when: showPeriod(agreement.from, agreement.until),
    sourced: sourced(agreement),
    versions: records.versions
      .filter((version) => version.agreement === agreement.id)
      .sort((a, b) => b.number - a.number)
      .map((version) => showVersion(version, records, today)),
  }));
}

function showVersion(version: AgreementVersion, records: Records, today: string): AgreedVersion {
  const decision = records.decisions.find(({ id }) => id === version.decision);
  return {
    name: `Version ${version.number}`,
    href: `/partnerships/${records.partnership.id}/agreement-versions/${version.id}`,
    stands: stands(version, today),
    when: version.inForce.map(({ from, until }) => showPeriod(from, until)).join('; '),
    clause: version.clause,
    variance: sayLadders(version.ladders),
    decision: decision ? sayDecision({ ...decision, body: whoDecided(decision, records.participations) }) : '',
    decisionSourced: decision ? sourced(decision) : undefined,
    sourced: sourced(version),
  };
}

/** Nothing is shared by default: what no ladder says is left to the board. */
function sayLadders(ladders: object | null): string {
  if (ladders === null) return 'Not recorded: undetermined until the board decides';
  const [over, under] = ['overspend' in ladders, 'underspend' in ladders];
  if (over && under) return 'By the ladders that it holds';
  const [held, open] = over ? ['an overspend', 'underspend'] : ['an underspend', 'overspend'];
  return `By the ladder that it holds for ${held}; an ${open} is undetermined until the board decides`;
}

function stands({ inForce, from }: AgreementVersion, today: string): Tag {
  const now = inForce.some((days) => days.from <= today && (days.until === null || today < days.until));
  if (now) return { text: 'In force now', classes: 'govuk-tag--green' };
  if (inForce.length === 0) return { text: 'Superseded', classes: 'govuk-tag--grey' };
  return from > today ? { text: 'To come', classes: 'govuk-tag--blue' } : { text: 'Past', classes: 'govuk-tag--grey' };
}

type Taken = Pick<Decision, 'title' | 'body' | 'reference' | 'takenOn'>;

/** What was decided, by whom, when and under which reference. */
export function sayDecision({ title, body, reference, takenOn }: Taken): string {
  return `${title}. ${body}, ${showDate(takenOn)}, reference ${reference}`;
}

/** The council, when it was one council's, and the body within it. */
export function whoDecided({ authority, body }: Decision, participations: readonly Participation[]): string {
  const name = participations.find((each) => each.authority === authority)?.authorityName;
  return name === undefined ? body : `${name}, ${body}`;
}
