import type { Partner } from '../../../engine/shares/partner.js';
import { sayFigure, sayPence } from '../../../engine/shares/say.js';
import type { Direction, Reserve } from '../../../engine/variance/document.js';
import type { Limit, Step, StepKind, StepOf } from '../../../engine/variance/steps/step.js';
import { sayBasis } from './say-basis.js';

/** What a step may have to name. */
export interface Around {
  readonly direction: Direction;
  readonly members: readonly Partner[];
  readonly reserve: Reserve | undefined;
}

type Says = { readonly [K in StepKind]: (step: StepOf[K], around: Around) => string };

/**
 * What each kind of step does with whatever comes to it, in the words with which the working says what it did
 * (`src/engine/variance/steps`), which a test compares. A kind without words does not compile.
 */
const says: Says = {
  offset: ({ amount, from }) => `${sayPence(amount)}${after('from', from)} can be set against it`,
  reserve: (_, { direction, reserve }) => {
    if (direction === 'underspend') return 'it is added to the reserve';
    return `the reserve is used, which may not go below ${sayPence(reserve?.floor ?? 0n)}`;
  },
  cut: ({ from }) => `spending is cut${after('from', from)}`,
  bearer: ({ partner }, { direction, members }) =>
    `${members[partner]?.name ?? ''} ${direction === 'overspend' ? 'bears' : 'gets'} it alone`,
  share: ({ basis }, { members }) => `it is shared ${sayBasis(basis, members)}`,
  return: ({ basis }, { members }) => `it is returned ${sayBasis(basis, members)}`,
  'carry-forward': ({ for: purpose }) => `it is carried forward${after('for', purpose)}`,
  refer: () => 'it is referred: it falls on nobody until the board decides',
};

const after = (word: string, text: string | undefined): string => (text === undefined ? '' : ` ${word} ${text}`);

/** `This step takes at most £50,000.00.`, as the working says it; what a percentage comes to depends on the budget. */
function sayLimit(limit: Limit): string {
  const most = limit.kind === 'amount' ? sayPence(limit.amount) : `${sayFigure(limit.percent)}% of the budget`;
  return ` This step takes at most ${most}.`;
}

/** One step of a ladder as a sentence or two: which comes first, what it does, how far, and where the agreement says so. */
export function sayStep(step: Step, isFirst: boolean, around: Around): string {
  const say = says[step.kind] as (step: Step, around: Around) => string;
  const clause = step.clause === undefined ? '' : ` (${step.clause})`;
  return `${isFirst ? 'First' : 'Then'}, ${say(step, around)}${clause}.${step.limit ? sayLimit(step.limit) : ''}`;
}
