import { applyDecorators, type Type } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsOptional, ValidateBy } from 'class-validator';
import { readDate } from '../../engine/calendar/local-date.js';
import { readFinancialYear } from '../../engine/calendar/financial-year.js';
import { readPounds } from '../../engine/money/pence.js';
import { isSlug, isUuid } from '../../platform/http/names.js';

/** What every field says of itself: words for the reference, an example that works, and whether it may be left out. */
interface About {
  readonly says: string;
  readonly example?: unknown;
  readonly optional?: true;
  /** A field of answers that is null where there is nothing to say. */
  readonly nullable?: true;
}

function field(
  about: About,
  schema: ApiPropertyOptions,
  code: string,
  fits: (value: unknown) => boolean,
  wants: string,
) {
  const { says, example, optional, nullable } = about;
  const shown = { description: says, required: !optional, ...(example === undefined ? {} : { example }) };
  const options = { ...schema, ...shown, ...(nullable ? { nullable } : {}) } as ApiPropertyOptions;
  const check = ValidateBy({
    name: code,
    validator: { validate: fits, defaultMessage: () => `Expected ${wants}.` },
  });
  return applyDecorators(ApiProperty(options), check, ...(optional ? [IsOptional()] : []));
}

/** Lower-case letters, digits and hyphens. */
export const Slug = (about: About) =>
  field(
    about,
    { type: String, pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$' },
    'not-an-id',
    isSlug,
    'an id of lower-case letters, digits and hyphens',
  );

export const Uuid = (about: About) =>
  field(about, { type: String, format: 'uuid' }, 'not-an-id', isUuid, 'an id (UUID)');

const onsCode = /^[ENSW][0-9]{8}$/;

/** The code that the Office for National Statistics gives a council. */
export const OnsCode = (about: About) => {
  const fits = (value: unknown) => typeof value === 'string' && onsCode.test(value);
  return field(
    about,
    { type: String, pattern: onsCode.source },
    'not-a-code',
    fits,
    'a code of the Office for National Statistics, such as "E06000058"',
  );
};

/** What the reference says of the form of an amount. */
export const POUNDS = '^-?(0|[1-9][0-9]*)\\.[0-9]{2}$';

/** Pounds as text with exactly two decimals, above nothing unless it says otherwise. */
export const Pounds = (about: About & { readonly nothingAllowed?: true; readonly anySign?: true }) => {
  const least = about.anySign ? undefined : about.nothingAllowed ? 0n : 1n;
  const fits = (value: unknown) => {
    const amount = readPounds(value);
    return amount !== undefined && (least === undefined || amount >= least);
  };
  const example = typeof about.example === 'string' ? about.example : '2103700.00';
  const wants = `pounds as text with exactly two decimals, such as "${example}"${
    least === 1n ? ', more than nothing' : least === 0n ? ', not negative' : ''
  }`;
  return field(about, { type: String, pattern: POUNDS }, 'not-money', fits, wants);
};

export const CalendarDate = (about: About) =>
  field(
    about,
    { type: String, format: 'date' },
    'not-a-date',
    (value) => readDate(value) !== undefined,
    'a date that exists, YYYY-MM-DD',
  );

export const Year = (about: About) =>
  field(
    about,
    { type: String, pattern: '^[0-9]{4}-[0-9]{2}$' },
    'not-a-financial-year',
    (value) => readFinancialYear(value) !== undefined,
    'a financial year, such as "2019-20"',
  );

export const Words = (about: About & { readonly most?: number }) => {
  const most = about.most ?? 4000;
  const fits = (value: unknown) => typeof value === 'string' && value.trim() !== '' && value.length <= most;
  return field(
    about,
    { type: String, minLength: 1, maxLength: most },
    'not-words',
    fits,
    `text of 1 to ${most} characters`,
  );
};

/** Text of a form that one room alone knows. */
export const Matching = (fits: (value: unknown) => boolean, wants: string, about: About) =>
  field(about, { type: String }, 'not-of-that-form', fits, wants);

export const Choice = (choices: readonly string[], about: About) =>
  field(
    about,
    { type: String, enum: [...choices] },
    'not-a-choice',
    (value) => typeof value === 'string' && choices.includes(value),
    `one of ${choices.join(', ')}`,
  );

export const Count = (about: About & { readonly most: number }) => {
  const fits = (value: unknown) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= about.most;
  return field(
    about,
    { type: 'integer', minimum: 0, maximum: about.most },
    'not-a-count',
    fits,
    `a whole number from 0 to ${about.most}`,
  );
};

export const YesNo = (about: About) =>
  field(about, { type: Boolean }, 'not-yes-or-no', (value) => typeof value === 'boolean', 'true or false');

/** A list of ids. */
export const Uuids = (about: About) =>
  field(
    about,
    { type: String, format: 'uuid', isArray: true, maxItems: 20 },
    'not-ids',
    (value) => Array.isArray(value) && value.length <= 20 && value.every(isUuid),
    'a list of at most 20 ids (UUIDs)',
  );

/** A list of actions, as the table of permissions calls them. */
export const Actions = (about: About) =>
  field(
    about,
    { type: String, isArray: true, minItems: 1, maxItems: 100 },
    'not-actions',
    (value) =>
      Array.isArray(value) && value.length > 0 && value.length <= 100 && value.every((one) => typeof one === 'string'),
    'a list of 1 to 100 actions, such as "contribution.read"',
  );

/** A document of its own, checked by the engine rather than field by field. */
export const Document = (about: About) =>
  field(
    about,
    { type: Object, additionalProperties: true },
    'not-an-object',
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'a JSON object',
  );

/** A list of rows of one shape, checked by the engine rather than field by field. */
export const RowsOf = (view: Type, { says, example }: Pick<About, 'says' | 'example'>) =>
  applyDecorators(
    ApiProperty({ type: [view], description: says, example }),
    ValidateBy({
      name: 'not-a-list',
      validator: { validate: Array.isArray, defaultMessage: () => 'Expected a list.' },
    }),
  );

/** An instant, UTC. */
export const Moment = (about: About) =>
  field(
    about,
    { type: String, format: 'date-time' },
    'not-an-instant',
    (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
    'an instant, ISO 8601',
  );
