import type { ApiResponseSchemaHost } from '@nestjs/swagger';

type Schema = ApiResponseSchemaHost['schema'];

const text = (description: string, more: object = {}): Schema => ({ type: 'string', description, ...more });
const pounds = (description: string): Schema =>
  text(description, { pattern: '^-?(0|[1-9][0-9]*)\\.[0-9]{2}$', example: '2400000.00' });
const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description });
const byPartner = (of: Schema): Schema => ({ type: 'object', additionalProperties: of });
const object = (properties: Record<string, Schema>, required: string[] = []): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
});

const days: Schema = object(
  { from: text('The first day', { format: 'date' }), until: text('The day after the last', { format: 'date' }) },
  ['from', 'until'],
);
const id = text('Letters, digits, dots, hyphens and underscores', { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });

const period: Schema = {
  oneOf: [text('A financial year', { pattern: '^[0-9]{4}-[0-9]{2}$', example: '2020-21' }), days],
  description: 'The period that the amounts are for',
};

const partner = object(
  {
    id,
    name: text('Its name'),
    role: text('Observers, those invited and those withdrawn bear nothing', {
      enum: ['host', 'partner', 'observer', 'invited', 'withdrawn'],
      default: 'partner',
    }),
    from: text('Its first day, when it joins inside the period', { format: 'date' }),
    until: text('The day after its last, when it leaves inside the period', { format: 'date' }),
  },
  ['id'],
);

const measure = object(
  {
    id,
    unit: text('What is counted'),
    source: text('Where the values come from'),
    status: text('Provisional, final, published'),
    values: byPartner(byPartner(text('A number as text, not negative', { example: '61' }))),
  },
  ['id', 'values'],
);

const basis: Schema = {
  type: 'object',
  description: 'Who bears what part: the fields depend on the kind',
  properties: { kind: text('Which rule', { example: 'stated-percent' }) },
  required: ['kind'],
  additionalProperties: true,
};

const line = object({ id, amount: pounds('The amount'), only: text('The one partner that bears it'), basis }, [
  'id',
  'amount',
]);

const pot = object(
  {
    id,
    name: text('Its name'),
    kind: text('Which kind', { enum: ['pooled', 'aligned', 'own'], default: 'pooled' }),
    members: list(id, 'Who shares it; everyone that contributes when left out'),
    lines: list(line, 'What is spent'),
    less: list(object({ id, amount: pounds('The amount') }, ['id', 'amount']), 'Income taken off before sharing'),
    basis,
    adjust: list({ type: 'object', additionalProperties: true }, 'Adjustments, in the order in which they apply'),
    clause: text('Where in the agreement this stands'),
  },
  ['id'],
);

/** The shares document: who shares what, on which basis, rounded how. */
export const sharesDocumentSchema: Schema = object(
  {
    period,
    within: {
      ...days,
      description: 'Only these days of the period are shared; the amounts stay those of the whole period',
    },
    partners: list(partner, 'In the order in which the agreement lists them'),
    measures: list(measure, 'What shares are driven by'),
    pots: list(pot, 'What is shared'),
    rounding: object({
      unit: text('To what amounts are rounded', { enum: ['0.01', '1', '10', '1000'], default: '0.01' }),
      remainder: object({
        rule: text('Who gets what rounding leaves over', {
          enum: ['largest-remainder', 'largest-share', 'first-listed', 'partner'],
          default: 'largest-remainder',
        }),
        partner: text('The partner that takes the difference, for the rule `partner`'),
      }),
    }),
  },
  ['period', 'partners', 'pots'],
);

const shownLine = object({ line: text('The line'), amount: pounds('What this partner bears of it') }, [
  'line',
  'amount',
]);
const shownPot = object(
  {
    pot: text('The pot'),
    amount: pounds('What this partner bears of it'),
    shared: pounds("Of that, from what is shared on the pot's basis"),
    lines: list(shownLine, 'Of that, from lines of its own'),
  },
  ['pot', 'amount', 'lines'],
);
const shownPartner = object(
  {
    partner: text('Id of the partner'),
    amount: pounds('What it bears'),
    displayPercent: text('In per cent of the total, for display only', { example: '62.80' }),
    pots: list(shownPot, 'Pot by pot'),
  },
  ['partner', 'amount', 'displayPercent', 'pots'],
);
const step: Schema = {
  ...object(
    {
      step: { type: 'integer', description: 'In which order' },
      pot: text('Which pot'),
      rule: text('Which rule'),
      clause: text('Where in the agreement it stands'),
      words: text('What was done, with the figures, so that it can be done again with a calculator'),
      inputs: {
        type: 'object',
        additionalProperties: true,
        description: 'The figures that went in, with their vintage and status',
      },
      exact: byPartner(text('An exact fraction', { example: '119/187' })),
      rounded: byPartner(text('Pounds')),
    },
    ['step', 'rule', 'words'],
  ),
  additionalProperties: true,
};

/** The answer: who pays what, how each figure was worked out, and whether everything foots. */
export const sharesAnswerSchema: Schema = object(
  {
    total: pounds('Everything that was to be shared'),
    partners: list(shownPartner, 'In the order of the document'),
    unallocated: list(
      object({ pot: text('The pot'), amount: pounds('What nobody bears'), why: text('Why') }, ['pot', 'amount', 'why']),
      'What nobody bears; never dropped',
    ),
    working: list(step, 'Step by step'),
    checks: list(
      object(
        { check: text('Which'), holds: { type: 'boolean', description: 'Whether it holds' }, says: text('In words') },
        ['check', 'holds', 'says'],
      ),
      'Every total against its parts',
    ),
    digest: text("SHA-256 of the document and the engine's version", { pattern: '^sha256:[0-9a-f]{64}$' }),
    engine: text('Version of the engine', { example: '1.0.0' }),
  },
  ['total', 'partners', 'unallocated', 'working', 'checks', 'digest', 'engine'],
);
