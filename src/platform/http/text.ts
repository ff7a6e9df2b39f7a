import { type ProblemError } from './problem.js';

/** Text that PostgreSQL cannot keep (NUL) or that is not text at all (half a surrogate pair). */
function isUnfit(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed();
}

/** Every place in a JSON value whose text, or whose name, cannot be kept. */
export function unfitText(value: unknown, pointer = ''): readonly ProblemError[] {
  if (typeof value === 'string') return isUnfit(value) ? [fault(pointer)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = `${pointer}/${escapePointer(key)}`;
    return isUnfit(key) ? [fault(pointer)] : unfitText(inner, here);
  });
}

/** One step of a JSON pointer (RFC 6901). */
export function escapePointer(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}

function fault(pointer: string): ProblemError {
  return { pointer, code: 'unfit-text', detail: 'Expected text without NUL characters or half surrogate pairs.' };
}
