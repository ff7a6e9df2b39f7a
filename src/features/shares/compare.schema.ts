import type { ApiResponseSchemaHost } from '@nestjs/swagger';
import { sharesAnswerSchema, sharesDocumentSchema } from './shares.schema.js';

type Schema = ApiResponseSchemaHost['schema'];

const text = (description: string, more: object = {}): Schema => ({ type: 'string', description, ...more });
const pounds = (description: string): Schema =>
  text(description, { pattern: '^-?(0|[1-9][0-9]*)\\.[0-9]{2}$', example: '1051850.00' });
const fraction = (description: string): Schema =>
  text(description, { pattern: '^-?[0-9]+(/[1-9][0-9]*)?$', example: '500/21' });
const list = (items: Schema, description: string, more: object = {}): Schema => ({
  type: 'array',
  items,
  description,
  ...more,
});
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
});

const id = text('Letters, digits, dots, hyphens and underscores', { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });

const alternative = object({ id, name: text('Its name; the id when left out'), document: sharesDocumentSchema }, [
  'id',
  'document',
]);

/** The compare document: alternatives in full, and the one to which gaps are. Together they may make 100,000 figures. */
export const compareDocumentSchema: Schema = object({
  against: text('Id of the alternative to which the gaps are'),
  alternatives: list(alternative, 'In the order in which they are laid side by side', { minItems: 2, maxItems: 10 }),
});

const { digest, engine, checks } = (sharesAnswerSchema as { properties: Record<string, Schema> }).properties as {
  digest: Schema;
  engine: Schema;
  checks: Schema;
};

const total = object({
  id,
  name: text('Its name'),
  total: pounds('What it comes to'),
  gap: pounds('Less what the named one comes to'),
  unallocated: pounds('What nobody bears of it'),
  digest,
});

const amount = object(
  {
    alternative: text('In which'),
    amount: pounds('What the partner bears; nothing where it is no partner'),
    gap: pounds('Less what it bears in the named one'),
    percent: text('The gap in per cent of the named one, for display only; left out when that is nothing', {
      example: '71.39',
    }),
    exact: fraction('The amount before rounding, in pounds; left out when its denominator has more than 200 figures'),
    exactGap: fraction('The gap before rounding, in pounds; likewise'),
  },
  ['alternative', 'amount', 'gap'],
);

/** The answer: a row for each partner, with a column for each alternative. */
export const compareAnswerSchema: Schema = object({
  against: text('Id of the alternative to which the gaps are'),
  alternatives: list(total, 'What each comes to'),
  partners: list(
    object({ partner: text('Id of the partner'), amounts: list(amount, 'In each alternative, in their order') }),
    'Those of the named alternative in its order, then the others',
  ),
  checks,
  digest,
  engine,
});
