import type { ApiResponseSchemaHost } from '@nestjs/swagger';
import { sharesDocumentSchema } from './shares.schema.js';

type Schema = ApiResponseSchemaHost['schema'];

const text = (description: string, more: object = {}): Schema => ({ type: 'string', description, ...more });
const pounds = (description: string): Schema =>
  text(description, { pattern: '^-?(0|[1-9][0-9]*)\\.[0-9]{2}$', example: '2400000.00' });
const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description });
const object = (properties: Record<string, Schema>, required: string[] = []): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
});

const cause = (description: string) => text(description, { enum: ['management-action', 'windfall'] });

const limit: Schema = {
  oneOf: [
    object({ amount: pounds('At most this') }, ['amount']),
    object(
      {
        percentOfBudget: text('At most this percentage of the budget, to the nearest penny, halves up', {
          example: '1',
        }),
      },
      ['percentOfBudget'],
    ),
  ],
  description: 'The most that this step takes; everything that is left when left out. `offset` and `refer` have none',
};

const step = (kinds: readonly string[], description: string): Schema => ({
  ...object(
    {
      kind: text('What the step does', { enum: [...kinds] }),
      limit,
      clause: text('Where in the agreement it stands'),
      partner: text('`bearer`: the partner whose alone it is, for the days on which it is a member'),
      basis: {
        type: 'object',
        description: '`share` and `return`: as in the shares document; stated amounts are weights here',
        properties: { kind: text('Which rule', { example: 'equal' }) },
        required: ['kind'],
        additionalProperties: true,
      },
      amount: pounds('`offset`: what can be set against it'),
      from: text('`offset` and `cut`: where it comes from'),
      for: text('`carry-forward`: what it is kept for'),
    },
    ['kind'],
  ),
  description,
});

const overspend = list(
  step(
    ['offset', 'reserve', 'cut', 'bearer', 'share', 'refer'],
    'A step that takes part of an overspend. `reserve` never goes below its floor; at `refer` the ladder ends',
  ),
  'The steps of an overspend in order, at most 100, each on what the ones before left. Left out, nobody bears any of it',
);

const underspendList = list(
  step(
    ['carry-forward', 'return', 'reserve', 'bearer', 'share', 'refer'],
    'A step that takes part of an underspend. `reserve` adds to the reserve; at `refer` the ladder ends',
  ),
  'The steps of an underspend in order, at most 100',
);

const underspend: Schema = {
  oneOf: [
    underspendList,
    object({ 'management-action': underspendList, windfall: underspendList }, ['management-action', 'windfall']),
  ],
  description:
    'The steps of an underspend, or an object with a list for each cause; then whatever is underspent states its cause. ' +
    'Left out, nobody gets any of it',
};

const line: Schema = object(
  {
    id: text('Letters, digits, dots, hyphens and underscores', { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' }),
    name: text('Its name'),
    budget: pounds('What was budgeted'),
    forecast: pounds('What will be spent'),
    only: text('The one partner whose its variance is; it goes down no ladder'),
    profile: text('`fixed`: its variance is the host’s and never moves the others', { enum: ['fixed'] }),
    cause: cause('Why less is spent; that of the document when left out'),
  },
  ['id', 'budget', 'forecast'],
);

const { period, partners, measures, rounding } = (sharesDocumentSchema as { properties: Record<string, Schema> })
  .properties;

/** The variance document: what was budgeted and is forecast, and the two ladders of the agreement. */
export const varianceDocumentSchema: Schema = object(
  {
    ...({ period, partners, measures } as Record<string, Schema>),
    members: list(text('Id of a partner'), 'Who shares a variance; everyone that contributes when left out'),
    budget: pounds('What was budgeted in all; may be left out beside lines'),
    forecast: pounds('What will be spent in all; may be left out beside lines'),
    lines: list(line, 'Budget and forecast line by line, instead of in all'),
    cause: cause('Why less is spent, where a line does not say'),
    reserve: object(
      { balance: pounds('What it holds'), floor: pounds('It never goes below this; 0.00 when left out') },
      ['balance'],
    ),
    overspend,
    underspend,
    ...({ rounding } as Record<string, Schema>),
  },
  ['period', 'partners'],
);
