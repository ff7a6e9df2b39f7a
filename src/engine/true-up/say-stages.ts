import { formatPounds, pence, readPounds } from '../money/pence.js';
import { sayList, sayPence } from '../shares/say.js';
import { type Step } from './answer.js';
import { changesBetween } from './changes.js';
import { type Stage } from './stages.js';

function sayMove(difference: bigint): string {
  if (difference === 0n) return 'as before';
  return difference > 0n ? `${sayPence(difference)} more than before` : `${sayPence(-difference)} less than before`;
}

function sayStage({ causes, why, answer, before }: Stage, total: bigint, difference: bigint): string {
  const what = `The later ${sayList(causes)} put in place of what was recorded`;
  if (answer === before.answer) return `${what}: nothing differs.`;
  const together = why === undefined ? '' : `, together because they cannot be apart (${why})`;
  return `${what}${together}: the total comes to ${sayPence(total)}, ${sayMove(difference)}.`;
}

/** Each stage as a step of the working. */
export function sayStages(stages: readonly Stage[]): readonly Step[] {
  return stages.map((stage, i) => {
    const { listed, more } = changesBetween(stage.before.posted, stage.posted);
    const [was, total] = [stage.before.answer.total, stage.answer.total].map((text) => readPounds(text) ?? 0n);
    const difference = (total ?? 0n) - (was ?? 0n);
    return {
      step: i + 1,
      causes: stage.causes,
      words: sayStage(stage, total ?? 0n, difference),
      changes: listed,
      moreChanges: more,
      total: stage.answer.total,
      difference: formatPounds(pence(difference)),
      digest: stage.answer.digest,
    };
  });
}
