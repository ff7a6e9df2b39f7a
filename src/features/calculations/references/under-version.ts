import { underLadders } from '../../../engine/variance/agreed-ladders.js';
import { isUuid } from '../../../platform/http/names.js';
import type { ProblemError } from '../../../platform/http/problem.js';
import { isPosted, type Posted } from './reference.js';

/** What stands beside the version: the figures. Everything else of a variance the version says. */
const figures = ['agreementVersion', 'budget', 'forecast', 'lines', 'cause', 'reserve'];

interface UnderVersion {
  readonly id: string;
  ask(schedule: Posted, ladders: Posted): Posted;
}

/** Which version's ladders a variance is to go down, or all that is wrong with how it asks. */
export function underVersion(pointer: string, posted: Posted): UnderVersion | readonly ProblemError[] {
  const reserve = posted['reserve'];
  const held = isPosted(reserve) ? Object.keys(reserve).filter((name) => name !== 'balance') : [];
  const strangers = [
    ...Object.keys(posted).filter((name) => !figures.includes(name)),
    ...held.map((name) => `reserve/${name}`),
  ];
  const detail = 'Expected no such field beside "agreementVersion": the version and its ladders say it.';
  const faults = strangers.map((name) => ({ pointer: `${pointer}/${name}`, code: 'unknown-field', detail }));
  const id = posted['agreementVersion'];
  if (isUuid(id) && faults.length === 0)
    return { id, ask: (schedule, ladders) => underLadders(schedule, ladders, posted) };
  const wanted = { pointer: `${pointer}/agreementVersion`, code: 'not-an-id', detail: 'Expected an id (UUID).' };
  return isUuid(id) ? faults : [...faults, wanted];
}
