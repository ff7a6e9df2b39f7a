import { type ProblemError } from './problem.js';

/** Text that PostgreSQL cannot keep (NUL) or that is not text at all (half a surrogate pair). */
function isUnfit(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed();
}

/** Deeper than any document of ours; beyond it a value is an attempt to exhaust whoever walks it. */
const DEEPEST = 40;

interface Held {
  readonly value: unknown;
  readonly pointer: string;
  readonly depth: number;
}

/** Every place in a JSON value whose text, or whose name, cannot be kept, or that lies too deep. Walks without recursion. */
export function unfitText(whole: unknown): readonly ProblemError[] {
  const found: ProblemError[] = [];
  const waiting: Held[] = [{ value: whole, pointer: '', depth: 0 }];
  for (let held = waiting.pop(); held; held = waiting.pop()) {
    const { value, pointer, depth } = held;
    if (typeof value === 'string' && isUnfit(value)) found.push(fault(pointer));
    if (typeof value !== 'object' || value === null) continue;
    if (depth === DEEPEST) return [{ pointer, code: 'too-deep', detail: `Expected at most ${DEEPEST} levels.` }];
    for (const [key, inner] of Object.entries(value)) {
      if (isUnfit(key)) found.push(fault(pointer));
      else waiting.push({ value: inner, pointer: `${pointer}/${escapePointer(key)}`, depth: depth + 1 });
    }
  }
  return found;
}

/** One step of a JSON pointer (RFC 6901). */
export function escapePointer(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}

function fault(pointer: string): ProblemError {
  return { pointer, code: 'unfit-text', detail: 'Expected text without NUL characters or half surrogate pairs.' };
}
