import { createHash } from 'node:crypto';

/** One SQL text with `$1…` places, prepared once per connection under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Names a statement by what it says, so that the same text is prepared once and no two texts share a name. */
export function statement(text: string): Statement {
  return { name: `s_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`, text };
}
