import type { ApiResponseSchemaHost } from '@nestjs/swagger';
import { sharesAnswerSchema, sharesDocumentSchema } from './shares.schema.js';

type Schema = ApiResponseSchemaHost['schema'];

const text = (description: string, more: object = {}): Schema => ({ type: 'string', description, ...more });
const pounds = (description: string): Schema =>
  text(description, { pattern: '^-?(0|[1-9][0-9]*)\\.[0-9]{2}$', example: '65120.40' });
const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description });
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
});

/** The true-up document: what was recorded, and the same on later data. Each may make 20,000 figures. */
export const trueUpDocumentSchema: Schema = object({
  recorded: { ...sharesDocumentSchema, description: 'The shares document that was calculated then' },
  later: { ...sharesDocumentSchema, description: 'The shares document as it stands now, of the same days' },
});

const causes = list(
  text('What', { enum: ['data', 'spend', 'rule', 'membership'] }),
  'One of the causes, or several that could only be replaced together',
);
const because = list(
  object({ causes, amount: pounds('The part of the difference') }),
  'What the difference is put down to; a cause of nothing is left out. The parts make the difference',
);
const difference = {
  recorded: pounds('As it was calculated then'),
  later: pounds('As it is now'),
  difference: pounds('The later less the recorded: above nothing there is more to pay'),
  because,
};
const pot = object({ pot: text('The pot'), ...difference });
const partner = object({ partner: text('Id of the partner'), ...difference, pots: list(pot, 'Pot by pot') });

const change = object(
  {
    at: text('Where in the document, with ids instead of positions', {
      example: '/measures/orders/values/2019-20/kent',
    }),
    from: { description: 'What stood there; null for nothing' },
    to: { description: 'What stands there now; null for nothing' },
  },
  ['at', 'from', 'to'],
);

const { digest, engine, checks } = (sharesAnswerSchema as { properties: Record<string, Schema> }).properties as {
  digest: Schema;
  engine: Schema;
  checks: Schema;
};

const step = object({
  step: { type: 'integer', description: 'In which order' },
  causes,
  words: text('What was put in place of what, and what the total came to'),
  changes: list(change, 'What differs, at most 100'),
  moreChanges: { type: 'integer', description: 'How many more there are' },
  total: pounds('What the document then comes to'),
  difference: pounds('Less what it came to before'),
  digest,
});
const calculated = object({ total: pounds('What it comes to'), digest });

/** The answer: how far each partner's amount moved, pot by pot, and what moved it. */
export const trueUpAnswerSchema: Schema = object({
  recorded: calculated,
  later: calculated,
  difference: pounds('Of the totals'),
  because,
  partners: list(partner, 'The later partners in their order, then those that are no longer there'),
  unallocated: list(pot, 'What nobody bears, for each pot that has any'),
  steps: list(step, 'Step by step'),
  checks,
  digest,
  engine,
});
