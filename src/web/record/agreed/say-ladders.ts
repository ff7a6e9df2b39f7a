import { sayList } from '../../../engine/shares/say.js';
import { underLadders } from '../../../engine/variance/agreed-ladders.js';
import { aloneInSchedule } from '../../../engine/variance/alone-in-schedule.js';
import type { Direction, Ladder, VarianceDocument } from '../../../engine/variance/document.js';
import { readVarianceDocument } from '../../../engine/variance/read-document.js';
import { sayStep } from './say-step.js';

type Posted = Readonly<Record<string, unknown>>;

/** One ladder in words. */
export interface LadderInWords {
  readonly heading: string;
  readonly steps: readonly string[];
  /** What becomes of what no step takes. */
  readonly rest: string;
}

export interface LaddersInWords {
  /** Who shares a variance, and what goes down no ladder. */
  readonly says: readonly string[];
  readonly ladders: readonly LadderInWords[];
}

/** Asked about nothing: what is read is what the agreement says, whatever the figures. */
const nothing = { budget: '0.00', forecast: '0.00', reserve: { balance: '0.00' } };

/** Nothing is shared by default, so what no step takes is said too, in the words of the working. */
const nobody = 'nobody bears or gets it until that is decided.';

/** Both ladders of an agreement version, step by step; undefined where they cannot be read. */
export function sayLadders(schedule: Posted, ladders: Posted | null): LaddersInWords | undefined {
  const read = readVarianceDocument(underLadders(schedule, ladders ?? {}, nothing));
  if (!read.ok) return undefined;
  const document = read.value;
  return {
    says: ladders === null ? ['No ladder is recorded.'] : [sayMembers(document), ...sayAlone(schedule, document)],
    ladders: [
      { heading: 'An overspend', ...sayLadder('overspend', document.overspend, document) },
      ...underspends(document),
    ],
  };
}

function underspends(document: VarianceDocument): readonly LadderInWords[] {
  const { underspend } = document;
  const say = (heading: string, ladder: Ladder) => ({ heading, ...sayLadder('underspend', ladder, document) });
  if (underspend.by === 'any') return [say('An underspend', underspend.ladder)];
  return [
    say('An underspend that somebody saw to (management action)', underspend['management-action']),
    say('An underspend that only happened (windfall)', underspend.windfall),
  ];
}

function sayLadder(direction: Direction, ladder: Ladder, { members, reserve }: VarianceDocument) {
  const around = { direction, members, reserve };
  const steps = ladder.map((step, i) => sayStep(step, i === 0, around));
  if (steps.length === 0) return { steps, rest: `There is no step for the ${direction}: ${nobody}` };
  const isReferred = ladder.some(({ kind }) => kind === 'refer');
  return { steps, rest: isReferred ? '' : `If any of it is left at the end of the ladder: ${nobody}` };
}

function sayMembers({ members }: VarianceDocument): string {
  return `A variance is between ${sayList(members.map(({ name }) => name))}. Each step is taken on what the ones before left.`;
}

/** Lines of the schedule that are one partner's: their variance is too. */
function sayAlone(schedule: Posted, { partners }: VarianceDocument): readonly string[] {
  const names = new Map(partners.map(({ id, name }) => [id, name]));
  const alone = [...aloneInSchedule(schedule)].map(([line, whose]) => `${line} (${names.get(whose) ?? whose})`);
  return alone.length === 0
    ? []
    : [`What varies on a line that is one partner’s alone is that partner’s: ${sayList(alone)}.`];
}
