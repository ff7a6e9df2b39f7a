import { createHash } from 'node:crypto';

/** One SQL text with `$1…` places, prepared once per connection under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  /** The same for several rows at once, where it asks for one by its id in the last place: that place takes a list there. */
  readonly several?: Statement;
}

const byId = /\bid = \$(\d)$/;

/** Names a statement by what it says, so that the same text is prepared once and no two texts share a name. */
export function statement(text: string): Statement {
  return { name: `s_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`, text };
}

/** A statement that ends in `id = $n` and answers with the row of that UUID, which several callers may ask for together. */
export function statementOfOne(text: string): Statement {
  const several = text.replace(byId, 'id = any ($$$1::uuid[])');
  return several === text ? statement(text) : { ...statement(text), several: statement(several) };
}
