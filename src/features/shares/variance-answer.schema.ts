import type { ApiResponseSchemaHost } from '@nestjs/swagger';
import { sharesAnswerSchema } from './shares.schema.js';

type Schema = ApiResponseSchemaHost['schema'];

const text = (description: string, more: object = {}): Schema => ({ type: 'string', description, ...more });
const pounds = (description: string): Schema =>
  text(description, { pattern: '^-?(0|[1-9][0-9]*)\\.[0-9]{2}$', example: '600000.00' });
const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description });
const byPartner = (of: Schema, description: string): Schema => ({
  type: 'object',
  additionalProperties: of,
  description,
});
const object = (properties: Record<string, Schema>, required: string[]): Schema => ({
  type: 'object',
  properties,
  required,
});

const origin: Record<string, Schema> = {
  of: text('Which way it goes, and so down which ladder', { enum: ['overspend', 'underspend'] }),
  cause: text('Of which cause, where it is known', { enum: ['management-action', 'windfall'] }),
  line: text('Of which line, where that is somebody’s alone'),
};

const step = object(
  {
    ...origin,
    kind: text('What the step does; `only` and `fixed` are lines that are somebody’s alone', {
      enum: ['offset', 'reserve', 'cut', 'bearer', 'share', 'return', 'carry-forward', 'refer', 'only', 'fixed'],
    }),
    clause: text('Where in the agreement it stands'),
    took: pounds('What it took, never below nothing'),
    why: text('Why so much, with the figures'),
    partners: byPartner(pounds('Above nothing it pays, below nothing it gets'), 'On whom it falls; empty for nobody'),
  },
  ['of', 'kind', 'took', 'why', 'partners'],
);

const undetermined = object(
  { ...origin, amount: pounds('How much, above nothing'), why: text('Why nobody bears or gets it') },
  ['of', 'amount', 'why'],
);

const working = object(
  {
    ...origin,
    step: { type: 'integer', description: 'In which order' },
    rule: text('Which rule'),
    clause: text('Where in the agreement it stands'),
    words: text('What was done, with the figures, so that it can be done again with a calculator'),
    inputs: { type: 'object', additionalProperties: true, description: 'The figures that went in' },
    exact: byPartner(text('An exact fraction', { example: '1/2' }), 'The exact shares of what the step was to take'),
    rounded: byPartner(text('Pounds'), 'What the step gives each partner'),
  },
  ['step', 'rule', 'words'],
);

const { checks, digest, engine } = (sharesAnswerSchema as { properties: Record<string, Schema> }).properties;

/** The answer: which step takes what, who bears or gets it, what nobody has yet, and how each figure was worked out. */
export const varianceAnswerSchema: Schema = object(
  {
    budget: pounds('What was budgeted in all'),
    forecast: pounds('What will be spent in all'),
    variance: pounds('Forecast less budget: above nothing more is spent, below nothing less'),
    steps: list(step, 'Every step that was reached while something was left, in order'),
    partners: byPartner(pounds('Above nothing it pays more, below nothing it gets back'), 'Every partner'),
    undetermined: pounds('What nobody bears or gets until the board decides, never below nothing'),
    toDecide: list(undetermined, 'What that is made of'),
    reserve: object(
      { before: pounds('What it held'), after: pounds('What it then holds'), floor: pounds('Its floor') },
      ['before', 'after', 'floor'],
    ),
    flags: list(
      text('What a person should know', { enum: ['needs-board-decision'] }),
      'None when everything is decided',
    ),
    working: list(working, 'Step by step'),
    ...({ checks, digest, engine } as Record<string, Schema>),
  },
  [
    'budget',
    'forecast',
    'variance',
    'steps',
    'partners',
    'undetermined',
    'toDecide',
    'flags',
    'working',
    'checks',
    'digest',
    'engine',
  ],
);
