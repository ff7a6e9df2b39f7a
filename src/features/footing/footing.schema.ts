import type { ApiResponseSchemaHost } from '@nestjs/swagger';

type Schema = ApiResponseSchemaHost['schema'];

const text = (description: string, more: object = {}): Schema => ({ type: 'string', description, ...more });
const flag = (description: string): Schema => ({ type: 'boolean', description });
const list = (items: Schema, description: string, more: object = {}): Schema => ({
  type: 'array',
  items,
  description,
  ...more,
});
const object = (properties: Record<string, Schema>, required: string[]): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
});
/** A type or nothing; the types of the reference say one only. */
const orNull = (type: string, description: string, more: object = {}): Schema => ({
  type: [type, 'null'],
  description,
  ...more,
});

const id = text('Letters, digits, dots, hyphens and underscores', { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });
const figure = text('A figure as printed; its decimals say how precise it is', {
  pattern: '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$',
  maxLength: 32,
  example: '21.20',
});
const cells = (description: string): Schema => ({ type: 'object', additionalProperties: figure, description });

const column = object(
  {
    id: text(
      'Letters, digits, dots, hyphens and underscores; previous, increase, amount, risePercent and sharePercent carry their usual relations',
    ),
    unit: text('What one of its figures stands for', { default: '1', example: '1000000' }),
  },
  ['id'],
);
const row = object({ partner: id, cells: cells('By column; a missing one may be anything') }, ['partner', 'cells']);

const relation: Schema = {
  oneOf: [
    object({ kind: text('A sum', { enum: ['sum'] }), column: id, of: list(id, 'The columns that it is the sum of') }, [
      'kind',
      'column',
      'of',
    ]),
    object({ kind: text('A percentage', { enum: ['percent'] }), column: id, part: id, of: id }, [
      'kind',
      'column',
      'part',
      'of',
    ]),
    object(
      {
        kind: text('An equal split of its total', { enum: ['equal'] }),
        column: id,
        over: {
          oneOf: [{ type: 'integer', minimum: 1, maximum: 9999 }, text('The same as text')],
          description: 'Over how many rows; with fewer than there are, the rows in which it is printed',
        },
      },
      ['kind', 'column', 'over'],
    ),
  ],
  description: 'What columns are of one another, on every row and on the totals line',
};

/** The footing document: a table as it is printed. At most 2,000 cells, its totals line included. */
export const footingDocumentSchema: Schema = object(
  {
    display: text('How figures were cut to the digits printed; either: each may be one or the other', {
      enum: ['rounded', 'truncated', 'either'],
    }),
    columns: list(column, 'From left to right', { minItems: 1, maxItems: 50 }),
    rows: list(row, 'From top to bottom; with the totals line at most 2,000 cells', { minItems: 1 }),
    totals: cells('The totals line, by column'),
    relations: list(relation, 'Relations beside those that columns have by their names', { maxItems: 50 }),
  },
  ['display', 'columns', 'rows'],
);

const partner = orNull('string', 'Id of the partner; null on the totals line');
const cell = object({ partner, column: text('The column') }, ['partner', 'column']);
const end = (description: string): Schema => orNull('string', description, { example: '4999' });
const would = {
  ...orNull(
    'object',
    'What it would have to stand for, the others as printed, in figures of its column; null where no value of this one alone would do or none was worked out',
  ),
  properties: {
    from: end('The least, rounded down; null for no end'),
    to: end('The most, rounded up; null for no end'),
  },
  required: ['from', 'to'],
} as Schema;
const shownCell = object({ partner, column: text('The column'), stated: text('As printed'), would }, [
  'partner',
  'column',
  'stated',
  'would',
]);

const contradiction = object(
  {
    relation: text('What cannot hold; of several that cannot hold together, all', {
      example: 'amount = previous + increase',
    }),
    row: orNull('string', 'The partner in whose row it lies; null on the totals line, down a column and across rows'),
    cells: list(shownCell, 'The figures in it'),
    words: text('In words'),
  },
  ['relation', 'row', 'cells', 'words'],
);

const search = object(
  {
    complete: flag('Whether everything was looked for; the search is bounded'),
    atLeast: { type: 'integer', description: 'No fewer cells than this are wrong' },
    says: text('In words'),
  },
  ['complete', 'atLeast', 'says'],
);

const step = object(
  { step: { type: 'integer', description: 'In which order' }, rule: text('Which'), words: text('In words') },
  ['step', 'rule', 'words'],
);
const check = object({ check: text('Which formula'), holds: flag('Everywhere'), says: text('In words') }, [
  'check',
  'holds',
  'says',
]);

/** The answer: what cannot be, and the fewest cells that explain it. */
export const footingAnswerSchema: Schema = object(
  {
    holds: flag('Whether nothing was shown wrong'),
    words: text('The verdict'),
    contradictions: list(contradiction, 'What cannot be, however the figures were cut'),
    smallest: list(
      cell,
      'The fewest cells whose correction removes every contradiction; none when it holds or the search was not complete',
    ),
    alternatives: list(list(cell, 'As few cells'), 'Other sets of as many cells that would do as well, at most 20'),
    search,
    working: list(step, 'Step by step'),
    checks: list(check, 'Each formula, and where its own figures fit it'),
    digest: text("SHA-256 of the document and the engine's version", { pattern: '^sha256:[0-9a-f]{64}$' }),
    engine: text('Version of the engine', { example: '1.0.0' }),
  },
  ['holds', 'words', 'contradictions', 'smallest', 'alternatives', 'search', 'working', 'checks', 'digest', 'engine'],
);
